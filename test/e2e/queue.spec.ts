import { readFileSync } from 'node:fs';
import { readQrCodes } from '../unit/printing/slip-dots.ts';
import { expect, test } from './kiosk-test.ts';
import type { KioskPage } from './pages/kiosk-page.ts';

/** What a number's slip says to a reader. */
function ticketCode(number: string): string {
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  return `TICKET:${today}:${number}`;
}

async function openQueue(kiosk: KioskPage): Promise<void> {
  await kiosk.start();
  await kiosk.tap('Lấy số thứ tự');
}

test.describe('a citizen who takes a number', () => {
  test('has it two touches from home, with the fee in sight, and holds its slip', async ({
    kiosk,
    kioskProcess,
    page,
  }) => {
    const before = kioskProcess.printer.slips.length;
    await openQueue(kiosk);
    await expect(kiosk.button(/^Sao y giấy tờ/)).toContainText('2.000 đồng');
    await kiosk.tap(/^Sao y giấy tờ/);
    const number = await kiosk.ticketNumber('A');
    await expect(page.getByText('Mời ông/bà chờ gọi số tại Quầy 1.')).toBeVisible();
    await expect(page.getByText('Đã in xong')).toBeVisible();
    const path = await kioskProcess.printer.slip(before + 1);
    expect(await readQrCodes(readFileSync(path))).toEqual([ticketCode(number)]);
    await kiosk.tap('Xong');
    await expect(kiosk.button('Chạm để bắt đầu')).toBeVisible();

    // The next one takes the next number and sees nothing of it.
    await openQueue(kiosk);
    await expect(kiosk.button(/^Sao y giấy tờ/)).toBeVisible();
    await expect(page.getByText('Số ông/bà đã lấy')).toHaveCount(0);
    await kiosk.tap(/^Sao y giấy tờ/);
    const next = await kiosk.ticketNumber('A');
    expect(Number(next.slice(1))).toBe(Number(number.slice(1)) + 1);
    await expect(page.getByText('Đã in xong')).toBeVisible();
  });

  test('gets number and papers on one slip after reading', async ({ kiosk, kioskProcess, page }) => {
    const before = kioskProcess.printer.slips.length;
    await kiosk.start();
    await kiosk.tap('Sinh con, khai sinh');
    await kiosk.tap(/^Đăng ký khai sinh/);
    await kiosk.tap('Đủ rồi');
    await kiosk.tap('Đủ rồi – lấy số');
    const number = await kiosk.ticketNumber('B');
    await expect(page.getByText('Đã in xong')).toBeVisible();
    const codes = await readQrCodes(readFileSync(await kioskProcess.printer.slip(before + 1)));
    expect(new Set(codes)).toEqual(
      new Set([
        ticketCode(number),
        'https://dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc-hanh-chinh.html?ma_thu_tuc=1.001193',
      ]),
    );
    expect(kioskProcess.printer.slips).toHaveLength(before + 1);
  });

  test('is led from a procedure to its service in one touch', async ({ kiosk, page }) => {
    await kiosk.start();
    await kiosk.tap('Sinh con, khai sinh');
    await kiosk.tap(/^Đăng ký khai sinh/);
    await kiosk.tap('Lấy số: Hộ tịch');
    await expect(kiosk.heading('Việc này lấy số ở đây')).toBeVisible();
    await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('Hộ tịch');
    await kiosk.tap('Quay lại');
    await expect(kiosk.heading('Giấy tờ cần mang')).toBeVisible();
  });

  test('is offered no number where none is given for the procedure', async ({ kiosk }) => {
    await kiosk.start();
    await kiosk.search('tam tru');
    await kiosk.rows().filter({ hasText: 'Đăng ký tạm trú' }).first().getByRole('button').tap();
    await expect(kiosk.heading('Giấy tờ cần mang')).toBeVisible();
    await expect(kiosk.button(/^Lấy số/)).toHaveCount(0);
  });

  test('keeps the number when there is no paper, and the slip follows', async ({ kiosk, kioskProcess, page }) => {
    const before = kioskProcess.printer.slips.length;
    kioskProcess.printer.set({ paper: 'out' });
    await openQueue(kiosk);
    await kiosk.tap(/^Sao y giấy tờ/);
    await kiosk.ticketNumber('A');
    await expect(page.getByText('Máy in vừa hết giấy')).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText('Số vẫn có giá trị; xin nhớ số này hoặc chụp lại.')).toBeVisible();
    expect(kioskProcess.printer.slips).toHaveLength(before);
    kioskProcess.printer.set({ paper: 'ok' });
    await expect(page.getByText('Đã in xong')).toBeVisible({ timeout: 20_000 });
    await expect.poll(() => kioskProcess.printer.slips.length).toBe(before + 1);
  });

  test('keeps the number where the slip is called off, and nothing comes out later', async ({
    kiosk,
    kioskProcess,
    page,
  }) => {
    const before = kioskProcess.printer.slips.length;
    kioskProcess.printer.set({ paper: 'out' });
    await openQueue(kiosk);
    await kiosk.tap(/^Sao y giấy tờ/);
    await expect(page.getByText('Máy in vừa hết giấy')).toBeVisible({ timeout: 20_000 });
    await kiosk.tap('Không in nữa');
    await expect(page.getByText('Đã thôi in')).toBeVisible();
    await kiosk.ticketNumber('A');
    await expect(kiosk.button('In lại')).toBeDisabled();
    kioskProcess.printer.set({ paper: 'ok' });
    await expect(kiosk.button('In lại')).toBeEnabled({ timeout: 20_000 });
    expect(kioskProcess.printer.slips).toHaveLength(before);
    await kiosk.tap('In lại');
    await expect(page.getByText('Đã in xong')).toBeVisible();
    await expect.poll(() => kioskProcess.printer.slips.length).toBe(before + 1);
  });

  test('goes home while the slip waits, and the slip is called off', async ({ kiosk, kioskProcess, page }) => {
    const before = kioskProcess.printer.slips.length;
    kioskProcess.printer.set({ paper: 'out' });
    await openQueue(kiosk);
    await kiosk.tap(/^Sao y giấy tờ/);
    const number = await kiosk.ticketNumber('A');
    await expect(page.getByText('Máy in vừa hết giấy')).toBeVisible({ timeout: 20_000 });
    await kiosk.tap('Trang đầu');
    kioskProcess.printer.set({ paper: 'ok' });
    await kiosk.tap('Lấy số thứ tự');
    await kiosk.tap(`Xem số ${number}`);
    await expect(page.getByText('Đã thôi in')).toBeVisible();
    expect(kioskProcess.printer.slips).toHaveLength(before);
  });

  test('who asks twice has one number and one slip', async ({ kiosk, kioskProcess, page }) => {
    const before = kioskProcess.printer.slips.length;
    await openQueue(kiosk);
    await kiosk.tap(/^Hộ tịch/);
    const number = await kiosk.ticketNumber('B');
    await expect(page.getByText('Đã in xong')).toBeVisible();
    await kiosk.tap('Quay lại');
    await expect(kiosk.button(`Xem số ${number}`)).toBeVisible();
    await kiosk.tap(/^Hộ tịch/);
    await expect(page.getByText('Ông/bà đã lấy số cho việc này rồi.')).toBeVisible();
    expect(await kiosk.ticketNumber('B')).toBe(number);
    expect(kioskProcess.printer.slips).toHaveLength(before + 1);
  });

  test('says who has priority, or takes it back', async ({ kiosk, page }) => {
    await openQueue(kiosk);
    const aged = page.getByRole('radio', { name: 'Người từ 60 tuổi' });
    await expect(aged).not.toBeChecked();
    await aged.tap();
    await expect(aged).toBeChecked();
    await aged.tap();
    await expect(aged).not.toBeChecked();
    await page.getByRole('radio', { name: 'Có trẻ nhỏ đi cùng' }).tap();
    await kiosk.tap(/^Sao y giấy tờ/);
    await kiosk.ticketNumber('A');
    await expect(page.getByText('Có trẻ nhỏ đi cùng')).toBeVisible();
    await expect(page.getByText('Đã in xong')).toBeVisible();
  });

  test('reads when a closed service opens, and cannot touch it', async ({ kiosk, page }) => {
    await openQueue(kiosk);
    await expect(page.getByText(/Chưa phát số\. Phát số lại lúc 7:30/)).toBeVisible();
    await expect(kiosk.button(/^Đất đai/)).toHaveCount(0);
  });
});
