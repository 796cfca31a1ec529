import { readFileSync } from 'node:fs';
import { readQrCodes } from '../unit/printing/slip-dots.ts';
import { expect, test } from './kiosk-test.ts';

test.describe('a citizen', () => {
  test('finds a procedure by a tile and takes its checklist home', async ({ kiosk, page, kioskProcess }) => {
    await kiosk.start();
    await kiosk.tap('Sinh con, khai sinh');
    await kiosk.tap(/^Đăng ký khai sinh/);
    await expect(kiosk.heading('Giấy tờ cần mang')).toBeVisible();
    await expect(page.getByText('Ai cũng phải có').first()).toBeVisible();
    await kiosk.tap('Chưa – in giấy mang về');
    await expect(page.getByRole('img', { name: /Phiếu sẽ in/ })).toBeVisible();
    const before = kioskProcess.printer.slips.length;
    await kiosk.tap('In phiếu');
    await expect(kiosk.heading('Cảm ơn ông/bà')).toBeVisible();
    const path = await kioskProcess.printer.slip(before + 1);
    expect(await readQrCodes(readFileSync(path))).toEqual([
      'https://dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc-hanh-chinh.html?ma_thu_tuc=1.001193',
    ]);
  });

  test('finds it by typing without accents, as one types', async ({ kiosk, page }) => {
    await kiosk.start();
    await kiosk.search('dang ky khai si');
    await expect(kiosk.rows().first()).toContainText('Đăng ký khai sinh');
    await expect(kiosk.rows().first().locator('mark').first()).toHaveText(/Đăng ký khai/);
    await page.keyboard.type('nh');
    await expect(kiosk.searchField()).toHaveValue('dang ky khai sinh');
    await kiosk.rows().first().getByRole('button').tap();
    await expect(kiosk.heading('Giấy tờ cần mang')).toBeVisible();
  });

  test('types on the screen, with accents by Telex', async ({ kiosk }) => {
    await kiosk.start();
    await kiosk.tap(/Tìm việc cần làm/);
    for (const key of ['k', 'e', 'e', 't']) {
      await kiosk.button(new RegExp(`^${key}$`, 'i')).tap();
    }
    await expect(kiosk.searchField()).toHaveValue('kêt');
    await kiosk.tap('Dấu sắc');
    await expect(kiosk.searchField()).toHaveValue('kết');
    await expect(kiosk.rows().first()).toContainText('ết hôn');
  });

  test('who finds nothing is shown ways on', async ({ kiosk, page }) => {
    await kiosk.start();
    await kiosk.search('qqqqwwww');
    await expect(page.getByText('Chưa tìm thấy việc nào như vậy')).toBeVisible();
    await expect(kiosk.button('Sao y, chứng thực')).toBeVisible();
    await kiosk.tap('Nhờ cán bộ giúp');
    await expect(page.getByText('Quầy hướng dẫn, bên trái cửa vào').first()).toBeVisible();
  });

  test('sees what sao y costs two touches from home', async ({ kiosk, page }) => {
    await kiosk.start();
    await kiosk.tap('Sao y, chứng thực');
    await kiosk.tap(/^Sao y giấy tờ/);
    await expect(page.getByText('Tốn bao nhiêu').first()).toBeVisible();
    await expect(page.getByText(/2\.000/).first()).toBeVisible();
  });

  test('chooses a case and gets the papers of that case alone', async ({ kiosk, page }) => {
    await kiosk.start();
    await kiosk.search('tam tru');
    await kiosk.rows().filter({ hasText: 'Đăng ký tạm trú' }).first().getByRole('button').tap();
    await page.getByText(/^Trường hợp đăng ký theo danh sách/).tap();
    await expect(page.getByText('Văn bản đề nghị đăng ký tạm trú, kèm danh sách người tạm trú')).toBeVisible();
    await expect(page.getByText('Giấy tờ chứng minh chỗ ở hợp pháp', { exact: false })).toHaveCount(0);
  });

  test('follows a life event and prints one slip for all of it', async ({ kiosk, kioskProcess, page }) => {
    await kiosk.start();
    await kiosk.tap('Sinh con, khai sinh');
    await kiosk.tap(/Máy xếp sẵn các bước/);
    await expect(kiosk.heading('Sinh con')).toBeVisible();
    await expect(page.getByText('Trong 60 ngày từ ngày sinh')).toBeVisible();
    await page.getByText(/^Đã có giấy khai sinh/).tap();
    await kiosk.tap('In chung một phiếu');
    const before = kioskProcess.printer.slips.length;
    await kiosk.tap('In phiếu');
    await expect(kiosk.heading('Cảm ơn ông/bà')).toBeVisible();
    expect(await kioskProcess.printer.slip(before + 1)).toMatch(/slip-\d+/);
  });

  test('changes the language without losing the place', async ({ kiosk, page }) => {
    await kiosk.start();
    await kiosk.search('ket hon');
    await expect(kiosk.rows().first()).toContainText('ết hôn');
    await kiosk.rows().first().getByRole('button').tap();
    await kiosk.chooseLanguage('English');
    await expect(kiosk.heading('Papers to bring')).toBeVisible();
    await expect(page.getByText('Marriage registration').first()).toBeVisible();
    await kiosk.chooseLanguage('Tiếng Việt');
    await expect(kiosk.heading('Giấy tờ cần mang')).toBeVisible();
  });

  test('opens a procedure by holding its code before the reader', async ({ kiosk, page, kioskProcess }) => {
    await kiosk.start();
    kioskProcess.scanner.scan('1.000894');
    await expect(kiosk.heading('Giấy tờ cần mang')).toBeVisible();
    await expect(page.getByText('1.000894').first()).toBeVisible();
    kioskProcess.scanner.scan('079123456789|x|NGUYEN VAN A|01011990|Nam|HA NOI|01012021');
    await expect(page.getByText('Máy chưa nhận ra mã này')).toBeVisible();
    await expect(page.getByText('NGUYEN')).toHaveCount(0);
  });

  test('always sees how old the data is', async ({ kiosk, page }) => {
    await expect(page.getByText(/Dữ liệu cập nhật đến ngày/)).toBeVisible();
    await kiosk.start();
    await expect(page.getByText(/Dữ liệu cập nhật đến ngày/)).toBeVisible();
  });
});
