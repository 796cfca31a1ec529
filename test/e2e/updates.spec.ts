/** A release on its way from the city to the screen: never under a citizen's hands, at once when they have gone, and back again. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { updatesOverviewSchema } from '../../main/contract/updates.ts';
import { type KioskProcess, startKioskProcess } from './kiosk-process.ts';
import { expect, test } from './kiosk-test.ts';
import { KioskPage } from './pages/kiosk-page.ts';
import { StaffPage } from './pages/staff-page.ts';
import { bundledRows, type ReleaseCity, startReleaseCity } from './release-city.ts';

const copies = 'procedure/2.000815';
/** A kiosk looks within ten seconds of its start, then every few seconds as it is told to here. */
const soon = { timeout: 20_000 };

let city: ReleaseCity;
let own: KioskProcess;

test.describe('a release of the catalogue', () => {
  test.skip(({ shell }) => shell !== 'browser', 'one shell is enough to start a kiosk of its own');

  test.beforeAll(async ({ shell }, testInfo) => {
    test.skip(shell !== 'browser' || testInfo.project.name !== 'portrait', 'one screen is enough');
    city = await startReleaseCity();
    await city.publish({}, '2026-08-20');
    own = await startKioskProcess({
      configuration: { updates: { url: city.url, schedule: '*/3 * * * * *' } },
      prepare: (dataFolder) => {
        mkdirSync(join(dataFolder, 'trust'), { recursive: true });
        writeFileSync(join(dataFolder, 'trust', 'root.json'), city.trustedRoot);
      },
    });
  });

  test.afterAll(async () => {
    await own?.stop();
    city?.close();
  });

  test('comes to the screen without a reload, not under a citizen’s hands, and goes back', async ({
    page,
  }, testInfo) => {
    test.skip(testInfo.project.name !== 'portrait', 'one screen is enough');
    test.slow();
    const kiosk = new KioskPage(page, own);
    await kiosk.open();
    await page.evaluate(() => document.documentElement.setAttribute('data-loaded-once', ''));
    await expect(page.getByText('Dữ liệu cập nhật đến ngày 20/8/2026')).toBeVisible(soon);

    await kiosk.start();
    await kiosk.tap('Sao y, chứng thực');
    await kiosk.tap(/^Sao y giấy tờ/);
    await expect(page.getByText('2.000 đồng').first()).toBeVisible();
    await city.publish(
      {
        [copies]: (bundledRows().get(copies) ?? '').replace('"amountVnd":2000,', '"amountVnd":2500,'),
        'notice/tam-dung': JSON.stringify({
          id: 'tam-dung',
          kind: 'warning',
          text: { vi: 'Máy photo ở quầy 1 tạm nghỉ chiều nay.', en: null },
          fromMs: 0,
          untilMs: null,
          procedureCodes: ['2.000815'],
        }),
      },
      '2026-08-30',
    );
    await expect.poll(() => updatesOf(own).progress.phase, soon).toBe('waiting');
    // The citizen reads on what they began to read.
    await expect(page.getByText('Dữ liệu cập nhật đến ngày 20/8/2026')).toBeVisible();
    await expect(page.getByText('2.000 đồng').first()).toBeVisible();
    await expect(page.getByText('Máy photo')).toHaveCount(0);

    await kiosk.tap('Trang đầu');
    await kiosk.tap('Kết thúc');
    await expect(page.getByText('Dữ liệu cập nhật đến ngày 30/8/2026')).toBeVisible(soon);
    await expect(page.getByRole('status')).toContainText('Máy photo ở quầy 1 tạm nghỉ chiều nay.');
    await page.getByRole('radio', { name: 'English' }).tap();
    await expect(page.getByRole('status').locator('[lang=vi]')).toHaveText('Máy photo ở quầy 1 tạm nghỉ chiều nay.');
    await page.getByRole('radio', { name: 'Tiếng Việt' }).tap();
    await kiosk.start();
    await expect(page.getByRole('status')).toContainText('Máy photo ở quầy 1');
    await kiosk.tap('Sao y, chứng thực');
    await kiosk.tap(/^Sao y giấy tờ/);
    await expect(page.getByText('2.500 đồng').first()).toBeVisible();
    await expect(page.getByRole('status')).toContainText('Máy photo ở quầy 1');
    await kiosk.tap('Trang đầu');
    await kiosk.tap('Kết thúc');

    const staff = new StaffPage(page, own);
    staff.setPin();
    await staff.enter();
    await staff.openPanel('Cập nhật');
    await expect(staff.panel().getByRole('region', { name: 'Danh mục đang hiện' })).toContainText('Bản số 2');
    await staff.button('Tìm bản mới ngay').tap();
    await expect(staff.panel().getByRole('alert')).toContainText('Không có bản nào mới hơn');
    await staff.button('Quay lại bản trước').tap();
    const question = page.getByRole('alertdialog');
    await expect(question).toContainText('Quay lại bản số 1?');
    await question.getByRole('button', { name: 'Quay lại bản trước' }).tap();
    await expect(staff.panel().getByRole('alert')).toContainText('khi không có người đứng trước máy');
    await kiosk.tap('Kết thúc');
    await expect(page.getByText('Dữ liệu cập nhật đến ngày 20/8/2026')).toBeVisible(soon);
    await expect(page.getByText('Máy photo')).toHaveCount(0);
    await expect(page.locator('html')).toHaveAttribute('data-loaded-once');

    await staff.enter();
    await staff.openPanel('Cập nhật');
    await expect(staff.panel().getByRole('region', { name: 'Các bản giữ trong máy' })).toContainText('Đã từ chối');
    await staff.openPanel('Nhật ký');
    await expect(staff.panel().getByRole('table')).toContainText('Quay lại bản trước');
  });
});

/** As staff at the machine's terminal see it. */
function updatesOf(kiosk: KioskProcess): z.infer<typeof updatesOverviewSchema> {
  const words = ['main/cli/kioskctl.ts', 'status', '--json', '--data-dir', join(kiosk.folder, 'data')];
  const { stdout } = spawnSync('node_modules/.bin/node', words, { encoding: 'utf8' });
  return z.object({ updates: updatesOverviewSchema }).parse(JSON.parse(stdout)).updates;
}
