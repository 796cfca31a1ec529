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
  test('a printer without paper is told before anybody presses, and prints once it has paper', async ({
    kiosk,
    page,
    kioskProcess,
  }) => {
    kioskProcess.printer.set({ paper: 'out' });
    await openPrintScreen(kiosk);
    await expect(page.getByText('Máy in đang hết giấy nên chưa in được')).toBeVisible({ timeout: 20_000 });
    await expect(kiosk.button('In phiếu')).toBeDisabled();
    const before = kioskProcess.printer.slips.length;
    kioskProcess.printer.set({ paper: 'ok' });
    await expect(page.getByText('Máy in sẵn sàng')).toBeVisible({ timeout: 20_000 });
    await kiosk.tap('In phiếu');
    await expect(kiosk.heading('Cảm ơn ông/bà')).toBeVisible();
    await expect.poll(() => kioskProcess.printer.slips.length).toBe(before + 1);
  });

  test('paper that ends in the middle of a slip is told, and the slip goes on with the new roll', async ({
    kiosk,
    page,
    kioskProcess,
  }) => {
    const before = kioskProcess.printer.slips.length;
    await openPrintScreen(kiosk);
    kioskProcess.printer.faultAt({ rows: 150 }, 'paper-out');
    await kiosk.tap('In phiếu');
    await expect(page.getByText('Máy in vừa hết giấy')).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText('Xin gọi nhân viên ở quầy hướng dẫn, bên trái cửa vào.')).toBeVisible();
    await kiosk.tap('Nhờ cán bộ giúp');
    await kiosk.tap('Đóng');
    kioskProcess.printer.set({ paper: 'ok' });
    await expect(kiosk.heading('Cảm ơn ông/bà')).toBeVisible({ timeout: 20_000 });
    await expect.poll(() => kioskProcess.printer.slips.length).toBe(before + 1);
  });

  test('a slip that stands in the printer is called off by the citizen, and no whole slip comes out later', async ({
    page,
    browserName: _browser,
  }, testInfo) => {
    test.skip(testInfo.project.name !== 'portrait', 'one shell is enough to start a kiosk of its own');
    // What a printer has no room for stays in the network, where nobody can call it back: this one takes the slip whole.
    const own = await startKioskProcess({ printer: { bufferBytes: 1_000_000 } });
    try {
      const kiosk = new KioskPage(page, own);
      await kiosk.open();
      await openPrintScreen(kiosk);
      own.printer.faultAt({ rows: 150 }, 'cover-open');
      await kiosk.tap('In phiếu');
      await expect(page.getByText('Nắp máy in đang mở')).toBeVisible({ timeout: 20_000 });
      await kiosk.tap('Không in nữa');
      await expect(page.getByText('Đã thôi in')).toBeVisible({ timeout: 20_000 });
      own.printer.set({ coverOpen: false });
      await expect(kiosk.button('In lại')).toBeEnabled({ timeout: 20_000 });
      await kiosk.tap('In lại');
      await expect(kiosk.heading('Cảm ơn ông/bà')).toBeVisible({ timeout: 20_000 });
      await own.printer.written();
      // What hung out was cut off; after it came the one slip that was asked for.
      const whole = own.printer.pieces.filter(({ heightDots }) => heightDots > 600);
      expect(whole).toHaveLength(1);
    } finally {
      await own.stop();
    }
  });

  test('a printer that never answers prints, and the citizen is asked and believed', async ({
    page,
    browserName: _browser,
  }, testInfo) => {
    test.skip(testInfo.project.name !== 'portrait', 'one shell is enough to start a kiosk of its own');
    const own = await startKioskProcess();
    try {
      own.printer.set({ answers: false });
      const kiosk = new KioskPage(page, own);
      await kiosk.open();
      await openPrintScreen(kiosk);
      await kiosk.tap('In phiếu');
      await expect(page.getByText('Phiếu của ông/bà đã ra chưa?')).toBeVisible({ timeout: 30_000 });
      await expect(page.getByText('Máy in này không báo lại là đã in xong')).toBeVisible();
      await expect.poll(() => own.printer.slips.length).toBe(1);
      await kiosk.tap('Chưa ra');
      await expect(page.getByText('Xin lỗi ông/bà, phiếu chưa ra')).toBeVisible();
      expect(own.printer.slips).toHaveLength(1);
      await kiosk.tap('In lại');
      await expect(page.getByText('Phiếu của ông/bà đã ra chưa?')).toBeVisible({ timeout: 30_000 });
      await kiosk.tap('Đã ra rồi');
      await expect(kiosk.heading('Cảm ơn ông/bà')).toBeVisible();
      await expect.poll(() => own.printer.slips.length).toBe(2);
    } finally {
      await own.stop();
    }
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
      await expect(page.getByText('Máy in chưa nối được nên chưa in được')).toBeVisible();
      await expect(kiosk.button('In phiếu')).toBeDisabled();
      await expect(page.getByText('Quét mã để xem trên điện thoại')).toBeVisible();
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
