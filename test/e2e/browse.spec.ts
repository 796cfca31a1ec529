import type { Locator, Page } from '@playwright/test';
import { expect, test } from './kiosk-test.ts';
import type { KioskPage } from './pages/kiosk-page.ts';

const way = (page: Page, name: string): Locator => page.getByRole('tab', { name });
const filters = (page: Page): Locator => page.getByRole('group', { name: 'Thu hẹp danh sách' });
const filter = (page: Page, name: string): Locator => filters(page).getByRole('button', { name });
const count = (page: Page): Locator => page.getByRole('main').getByRole('status');

/** What a chip says it would leave. */
async function promised(chip: Locator): Promise<number> {
  return Number(/: ([\d.]+) việc$/.exec((await chip.getAttribute('aria-label')) ?? '')?.[1] ?? Number.NaN);
}

async function browse(kiosk: KioskPage, page: Page, name: string): Promise<void> {
  await kiosk.start();
  await kiosk.tap('Xem tất cả');
  await way(page, name).tap();
  await expect(way(page, name)).toHaveAttribute('aria-selected', 'true');
}

test.describe('looking through everything', () => {
  test('by field, by place, by letter and by life event, always to a procedure', async ({ kiosk, page }) => {
    await browse(kiosk, page, 'Theo lĩnh vực');
    await kiosk.tap(/^Hộ tịch/);
    await expect(kiosk.heading('Hộ tịch')).toBeVisible();
    await expect(kiosk.rows().first()).toBeVisible();
    await kiosk.tap('Quay lại');

    await way(page, 'Theo nơi nộp').tap();
    await kiosk.tap(/^Công an phường, xã/);
    await expect(kiosk.heading('Công an phường, xã')).toBeVisible();
    for (const row of await kiosk.rows().all()) await expect(row).toContainText('Công an');
    await kiosk.tap('Quay lại');
    // The way that was chosen is still chosen.
    await expect(way(page, 'Theo nơi nộp')).toHaveAttribute('aria-selected', 'true');

    await way(page, 'Theo chữ cái').tap();
    await expect(kiosk.button(/^Ă: 0 việc/)).toBeDisabled();
    await kiosk.tap(/^K: /);
    await expect(kiosk.heading('Các việc bắt đầu bằng chữ K')).toBeVisible();
    await kiosk.rows().first().getByRole('button').tap();
    await expect(kiosk.heading('Giấy tờ cần mang')).toBeVisible();
    await kiosk.tap('Quay lại');
    await kiosk.tap('Quay lại');

    await way(page, 'Theo sự kiện trong đời').tap();
    await kiosk.tap(/^Kết hôn/);
    await expect(kiosk.button('In chung một phiếu')).toBeVisible();
  });

  test('with a keyboard: arrows change the way, the filter keeps the focus', async ({ kiosk, page }) => {
    await browse(kiosk, page, 'Theo lĩnh vực');
    await way(page, 'Theo lĩnh vực').focus();
    await page.keyboard.press('ArrowRight');
    await expect(way(page, 'Theo nơi nộp')).toBeFocused();
    await expect(way(page, 'Theo nơi nộp')).toHaveAttribute('aria-selected', 'true');
    await kiosk.tap(/^Tất cả các việc/);
    const online = filter(page, 'Nộp được trên mạng');
    await online.focus();
    await page.keyboard.press('Space');
    await expect(online).toHaveAttribute('aria-pressed', 'true');
    await expect(count(page)).toContainText(/ trong /);
    await expect(online).toBeFocused();
  });

  test('in English, names staying Vietnamese', async ({ kiosk, page }) => {
    await kiosk.start();
    await kiosk.chooseLanguage('English');
    await kiosk.tap('See everything');
    await page.getByRole('tab', { name: 'By place' }).tap();
    await kiosk.tap(/^The ward or commune police/);
    await expect(kiosk.rows().first()).toBeVisible();
  });
});

