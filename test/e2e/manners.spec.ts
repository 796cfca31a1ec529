import { expect, test } from './kiosk-test.ts';

/** A 24″ screen of 1080×1920 has 0.2768 mm a pixel; 15 mm are 54.2 of them. */
const leastTouchPixels = 54;

test.describe('the screen', () => {
  for (const [name, path] of [
    ['home', []],
    ['a list', ['Sinh con, khai sinh']],
    ['a procedure', ['Sinh con, khai sinh', /^Đăng ký khai sinh/]],
    ['the queue', ['Lấy số thứ tự']],
    ['the form for a dossier', ['Hồ sơ của tôi đến đâu?']],
    ['a slip before it is printed', ['Sinh con, khai sinh', /^Đăng ký khai sinh/, 'Chưa – in giấy mang về']],
  ] as const) {
    test(`has touch targets of 15 mm at least on ${name}`, async ({ kiosk, page }) => {
      await kiosk.start();
      for (const step of path) {
        await kiosk.tap(step);
      }
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const small = await page.evaluate((least) => {
        const targets = Array.from(document.querySelectorAll('button, [role=button], a[href], [role=radio], label'));
        return targets.flatMap((target) => {
          const { width, height } = target.getBoundingClientRect();
          return width > 2 && height > 2 && (width < least || height < least) && !target.hasAttribute('data-test-small')
            ? [`${target.textContent?.slice(0, 30)} ${Math.round(width)}×${Math.round(height)}`]
            : [];
        });
      }, leastTouchPixels);
      expect(small).toEqual([]);
    });
  }

  test('selects no text, opens no menu, zooms not and scrolls nothing sideways', async ({ kiosk, page }) => {
    await kiosk.start();
    const prevented = await page.evaluate(() => {
      const menu = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
      document.body.dispatchEvent(menu);
      const wheel = new WheelEvent('wheel', { bubbles: true, cancelable: true, ctrlKey: true, deltaY: 100 });
      document.body.dispatchEvent(wheel);
      return { menu: menu.defaultPrevented, zoom: wheel.defaultPrevented };
    });
    expect(prevented).toEqual({ menu: true, zoom: true });
    const sizes = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth - window.innerWidth,
      select: getComputedStyle(document.body).userSelect,
    }));
    expect(sizes.wide).toBeLessThanOrEqual(0);
    expect(sizes.select).toBe('none');
  });

  test('shows HTML in a question as text', async ({ kiosk, page }) => {
    await kiosk.start();
    await kiosk.search('<img src=x onerror=alert(1)>');
    await expect(kiosk.searchField()).toHaveValue('<img src=x onerror=alert(1)>');
    await expect(page.locator('img[src=x]')).toHaveCount(0);
  });

  test('can be used by keyboard alone', async ({ kiosk, page }) => {
    await page.keyboard.press('Tab');
    await kiosk.button('Chạm để bắt đầu').focus();
    await page.keyboard.press('Enter');
    await expect(kiosk.heading('Hôm nay ông/bà cần làm việc gì?')).toBeVisible();
    await kiosk.button('Kết hôn, độc thân').focus();
    await page.keyboard.press('Enter');
    await expect(kiosk.heading('Kết hôn, độc thân')).toBeVisible();
  });

  test('keeps its place at very large text', async ({ kiosk, page }) => {
    await kiosk.start();
    await page.getByRole('radio', { name: 'Chữ rất lớn' }).tap();
    await kiosk.tap('Sao y, chứng thực');
    await kiosk.tap(/^Sao y giấy tờ/);
    await expect(kiosk.heading('Giấy tờ cần mang')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  });
});
