/** Each kind of thing held before the reader, on screens of each kind: it does the sensible thing and shows nothing it must not. */
import { expect, test } from './kiosk-test.ts';
import { KioskPage } from './pages/kiosk-page.ts';
import { type PortalKiosk, startPortalKiosk } from './portal-kiosk.ts';

test.skip(({ shell }) => shell !== 'browser', 'the portal beside it is started for the browser shell');

let own: PortalKiosk;
test.beforeAll(async () => {
  own = await startPortalKiosk();
});
test.afterAll(async () => {
  await own.stop();
});

const healthCard =
  'DN4790000000123|4e677579e1bb856e205468e1bb8b204de1baab75|14/02/1990|2|4d75|79 - 071|01/01/2024|-|05/01/2024|79070000000000|-|4|01/01/2029|15ae3c3c4f14eb-7102|$';
/** The vector of NAPAS, without an amount. */
const paymentCode = '00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045802VN6304AE9F';

/** How to come to a screen from home. */
const places = {
  welcome: null,
  home: async () => undefined,
  'the search': (kiosk: KioskPage) => kiosk.search('sao y'),
  'a procedure': async (kiosk: KioskPage) => {
    await kiosk.tap('Sao y, chứng thực');
    await kiosk.tap(/^Sao y giấy tờ/);
    await expect(kiosk.heading('Giấy tờ cần mang')).toBeVisible();
  },
  'the queue': (kiosk: KioskPage) => kiosk.tap('Lấy số thứ tự'),
  'the form for a dossier': (kiosk: KioskPage) => kiosk.tap('Hồ sơ của tôi đến đâu?'),
} as const;

const [firstPlace] = Object.keys(places);

for (const [place, walk] of Object.entries(places)) {
  test(`on ${place} whatever is scanned does the sensible thing`, async ({ page }, testInfo) => {
    test.skip(
      testInfo.project.name !== 'portrait' && place !== firstPlace,
      'where a scan leads does not hang on the orientation',
    );
    // Eleven things one after the other.
    test.slow();
    const kiosk = new KioskPage(page, own.process);
    const { scanner } = own.process;
    const comeHere = async () => {
      await page.reload();
      await kiosk.open();
      if (walk === null) return;
      await kiosk.start();
      await walk(kiosk);
    };
    await kiosk.open();

    const opened: readonly (readonly [text: string, heading: string | RegExp])[] = [
      ['1.001193', 'Giấy tờ cần mang'],
      ['https://dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc-hanh-chinh.html?ma_thu_tuc=1.001193', 'Giấy tờ cần mang'],
      ['CHECKLIST:1.001193', 'Giấy tờ cần mang'],
      [own.dossier('accepted').dossier.dossierCode, 'Hồ sơ đang được giải quyết'],
      ['TICKET:2024-01-15:A001', 'Số này của ngày khác'],
      ['APPOINTMENT:ABCD2345EF', 'Lịch hẹn của ông/bà'],
      ['STAFF:0123456789', 'Dành cho cán bộ'],
    ];
    for (const [text, heading] of opened) {
      await comeHere();
      scanner.scan(text);
      await expect(kiosk.heading(heading).first(), `${text} on ${place}`).toBeVisible();
    }

    const said: readonly (readonly [text: string, title: string])[] = [
      [own.dossier('accepted').person.cardText, 'Đã đọc thẻ'],
      [healthCard, 'Đã đọc thẻ'],
      [paymentCode, 'Đây là mã chuyển tiền'],
      ['khong phai ma nao ca', 'Máy chưa nhận ra mã này'],
    ];
    await comeHere();
    for (const [text, title] of said) {
      scanner.scan(text);
      await expect(kiosk.heading(title), `${title} on ${place}`).toBeVisible();
      await expect(page.locator('body')).not.toContainText(/TRẦN|Mẫu \d|khong phai ma/u);
      await kiosk.tap('Đã hiểu');
      await expect(kiosk.heading(title)).toHaveCount(0);
    }
  });
}

test('a card shows its masked number alone and leads to the dossiers', async ({ page }) => {
  const kiosk = new KioskPage(page, own.process);
  await kiosk.open();
  const { person } = own.dossier('accepted');
  own.process.scanner.scan(person.cardText);
  await expect(page.getByText(/^Số \d{3}•+\d{4}$/)).toBeVisible();
  await expect(page.locator('body')).not.toContainText(person.identityNumber);
  await kiosk.tap('Xem hồ sơ của tôi');
  await expect(page.getByRole('textbox')).toBeFocused();
});

test('a number’s own slip shows its place, and nothing moves while a slip comes out or waits', async ({ page }) => {
  const kiosk = new KioskPage(page, own.process);
  const { printer, scanner } = own.process;
  await kiosk.open();
  await kiosk.start();
  await kiosk.tap('Lấy số thứ tự');
  printer.set({ paper: 'out' });
  await kiosk.tap(/^Sao y giấy tờ/);
  const number = await kiosk.ticketNumber('A');
  await expect(page.getByText('Máy in vừa hết giấy')).toBeVisible({ timeout: 20_000 });
  scanner.scan('1.001193');
  scanner.scan('khong phai ma nao ca');
  printer.set({ paper: 'ok' });
  await expect(page.getByText('Đã in xong')).toBeVisible({ timeout: 20_000 });
  await expect(kiosk.heading('Giấy tờ cần mang')).toHaveCount(0);
  await expect(kiosk.heading('Máy chưa nhận ra mã này')).toHaveCount(0);

  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  scanner.scan(`TICKET:${today}:${number}`);
  await expect(page.getByText(/số đầu tiên hôm nay|Trước số này đã phát/)).toBeVisible();
  await expect(page.getByText('Máy không biết đang gọi đến số nào.')).toBeVisible();
  scanner.scan(`TICKET:${today}:Z999`);
  await expect(kiosk.heading('Máy này không phát số Z999 hôm nay')).toBeVisible();
});
