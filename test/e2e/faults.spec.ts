import { startKioskProcess } from './kiosk-process.ts';
import { expect, test } from './kiosk-test.ts';
import { KioskPage } from './pages/kiosk-page.ts';

async function openPrintScreen(kiosk: KioskPage): Promise<void> {
  await kiosk.start();
  await kiosk.tap('Sao y, chứng thực');
  await kiosk.tap(/^Sao y giấy tờ/);
  await kiosk.tap('Chưa – in giấy mang về');
}

test.describe('when something fails', () => {
  test('a printer without paper is told in kind words, and prints once it has paper', async ({
    kiosk,
    page,
    kioskProcess,
  }) => {
    kioskProcess.printer.set({ paper: 'out' });
    await openPrintScreen(kiosk);
    const before = kioskProcess.printer.slips.length;
    await kiosk.tap('In phiếu');
    await expect(page.getByText('Máy in hết giấy. Mời ông/bà báo quầy hướng dẫn để thay giấy.')).toBeVisible();
    expect(kioskProcess.printer.slips).toHaveLength(before);
    kioskProcess.printer.set({ paper: 'ok' });
    await kiosk.tap('Thử lại');
    await expect(kiosk.heading('Cảm ơn ông/bà')).toBeVisible();
    await expect.poll(() => kioskProcess.printer.slips.length).toBe(before + 1);
  });

  test('a printer that is not there is told, and the rest goes on', async ({
    page,
    browserName: _browser,
  }, testInfo) => {
    test.skip(testInfo.project.name !== 'portrait', 'one shell is enough to start a kiosk of its own');
    const own = await startKioskProcess({ configuration: { printer: { target: 'tcp://127.0.0.1:9' } } });
    try {
      const kiosk = new KioskPage(page, own);
      await kiosk.open();
      await openPrintScreen(kiosk);
      await expect(page.getByText('Máy in chưa nối được').first()).toBeVisible();
      await kiosk.tap('In phiếu');
      await expect(page.getByText('Phiếu chưa in được')).toBeVisible();
      await kiosk.tap('Trang đầu');
      await expect(kiosk.heading('Hôm nay ông/bà cần làm việc gì?')).toBeVisible();
    } finally {
      await own.stop();
    }
  });

  test('a core that is killed comes back without the citizen losing the place', async ({ page }, testInfo) => {
    test.skip(testInfo.project.name !== 'portrait', 'one shell is enough to start a kiosk of its own');
    const own = await startKioskProcess();
    try {
      const kiosk = new KioskPage(page, own);
      await kiosk.open();
      await kiosk.start();
      await kiosk.search('khai tu');
      await expect(kiosk.rows().first()).toContainText('tử');
      own.killCore();
      await expect(page.getByText('Xin chờ một chút').first()).toBeVisible();
      await expect(page.getByText('Máy đang nối lại')).toBeHidden({ timeout: 20_000 });
      await expect(kiosk.searchField()).toHaveValue('khai tu');
      await page.keyboard.type(' luu');
      await expect(kiosk.rows().first()).toBeVisible();
    } finally {
      await own.stop();
    }
  });

  test('a wrong configuration is a readable page for staff, not half a kiosk', async ({ page }, testInfo) => {
    test.skip(testInfo.project.name !== 'portrait', 'one shell is enough to start a kiosk of its own');
    const own = await startKioskProcess({ configuration: { offices: {} } });
    try {
      await page.goto(own.entryAddress ?? '');
      await expect(page.getByText('Máy chưa sẵn sàng')).toBeVisible();
      await expect(page.getByText('configuration-invalid')).toBeVisible();
      await expect(page.getByText('offices')).toBeVisible();
    } finally {
      await own.stop();
    }
  });
});
