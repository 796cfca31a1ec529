import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pinFileName } from '../../main/core/staff/pin-file.ts';
import { type ScannerInHand, startVirtualScanner } from '../../scripts/virtual-scanner/virtual-scanner.ts';
import { startKioskProcess } from './kiosk-process.ts';
import { expect, test } from './kiosk-test.ts';
import { KioskPage } from './pages/kiosk-page.ts';
import { rightPin, StaffPage } from './pages/staff-page.ts';

/** A 24″ screen of 1080×1920 has 0.2768 mm a pixel; 15 mm are 54.2 of them. */
const leastTouchPixels = 54;
const sessionMs = 5 * 60_000;

// Tests of one worker share its kiosk, and with it the count of wrong PINs.
test.describe.configure({ mode: 'serial' });

/** Ends what a test started for itself, however it went. */
let onceOver = (): Promise<void> => Promise.resolve();
test.afterEach(async () => {
  await onceOver();
  onceOver = () => Promise.resolve();
});

test.describe('staff', () => {
  test('come in by gesture and PIN, see every panel, and leave nothing open behind them', async ({ kiosk, page }) => {
    const staff = new StaffPage(page, kiosk.process);
    staff.setPin();
    await staff.gesture();
    await expect(staff.heading('Dành cho cán bộ')).toBeVisible();
    await staff.typePin('000000');
    await expect(page.getByRole('alert')).toContainText('Còn 4 lần thử');
    await staff.typePin(rightPin);
    await expect(page.getByText(/Còn (5:00|4:5\d)/)).toBeVisible();

    await expect(staff.panel()).toContainText('Bản có sẵn trong phần mềm');
    await staff.openPanel('Máy in');
    await expect(staff.panel()).toContainText('Máy in sẵn sàng');
    await expect(staff.panel()).toContainText('virtual:');
    await staff.openPanel('Đầu đọc');
    await expect(staff.panel()).toContainText('Đầu đọc sẵn sàng');
    await expect(staff.panel()).toContainText('virtual:');
    await staff.openPanel('Số thứ tự');
    await expect(staff.panel()).toContainText('Số phát ngày');
    await expect(staff.panel()).toContainText('Sao y giấy tờ');
    await staff.openPanel('Cổng dịch vụ');
    // The reference portal, which npm start runs where none is configured.
    await expect(staff.panel()).toContainText('http://127.0.0.1:');
    await staff.openPanel('Cập nhật');
    // Nobody installed a root of trust: said, and how to.
    await expect(staff.panel()).toContainText('Máy chưa nhận bản cập nhật nào');
    await expect(staff.panel()).toContainText('kioskctl trust trusted-root.json');
    await expect(staff.button('Quay lại bản trước')).toBeDisabled();
    // Nor is there a repository to ask.
    await expect(staff.button('Tìm bản mới ngay')).toBeDisabled();
    await staff.openPanel('Danh mục');
    await expect(staff.panel()).toContainText('Dữ liệu đến ngày');
    await staff.openPanel('Phiên bản');
    await expect(staff.panel()).toContainText(/sqlite3\.\d+/);
    await expect(staff.panel()).toContainText('Ghi vào ổ đĩa');
    await staff.openPanel('Nhật ký');
    await expect(staff.panel().getByRole('row').nth(1)).toContainText('Mở màn hình cán bộ');
    await expect(staff.panel().getByRole('row').nth(2)).toContainText('Nhập sai mã PIN');

    await kiosk.tap('Kết thúc');
    await expect(kiosk.button('Chạm để bắt đầu')).toBeVisible();
    await staff.gestureByTouch();
    await expect(staff.heading('Dành cho cán bộ')).toBeVisible();
    await expect(staff.heading('Màn hình cán bộ')).toHaveCount(0);
  });

  test('print a test page and several slips, and see what became of them', async ({ kiosk, page }) => {
    const staff = new StaffPage(page, kiosk.process);
    staff.setPin();
    await staff.enter();
    await staff.openPanel('Máy in');
    await staff.button('In thử').tap();
    await expect(page.getByRole('alert')).toContainText('đang chờ in');
    const lastJob = staff.panel().getByRole('row').nth(1);
    await expect(lastJob).toContainText('Phiếu in thử');
    await expect(lastJob).toContainText('Đã in');

    await staff.openPanel('In nhiều phiếu');
    await page.getByRole('searchbox').fill('1.001193');
    await page.getByRole('list', { name: 'Các việc tìm được' }).getByRole('button').first().tap();
    await expect(page.getByRole('list', { name: 'Các phiếu sẽ in' })).toContainText('Đăng ký khai sinh');
    await staff.button('Thêm').tap();
    await staff.button('In tất cả').tap();
    await expect(page.getByRole('alert')).toContainText('2 phiếu đang chờ in');
    await staff.openPanel('Máy in');
    for (const row of [1, 2]) {
      await expect(staff.panel().getByRole('row').nth(row)).toContainText('Giấy tờ cần mang');
      await expect(staff.panel().getByRole('row').nth(row)).toContainText('Đã in');
    }
    await staff.openPanel('Nhật ký');
    await expect(staff.panel().getByRole('row').nth(1)).toContainText('In nhiều phiếu');
    await expect(staff.panel().getByRole('row').nth(2)).toContainText('In thử');
  });

  test('tell of a new roll', async ({ kiosk, page }) => {
    const staff = new StaffPage(page, kiosk.process);
    staff.setPin();
    await staff.enter();
    await staff.openPanel('Máy in');
    await staff.button('Đã thay giấy').tap();
    const question = page.getByRole('alertdialog');
    await question.getByRole('button', { name: 'Thêm' }).tap();
    await question.getByRole('button', { name: 'Đã thay giấy' }).tap();
    await expect(staff.panel()).toContainText('65 / 65 m');
    await expect(staff.panel()).toContainText('Đã ghi nhận cuộn giấy mới');
  });

  test('see the reader pulled out, plugged in again, and what kinds it read', async ({ page }, testInfo) => {
    test.skip(testInfo.project.name !== 'portrait', 'one shell is enough to start a kiosk of its own');
    const own = await startKioskProcess();
    let plugged: ScannerInHand = own.scanner;
    onceOver = async () => {
      await plugged.close();
      await own.stop();
    };
    const kiosk = new KioskPage(page, own);
    const staff = new StaffPage(page, own);
    staff.setPin();
    await kiosk.open();
    await staff.enter();
    await staff.openPanel('Đầu đọc');
    await expect(staff.panel()).toContainText('Đầu đọc sẵn sàng');
    await expect(staff.panel()).toContainText('máy chưa đọc mã nào');
    await own.scanner.close();
    await expect(staff.panel()).toContainText('Chưa nối được đầu đọc');
    await expect(staff.panel()).toContainText(`No virtual reader listens at port ${own.scanner.port}`);
    plugged = await startVirtualScanner({ port: own.scanner.port });
    await expect(staff.panel()).toContainText('Đầu đọc sẵn sàng');
    plugged.scan('079304000123|273900111|NGUYỄN THỊ MẪU|02012004|Nữ|12 Đường Thử|05062022');
    await expect(staff.panel().getByRole('row').nth(1)).toContainText('Thẻ căn cước');
    await expect(page.locator('body')).not.toContainText(/NGUYỄN|079304/u);
  });

  test('are sent back to the welcome screen when their time is over', async ({ kiosk, page }) => {
    const staff = new StaffPage(page, kiosk.process);
    staff.setPin();
    await page.clock.install();
    await kiosk.open();
    await staff.enter();
    await page.clock.runFor(sessionMs / 2);
    await expect(staff.heading('Màn hình cán bộ')).toBeVisible();
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
    await page.clock.runFor(sessionMs / 2 + 1_000);
    await expect(kiosk.button('Chạm để bắt đầu')).toBeVisible();
  });

  test('find targets of 15 mm at least on every panel', async ({ kiosk, page }) => {
    const staff = new StaffPage(page, kiosk.process);
    staff.setPin();
    await staff.gesture();
    await expect(staff.heading('Dành cho cán bộ')).toBeVisible();
    const small: string[] = await smallTargets();
    await staff.typePin(rightPin);
    for (const name of await page.getByRole('tab').allInnerTexts()) {
      await staff.openPanel(name);
      await expect(staff.panel()).toBeVisible();
      small.push(...(await smallTargets()));
    }
    expect(small).toEqual([]);

    function smallTargets(): Promise<string[]> {
      return page.evaluate((least) => {
        const targets = Array.from(document.querySelectorAll('button, [role=button], [role=tab], [role=radio]'));
        return targets.flatMap((target) => {
          const { width, height } = target.getBoundingClientRect();
          return width > 2 && height > 2 && (width < least || height < least)
            ? [`${target.textContent?.slice(0, 30)} ${Math.round(width)}×${Math.round(height)}`]
            : [];
        });
      }, leastTouchPixels);
    }
  });

  test('learn what to do where no PIN is set', async ({ kiosk, page }) => {
    const staff = new StaffPage(page, kiosk.process);
    rmSync(join(kiosk.process.folder, 'data', pinFileName), { force: true });
    await staff.gesture();
    await staff.typePin(rightPin);
    await expect(page.getByRole('alert')).toContainText('kioskctl staff set-pin');
  });

  test('wait after five wrong PINs, also after the plug was pulled', async ({ page }, testInfo) => {
    test.skip(testInfo.project.name !== 'portrait', 'one shell is enough to start a kiosk of its own');
    const own = await startKioskProcess();
    onceOver = () => own.stop();
    const kiosk = new KioskPage(page, own);
    const staff = new StaffPage(page, own);
    await kiosk.open();
    staff.setPin();
    await staff.gesture();
    for (let time = 0; time < 5; time += 1) {
      await staff.typePin('000000');
      await expect(page.getByRole('alert')).toContainText(
        time < 4 ? `Còn ${4 - time} lần thử` : /Thử lại sau (5:00|4:5\d)/,
      );
    }
    await expect(staff.button('1')).toBeDisabled();
    own.killCore();
    await expect(page.getByText('Máy đang nối lại')).toBeVisible();
    await expect(page.getByText('Máy đang nối lại')).toHaveCount(0);
    await kiosk.tap('Kết thúc');
    await staff.gesture();
    await staff.typePin(rightPin);
    await expect(page.getByRole('alert')).toContainText('Mã đúng lúc này cũng chưa mở được');
    staff.setPin();
    await kiosk.tap('Kết thúc');
    await staff.enter();
  });
});

test('citizens who hold the emblem, tap the corner, or do both too slowly find nothing', async ({ kiosk, page }) => {
  await page.locator('[data-emblem]').tap();
  await page.touchscreen.tap((page.viewportSize()?.width ?? 0) - 20, 20);
  await kiosk.start();
  await page.locator('[data-emblem]').click({ delay: 1_000 });
  await page.touchscreen.tap((page.viewportSize()?.width ?? 0) - 20, 20);
  await expect(kiosk.heading('Hôm nay ông/bà cần làm việc gì?')).toBeVisible();
});