test.describe('a list', () => {
  test('is narrowed by filters that say beforehand what they leave, and never empty', async ({ kiosk, page }) => {
    await browse(kiosk, page, 'Theo lĩnh vực');
    await kiosk.tap(/^Tất cả các việc/);
    await expect(filters(page)).toBeVisible();
    for (const chip of await filters(page)
      .getByRole('button', { name: / việc$/ })
      .all()) {
      const expected = await promised(chip);
      if (expected === 0) {
        await expect(chip).toBeDisabled();
        continue;
      }
      await chip.tap();
      await expect(count(page)).toHaveText(new RegExp(`^${expected} (trong \\d+ )?việc$`));
      await expect(kiosk.rows()).toHaveCount(Math.min(expected, 40));
      await chip.tap();
    }
    const { height } = (await filter(page, 'Nộp được trên mạng').boundingBox()) ?? { height: 0 };
    expect(height).toBeGreaterThanOrEqual(44);
  });

  test('shows one field alone, and everything again', async ({ kiosk, page }) => {
    await browse(kiosk, page, 'Theo nơi nộp');
    await kiosk.tap(/Phường Thử|phường Thử|Ngay tại đây/);
    await expect(count(page)).toHaveText(/^\d+ việc$/);
    const whole = await count(page).innerText();
    await filter(page, 'Chọn lĩnh vực').tap();
    const dialog = page.getByRole('dialog', { name: 'Xem riêng một lĩnh vực' });
    await dialog.getByRole('button', { name: /^Hộ tịch/ }).tap();
    await expect(dialog).toHaveCount(0);
    await expect(filter(page, 'Hộ tịch')).toBeVisible();
    await expect(count(page)).toContainText(`trong ${whole}`);
    await filter(page, 'Bỏ chọn hết').tap();
    await expect(count(page)).toHaveText(whole);
  });

  test('is as it was on the way back from a procedure', async ({ kiosk, page }) => {
    await browse(kiosk, page, 'Theo lĩnh vực');
    await kiosk.tap(/^Tất cả các việc/);
    await filter(page, 'Có nhiều trường hợp').tap();
    await expect(count(page)).toContainText(/ trong /);
    const narrowed = await count(page).innerText();
    await kiosk.rows().first().getByRole('button').tap();
    await expect(kiosk.heading('Giấy tờ cần mang')).toBeVisible();
    await kiosk.tap('Quay lại');
    await expect(filter(page, 'Có nhiều trường hợp')).toHaveAttribute('aria-pressed', 'true');
    await expect(count(page)).toHaveText(narrowed);
  });
});

test.describe('the end of a procedure', () => {
  test('leads on: to the life event, to what needs the same, to the whole field', async ({ kiosk, page }) => {
    await kiosk.start();
    await kiosk.tap('Sinh con, khai sinh');
    await kiosk.tap(/^Đăng ký khai sinh/);
    const related = page.getByRole('region', { name: 'Thủ tục liên quan' });
    await expect(related.getByRole('heading', { name: 'Cùng chuyện “Sinh con”' })).toBeVisible();
    const rows = related.getByRole('listitem');
    await expect(rows.first()).toContainText('Đăng ký thường trú');
    expect(await rows.count()).toBeLessThanOrEqual(6);
    for (const row of await rows.all()) await expect(row).not.toHaveText(/^Đăng ký khai sinh(?! )/);
    await rows.first().getByRole('button').tap();
    await expect(kiosk.heading('Đăng ký thường trú (nhập hộ khẩu)')).toBeVisible();
    await kiosk.tap('Quay lại');
    await related.getByRole('button', { name: 'Xem đủ các bước: Sinh con' }).tap();
    await expect(kiosk.button('In chung một phiếu')).toBeVisible();
    await kiosk.tap('Quay lại');
    await related.getByRole('button', { name: /Mọi việc thuộc lĩnh vực/ }).tap();
    await expect(kiosk.heading('Hộ tịch')).toBeVisible();
  });
});
