/** A reader that types: its scans are heard on every screen and leave nothing behind, and people's keys do what they always do. */
import { type KioskProcess, startKioskProcess } from './kiosk-process.ts';
import { expect, test } from './kiosk-test.ts';
import { KioskPage } from './pages/kiosk-page.ts';
import { Typing } from './pages/typing.ts';

test.skip(({ shell }) => shell !== 'browser', 'keys with times of their own need the browser’s protocol');

let own: KioskProcess;
test.beforeAll(async () => {
  own = await startKioskProcess({ configuration: { reader: { target: 'keyboard' } } });
});
test.afterAll(async () => {
  await own.stop();
});

const card = '079304000123||NGUYỄN THỊ MẪU|02012004|Nữ|12 Đường Thử, Phường Mẫu|05062022';
const unknownTitle = 'Máy chưa nhận ra mã này';

test.describe('a reader that types', () => {
  test('opens a procedure from home, and from a focused button that it does not press', async ({ page }) => {
    const kiosk = new KioskPage(page, own);
    const typing = await Typing.on(page);
    await kiosk.open();
    await kiosk.start();
    await typing.scan('1.000894');
    await expect(kiosk.heading('Giấy tờ cần mang')).toBeVisible();
    await expect(page.getByText('1.000894').first()).toBeVisible();
    await kiosk.tap('Trang đầu');
    const tile = kiosk.button(/Sinh con/);
    await tile.focus();
    for (const end of ['Enter', 'Tab'] as const) {
      await typing.scan('khong phai ma nao', end);
      await expect(page.getByText(unknownTitle)).toBeVisible();
      await kiosk.tap('Đã hiểu');
      await expect(page.getByText(unknownTitle)).toHaveCount(0);
      await expect(kiosk.heading('Hôm nay ông/bà cần làm việc gì?')).toBeVisible();
    }
  });

  test('leaves nothing of a card in the field one types in, and what was typed there stays', async ({ page }) => {
    const kiosk = new KioskPage(page, own);
    const typing = await Typing.on(page);
    await kiosk.open();
    await kiosk.start();
    await kiosk.tap(/Tìm việc cần làm/);
    await expect(kiosk.searchField()).toBeFocused();
    const scanTwo = async () => {
      await typing.scan(card);
      await typing.scan('khong phai ma nao');
      await expect(page.getByText(unknownTitle)).toBeVisible();
    };
    await scanTwo();
    await kiosk.tap('Đã hiểu');
    await expect(kiosk.searchField()).toHaveValue('');
    await kiosk.searchField().focus();
    await typing.slowly('ket hon');
    await expect(kiosk.searchField()).toHaveValue('ket hon');
    await scanTwo();
    await expect(kiosk.searchField()).toHaveValue('ket hon');
    await kiosk.tap('Đã hiểu');
    await kiosk.searchField().focus();
    await typing.scanLate('khong phai ma nao');
    await expect(page.getByText(unknownTitle)).toBeVisible();
    await expect(kiosk.searchField()).toHaveValue('ket hon');
    await expect(page.locator('body')).not.toContainText(/NGUYỄN|0793040|Đường Thử/u);
  });
});

test.describe('a keyboard beside a reader that types', () => {
  test('opens the search with its first letters, writes words with accents, and presses buttons', async ({ page }) => {
    const kiosk = new KioskPage(page, own);
    const typing = await Typing.on(page);
    await kiosk.open();
    await kiosk.start();
    await typing.slowly('kh');
    await expect(kiosk.searchField()).toHaveValue('kh');
    await typing.slowly('ai sinh');
    await expect(kiosk.searchField()).toHaveValue('khai sinh');
    // Letters hit almost together, as quick typists do.
    await typing.keys([' ', 'g', 'i'], 30);
    await typing.keys(['a', 'a', 'y'], 30);
    await typing.keys(['s'], 30);
    await expect(kiosk.searchField()).toHaveValue('khai sinh giấy');
    await kiosk.tap('Trang đầu');
    await kiosk.button(/Sinh con/).focus();
    await typing.keys([' '], 200);
    await expect(kiosk.heading('Hôm nay ông/bà cần làm việc gì?')).toHaveCount(0);
    await kiosk.tap('Trang đầu');
    await kiosk.button(/Sinh con/).focus();
    await typing.keys(['Enter'], 200);
    await expect(kiosk.heading('Hôm nay ông/bà cần làm việc gì?')).toHaveCount(0);
  });
});
