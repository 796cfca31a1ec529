/** A citizen who asks how far a dossier is: by its code, by proof, late, with money due, and when the portal is silent. */
import { readFileSync } from 'node:fs';
import { readQrCodes } from '../unit/printing/slip-dots.ts';
import { expect, test } from './kiosk-test.ts';
import { KioskPage } from './pages/kiosk-page.ts';
import { type PortalKiosk, startPortalKiosk } from './portal-kiosk.ts';

test.skip(({ shell }) => shell !== 'browser', 'the portal beside it is started for the browser shell');

let own: PortalKiosk;
test.beforeAll(async () => {
  own = await startPortalKiosk();
});
test.afterAll(async () => {
  await own.stop();
});
// Wrong proofs are counted for the whole kiosk, and slips come out one after the other.
test.describe.configure({ mode: 'serial' });

const invitation = 'Đưa mã QR trên thẻ căn cước vào đầu đọc';

async function openHome({ page }: { page: KioskPage['page'] }): Promise<KioskPage> {
  const kiosk = new KioskPage(page, own.process);
  await kiosk.open();
  await kiosk.start();
  return kiosk;
}

test.describe('a citizen who asks how far a dossier is', () => {
  test('types its code, is shown where it is wrong, and sees how far it is and nothing else', async ({ page }) => {
    const { dossier } = own.dossier('processing');
    const kiosk = await openHome({ page });
    await kiosk.tap('Hồ sơ của tôi đến đâu?');
    const field = page.getByRole('textbox');
    await expect(field).toBeFocused();
    const show = kiosk.button('Xem hồ sơ');
    await expect(show).toBeDisabled();
    await page.keyboard.type('000.00.01.h29-241315-0001');
    await expect(page.getByText(/^Không có ngày này/)).toBeVisible();
    await expect(page.locator('mark')).toHaveText('241315');
    await expect(show).toBeDisabled();
    await kiosk.tap('Xoá hết');
    for (const sign of dossier.dossierCode) {
      const name = sign === '.' ? 'Dấu chấm' : sign === '-' ? 'Dấu gạch ngang' : sign;
      await page.getByRole('group', { name: 'Bàn phím' }).getByRole('button', { name, exact: true }).tap();
    }
    await expect(field).toHaveValue(dossier.dossierCode);
    await show.tap();
    await expect(kiosk.heading('Hồ sơ đang được giải quyết').first()).toBeVisible();
    await expect(page.getByText(/Đã đi được \d+\s% chặng đường/u)).toBeVisible();
    await expect(page.getByText(invitation)).toBeVisible();
    for (const hidden of [dossier.procedureName ?? '-', dossier.department ?? '-', 'Hẹn trả']) {
      await expect(page.getByText(hidden)).toHaveCount(0);
    }
    await kiosk.tap('Quay lại');
    await expect(field).toHaveValue(dossier.dossierCode);
  });

  test('opens it with the card, reads its way, prints its state and copy, and leaves nothing open', async ({
    page,
  }) => {
    const { dossier, person } = own.dossier('processing');
    const kiosk = await openHome({ page });
    const { printer, scanner } = own.process;
    scanner.scan(dossier.dossierCode);
    await expect(page.getByText(invitation)).toBeVisible();
    scanner.scan(person.cardText);
    await expect(kiosk.heading('Đang giải quyết').first()).toBeVisible();
    const way = page.getByRole('main').getByRole('list').filter({ hasText: 'Trả kết quả cho ông/bà' });
    await expect(way.getByRole('listitem')).toHaveCount(dossier.history.length + 2);
    await expect(page.getByText(dossier.procedureName ?? '').first()).toBeVisible();
    const [given = ''] = person.name.split(' ');
    await expect(page.locator('body')).not.toContainText(given);
    await expect(page.locator('body')).not.toContainText(person.identityNumber);
    for (const slip of ['In tình trạng hồ sơ', 'In bản tham khảo giấy tiếp nhận']) {
      const before = printer.slips.length;
      await kiosk.tap(slip);
      await kiosk.tap('In phiếu');
      await expect(page.getByText('Đã in xong')).toBeVisible({ timeout: 20_000 });
      expect(await printer.slip(before + 1)).toMatch(/slip-\d+/);
      await kiosk.tap('Về hồ sơ');
      await expect(kiosk.heading('Đang giải quyết').first()).toBeVisible();
    }
    // Another scan leads away; the way back leads to the code alone.
    scanner.scan('1.001193');
    await expect(kiosk.heading('Giấy tờ cần mang')).toBeVisible();
    await kiosk.tap('Quay lại');
    await expect(page.getByText(invitation)).toBeVisible();
    await expect(page.getByText('Thông tin hồ sơ')).toHaveCount(0);
  });

  test('opens it with a code by telephone', async ({ page }) => {
    const { dossier } = own.dossier('settled');
    const kiosk = await openHome({ page });
    own.process.scanner.scan(dossier.dossierCode);
    await kiosk.tap('Không có thẻ – nhận mã qua điện thoại');
    await expect(page.getByText('Xin nhập 6 chữ số trong tin nhắn.')).toBeVisible();
    await expect.poll(() => own.lastCode()).not.toBeNull();
    await expect(kiosk.button('Mở')).toBeDisabled();
    for (const digit of own.lastCode() ?? '') {
      await page.getByRole('group', { name: 'Bàn phím số' }).getByRole('button', { name: digit, exact: true }).tap();
    }
    await kiosk.tap('Mở');
    await expect(kiosk.heading('Mời ông/bà đến nhận kết quả')).toBeVisible();
    await expect(page.getByText('Bản chính giấy khai sinh cũ')).toBeVisible();
    await expect(page.getByText('Thẻ căn cước', { exact: true })).toBeVisible();
  });

  test('who has to pay sees amount and code, and takes the same code home', async ({ page }) => {
    const { dossier, person } = own.dossier('payment-needed');
    const kiosk = await openHome({ page });
    const { printer, scanner } = own.process;
    scanner.scan(dossier.dossierCode);
    await expect(page.getByText(invitation)).toBeVisible();
    scanner.scan(person.cardText);
    await expect(kiosk.heading('Mời ông/bà nộp tiền')).toBeVisible();
    await expect(page.getByText('75.000 đồng').first()).toBeVisible();
    const shown = await readQrCodes(await page.screenshot());
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatch(/^000201010212.*5303704540575000.*6304[0-9A-F]{4}$/u);
    const before = printer.slips.length;
    await kiosk.tap('In mã nộp tiền');
    await kiosk.tap('In phiếu');
    await expect(page.getByText('Đã in xong')).toBeVisible({ timeout: 20_000 });
    expect(await readQrCodes(readFileSync(await printer.slip(before + 1)))).toContain(shown[0]);
  });

  test('who waits too long is owed an apology with its reason and a new day, on paper too', async ({ page }) => {
    const { dossier, person } = own.dossier('processing', true);
    const kiosk = await openHome({ page });
    const { printer, scanner } = own.process;
    scanner.scan(dossier.dossierCode);
    await expect(page.getByText(invitation)).toBeVisible();
    scanner.scan(person.cardText);
    await expect(kiosk.heading('Xin lỗi ông/bà, hồ sơ chưa xong đúng hẹn')).toBeVisible();
    await expect(page.getByText(dossier.lateness?.reason ?? '-')).toBeVisible();
    await expect(page.getByText('Hẹn trả lại').first()).toBeVisible();
    const before = printer.slips.length;
    await kiosk.tap('In thư xin lỗi và hẹn lại');
    await kiosk.tap('In phiếu');
    await expect(page.getByText('Đã in xong')).toBeVisible({ timeout: 20_000 });
    expect(await printer.slip(before + 1)).toMatch(/slip-\d+/);
  });

  test('is told kindly of a code nobody knows', async ({ page }) => {
    const kiosk = await openHome({ page });
    own.process.scanner.scan('000.00.01.H29-200115-9999');
    await expect(kiosk.heading('Chưa tìm thấy hồ sơ này')).toBeVisible();
    await kiosk.tap('Nhập lại mã');
    await expect(page.getByRole('textbox')).toHaveValue('000.00.01.H29-200115-9999');
  });

  test('with somebody else’s card opens nothing, is not told why, and is paused after five', async ({ page }) => {
    const { dossier, person } = own.dossier('processing');
    const stranger = own.dossiers.find((one) => one.person !== person)?.person;
    await openHome({ page });
    const { scanner } = own.process;
    scanner.scan(dossier.dossierCode);
    await expect(page.getByText(invitation)).toBeVisible();
    for (const left of [4, 3, 2, 1]) {
      scanner.scan(stranger?.cardText ?? '');
      await expect(page.getByText(`Còn ${left} lần thử.`)).toBeVisible();
      await expect(page.getByText('Mã hồ sơ và phần xác nhận không khớp nhau. Xin xem lại cả hai.')).toBeVisible();
    }
    scanner.scan(stranger?.cardText ?? '');
    await expect(page.getByText('Tạm dừng xác nhận')).toBeVisible();
    await expect(page.getByText(/Xin thử lại sau khoảng \d+ phút/)).toBeVisible();
    await expect(page.getByText(invitation)).toHaveCount(0);
    // Not even the right one opens it now.
    scanner.scan(person.cardText);
    await expect(page.getByText('Tạm dừng xác nhận')).toBeVisible();
    await expect(page.getByText('Thông tin hồ sơ')).toHaveCount(0);
  });

  test('is told what else to do where the portal does not answer', async ({ page }) => {
    await own.closePortal();
    const kiosk = await openHome({ page });
    own.process.scanner.scan(own.dossier('processing').dossier.dossierCode);
    await expect(kiosk.heading('Hiện chưa hỏi được hồ sơ đến đâu')).toBeVisible({ timeout: 20_000 });
    for (const words of ['Hỏi cán bộ', 'Gọi điện', 'Tự xem trên mạng']) {
      await expect(page.getByText(words, { exact: true })).toBeVisible();
    }
    await expect(kiosk.button(/^Thử lại/)).toBeVisible();
  });
});
