import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type KioskProcess, startKioskProcess } from './kiosk-process.ts';
import { expect, test } from './kiosk-test.ts';
import { KioskPage } from './pages/kiosk-page.ts';

const nationalExport = '../shared/data/national-catalogue-2026-07.jsonl.gz';

test.describe('the whole national catalogue', () => {
  test.skip(!existsSync(nationalExport), 'needs ../shared/data/national-catalogue-2026-07.jsonl.gz');
  test.describe.configure({ mode: 'serial', timeout: 180_000 });

  let folder: string;
  let own: KioskProcess;

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    folder = mkdtempSync(join(tmpdir(), 'kiosk-whole-'));
    const catalogueFolder = join(folder, 'all');
    const words = ['catalogue', 'build', nationalExport, 'data/catalogue', '--out', catalogueFolder, '--json'];
    const build = spawnSync('node_modules/.bin/node', ['main/cli/kioskctl.ts', ...words], { maxBuffer: 2 ** 26 });
    expect(build.status).toBe(0);
    own = await startKioskProcess({ catalogueFolder, configuration: { catalogue: { profile: 'all' } } });
  });
  test.afterAll(async () => {
    await own.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [what, code] of [
    ['the longest name', '1.012812'],
    ['the longest line of a paper', '1.002759'],
    ['the most papers', '1.014199'],
    ['the longest note', '1.002755'],
    ['twelve rates', '1.115593'],
  ] as const) {
    test(`shows ${what} (${code}) without anything running out of the screen`, async ({ page }) => {
      const kiosk = new KioskPage(page, own);
      await kiosk.open();
      await kiosk.start();
      own.scanner.scan(code);
      await expect(page.getByText(code).first()).toBeVisible();
      const overflowing = await page.evaluate(() =>
        Array.from(document.querySelectorAll('main *')).flatMap((element) => {
          const { right, left, width } = element.getBoundingClientRect();
          const hides = getComputedStyle(element).position === 'absolute' || width < 2;
          return !hides && (right > window.innerWidth + 1 || left < -1) ? [element.className] : [];
        }),
      );
      expect(overflowing).toEqual([]);
    });
  }

  test('is searched as one types', async ({ page }) => {
    const kiosk = new KioskPage(page, own);
    await kiosk.open();
    await kiosk.start();
    await kiosk.search('dang ky khai sinh');
    await expect(kiosk.rows().first()).toContainText('Đăng ký khai sinh');
  });

  test('is browsed letter by letter, page after page, and is as it was on the way back', async ({ page }) => {
    const kiosk = new KioskPage(page, own);
    await kiosk.open();
    await kiosk.start();
    await kiosk.tap('Xem tất cả');
    await page.getByRole('tab', { name: 'Theo chữ cái' }).tap();
    await kiosk.tap(/^C: 2\.\d{3} việc/);
    await kiosk.tap(/^Nộp được trên mạng/);
    await expect(page.getByText(/^1\.\d{3} trong 2\.\d{3} việc$/)).toBeVisible();
    const rows = page.getByRole('main').getByRole('listitem');
    await expect(rows).toHaveCount(40);
    await kiosk.tap('Xem thêm');
    await expect(rows).toHaveCount(80);
    const last = rows.nth(75);
    const title = await last.innerText();
    await last.getByRole('button').tap();
    await expect(kiosk.heading('Giấy tờ cần mang')).toBeVisible();
    await kiosk.tap('Quay lại');
    await expect(rows).toHaveCount(80);
    await expect(rows.nth(75)).toBeInViewport();
    expect(await rows.nth(75).innerText()).toBe(title);
  });
});
