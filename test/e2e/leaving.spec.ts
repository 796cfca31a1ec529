import { expect, test } from './kiosk-test.ts';

test.describe('when nobody touches the screen', () => {
  test('the kiosk asks, counts down, and forgets the citizen', async ({ kiosk, page }) => {
    await page.clock.install();
    await kiosk.open();
    await kiosk.start();
    await kiosk.search('khai tu');
    await kiosk.chooseLanguage('English');
    await page.clock.runFor(61_000);
    await expect(page.getByRole('alertdialog').or(page.getByRole('dialog'))).toBeVisible();
    await page.clock.runFor(21_000);
    await expect(kiosk.button('Chạm để bắt đầu')).toBeVisible();
    await kiosk.start();
    await kiosk.tap(/Tìm việc cần làm/);
    await expect(kiosk.searchField()).toHaveValue('');
  });

  test('"Tôi đang đọc" gives the time anew, and pages to read have twice as much', async ({ kiosk, page }) => {
    await page.clock.install();
    await kiosk.open();
    await kiosk.start();
    await kiosk.tap('Sao y, chứng thực');
    await kiosk.tap(/^Sao y giấy tờ/);
    await expect(kiosk.heading('Giấy tờ cần mang')).toBeVisible();
    await page.clock.runFor(100_000);
    await expect(kiosk.button('Tôi đang đọc')).toHaveCount(0);
    await page.clock.runFor(21_000);
    await kiosk.tap('Tôi đang đọc');
    await page.clock.runFor(100_000);
    await expect(kiosk.heading('Giấy tờ cần mang')).toBeVisible();
  });
});
