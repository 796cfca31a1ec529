import { readFileSync } from 'node:fs';
import { readQrCodes } from '../unit/printing/slip-dots.ts';
import { type KioskProcess, startKioskProcess } from './kiosk-process.ts';
import { test as base, expect } from './kiosk-test.ts';
import { type OfficePortal, openOfficePortal } from './office-portal.ts';
import { AppointmentPage } from './pages/appointment-page.ts';
import { KioskPage } from './pages/kiosk-page.ts';

/** A citizen's card as its QR has it; the person is invented. */
const card = '079099000123||NGUYỄN VĂN THỬ|01011999|Nam|1 Đường Thử, phường Thử|01012022';

const test = base.extend<
  { readonly appointment: AppointmentPage; readonly oneOwn: KioskProcess },
  { readonly office: OfficePortal }
>({
  office: [
    async ({ shell: _shell }, use) => {
      const office = await openOfficePortal();
      await use(office);
      await office.close();
    },
    { scope: 'worker' },
  ],
  kioskProcess: [
    async ({ office }, use) => {
      const kiosk = await startKioskProcess({ configuration: { portal: office.configurationOf('kiosk-1') } });
      await use(kiosk);
      await kiosk.stop();
    },
    { scope: 'worker' },
  ],
  oneOwn: async ({ office }, use) => {
    const kiosk = await startKioskProcess({ configuration: { portal: office.configurationOf('kiosk-2') } });
    await use(kiosk);
    await kiosk.stop();
  },
  appointment: async ({ kiosk, office }, use) => {
    office.set('well');
    await use(new AppointmentPage(kiosk));
  },
});

/** Nothing can be booked for today in the last half hour before midnight. */
const isNearMidnight = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(11, 16) >= '23:25';

test.describe('an appointment', () => {
  test('is booked with a name, held in the hand, shown by its slip, changed and given back', async ({
    appointment,
    kiosk,
    kioskProcess,
    page,
  }) => {
    const before = kioskProcess.printer.slips.length;
    await appointment.open();
    await appointment.chooseLaterDay();
    await expect(kiosk.heading('Buổi sáng')).toBeVisible();
    await appointment.chooseTime('8:30');
    await expect(kiosk.button('Tiếp tục')).toBeDisabled();
    await appointment.typeName('nguyễn thị mẫu');
    await expect(page.getByText('NGUYỄN THỊ MẪU')).toBeVisible();
    await kiosk.tap('Đặt lịch hẹn này');
    const code = await appointment.expectBooked();
    await expect(page.getByText('8:30', { exact: false }).first()).toBeVisible();
    await expect(page.getByText('Đã in xong')).toBeVisible();
    expect(await readQrCodes(readFileSync(await kioskProcess.printer.slip(before + 1)))).toEqual([
      `APPOINTMENT:${code}`,
    ]);
    await appointment.finish();

    await appointment.scanSlip(code);
    await expect(page.getByText('Lịch hẹn còn giữ')).toBeVisible();
    await expect(page.getByText('NGUYỄN THỊ MẪU')).toHaveCount(0);
    await kiosk.tap('Đổi ngày giờ');
    await appointment.chooseLaterDay();
    await appointment.chooseTime('14:15');
    await expect(kiosk.heading('Xem lại rồi đổi lịch hẹn')).toBeVisible();
    await kiosk.tap('Đổi lịch hẹn');
    await expect(kiosk.heading('Đã đổi lịch hẹn')).toBeVisible();
    expect(await appointment.code()).toBe(code);
    await expect(page.getByText('Đã in xong')).toBeVisible();
    await appointment.finish();

    await appointment.scanSlip(code);
    await expect(page.getByText(/^14:15/)).toBeVisible();
    await kiosk.tap('Trả lịch hẹn');
    await kiosk.tap('Giữ lại');
    await kiosk.tap('Trả lịch hẹn');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Trả lịch hẹn' }).tap();
    await expect(kiosk.heading('Đã trả lịch hẹn')).toBeVisible();
    await expect(kiosk.button('Đổi ngày giờ')).toHaveCount(0);
    await appointment.finish();
  });

  test('is booked with a card, of which the screen shows the masked number alone', async ({
    appointment,
    kiosk,
    kioskProcess,
    page,
  }) => {
    await appointment.open();
    await appointment.chooseLaterDay();
    await appointment.chooseTime('9:00');
    await expect(page.getByText('Không cần gõ: đưa thẻ căn cước trước máy đọc')).toBeVisible();
    kioskProcess.scanner.scan(card);
    await expect(kiosk.heading('Xem lại rồi đặt lịch hẹn')).toBeVisible();
    await expect(page.getByText(/^Thẻ số 079•+0123$/)).toBeVisible();
    await kiosk.tap('Đặt lịch hẹn này');
    await appointment.expectBooked();
    await expect(page.getByText('THỬ', { exact: false }).filter({ hasText: 'VĂN' })).toHaveCount(0);
    await expect(page.getByText('Đã in xong')).toBeVisible();
    // What was filled in is no place to go back to.
    await kiosk.tap('Quay lại');
    await expect(kiosk.heading('Giấy tờ cần mang')).toBeVisible();
  });

  test('checks in on the day and becomes a number, the same one however often', async ({
    appointment,
    kiosk,
    kioskProcess,
    page,
  }) => {
    test.skip(isNearMidnight, 'no time of today is left to book');
    await appointment.open();
    await appointment.choices().filter({ hasText: 'Hôm nay' }).tap();
    await appointment.choices().first().tap();
    await appointment.typeName('trần văn thử');
    await kiosk.tap('Đặt lịch hẹn này');
    const code = await appointment.expectBooked();
    await expect(page.getByText('Đã in xong')).toBeVisible();
    await appointment.finish();

    const before = kioskProcess.printer.slips.length;
    await appointment.scanSlip(code);
    await expect(page.getByText('Đã đến giờ hẹn')).toBeVisible();
    await kiosk.tap('Đến quầy – lấy số');
    const number = await kiosk.ticketNumber('B');
    await expect(page.getByText(/trước ông\/bà|trước số này/)).toBeVisible();
    await expect(page.getByText('Đã in xong')).toBeVisible();
    const [ticket = ''] = await readQrCodes(readFileSync(await kioskProcess.printer.slip(before + 1)));
    expect(ticket).toMatch(new RegExp(`^TICKET:\\d{4}-\\d{2}-\\d{2}:${number}$`));
    await appointment.finish();

    await appointment.scanSlip(code);
    await expect(page.getByText('Đã lấy số cho lịch hẹn này')).toBeVisible();
    await kiosk.tap('Xem lại số thứ tự');
    expect(await kiosk.ticketNumber('B')).toBe(number);
    await appointment.finish();
  });

  test('that is not today says when to come, and gives no number', async ({ appointment, kiosk, page }) => {
    await appointment.open();
    await appointment.chooseLaterDay();
    await appointment.chooseTime('10:00');
    await appointment.typeName('lê thị thử');
    await kiosk.tap('Đặt lịch hẹn này');
    const code = await appointment.expectBooked();
    await expect(page.getByText('Đã in xong')).toBeVisible();
    await appointment.finish();
    await appointment.scanSlip(code);
    await expect(page.getByText(/lấy số tại máy từ 9:30/)).toBeVisible();
    await expect(kiosk.button('Đến quầy – lấy số')).toHaveCount(0);
    await appointment.finish();
  });

  test('for the last place is given to one of two kiosks, and the other finds another time', async ({
    appointment,
    kiosk,
    oneOwn,
    page,
    context,
  }, testInfo) => {
    test.skip(testInfo.project.name !== 'portrait', 'one shell is enough to start a kiosk of its own');
    // Two kiosks start for it.
    test.slow();
    const otherPage = await context.newPage();
    const otherKiosk = new KioskPage(otherPage, oneOwn);
    const other = new AppointmentPage(otherKiosk);
    await otherKiosk.open();
    for (const each of [appointment, other]) {
      await each.openForCopies();
      await each.chooseLaterDay();
      await each.chooseTime('8:45');
      await each.typeName('phạm thị thử');
    }
    await Promise.all([kiosk.tap('Đặt lịch hẹn này'), otherKiosk.tap('Đặt lịch hẹn này')]);
    const booked = page.getByRole('heading', { name: 'Đã đặt lịch hẹn' });
    const otherBooked = otherPage.getByRole('heading', { name: 'Đã đặt lịch hẹn' });
    const sorry = page.getByText('Giờ này vừa có người đặt hết');
    const otherSorry = otherPage.getByText('Giờ này vừa có người đặt hết');
    await expect(booked.or(sorry)).toBeVisible();
    await expect(otherBooked.or(otherSorry)).toBeVisible();
    const hasFirst = await booked.isVisible();
    expect(await otherBooked.isVisible()).toBe(!hasFirst);

    // Whoever was told so chooses once more, without typing the name again.
    const loser = hasFirst ? other : appointment;
    await loser.chooseTime('9:15');
    await expect(loser.kiosk.heading('Xem lại rồi đặt lịch hẹn')).toBeVisible();
    await expect(loser.kiosk.page.getByText('PHẠM THỊ THỬ')).toBeVisible();
    await loser.kiosk.tap('Đặt lịch hẹn này');
    await loser.expectBooked();
    await otherPage.close();
  });

  test('whose answer was lost is asked for again, and counts once', async ({ appointment, kiosk, office, page }) => {
    await appointment.open();
    await appointment.chooseLaterDay();
    await appointment.chooseTime('10:45');
    await appointment.typeName('hoàng văn thử');
    office.set('deaf');
    await kiosk.tap('Đặt lịch hẹn này');
    await expect(page.getByText('Chưa rõ đã đặt được hay chưa')).toBeVisible({ timeout: 20_000 });
    // Leaving is asked about; whoever stays asks again.
    await kiosk.tap('Quay lại');
    await kiosk.tap('Ở lại hỏi tiếp');
    await kiosk.tap('Hỏi lại');
    await appointment.expectBooked();
    await expect(page.getByText('Đã in xong')).toBeVisible();

    // Of three places two are left, before the kiosk gives anything back for a citizen who has gone.
    await kiosk.tap('Làm việc khác');
    await appointment.openFromHome();
    await appointment.chooseLaterDay();
    await expect(appointment.time('10:45')).toContainText('Còn 2 chỗ');
  });

  test('whose answer was lost is given back where the citizen leaves without asking', async ({
    appointment,
    kiosk,
    office,
    page,
  }) => {
    await appointment.open();
    await appointment.chooseLaterDay();
    await appointment.chooseTime('11:15');
    await appointment.typeName('vũ thị thử');
    office.set('deaf');
    await kiosk.tap('Đặt lịch hẹn này');
    await expect(page.getByText('Chưa rõ đã đặt được hay chưa')).toBeVisible({ timeout: 20_000 });
    await kiosk.tap('Trang đầu');
    await kiosk.tap('Vẫn rời đi');
    await kiosk.tap('Kết thúc');
    await expect(kiosk.button('Chạm để bắt đầu')).toBeVisible();
    await appointment.open();
    await appointment.chooseLaterDay();
    await expect(appointment.time('11:15')).toContainText('Còn 3 chỗ');
  });

  test('cannot be booked while nobody is reached, and nothing is promised', async ({ office, oneOwn, page }) => {
    const kiosk = new KioskPage(page, oneOwn);
    const appointment = new AppointmentPage(kiosk);
    office.set('well');
    await kiosk.open();
    await appointment.open();
    await appointment.chooseLaterDay();
    await appointment.chooseTime('15:00');
    await appointment.typeName('đỗ văn thử');
    office.set('cut-off');
    await kiosk.tap('Đặt lịch hẹn này');
    // Whether anything got through is not known, or nothing did: in no case is it called booked.
    await expect(page.getByText(/Hiện chưa đặt được lịch hẹn|Chưa rõ đã đặt được hay chưa/)).toBeVisible({
      timeout: 20_000,
    });
    await expect(kiosk.heading('Đã đặt lịch hẹn')).toHaveCount(0);
    oneOwn.scanner.scan('APPOINTMENT:ZZZZ2222');
    await page.reload();
    await kiosk.open();
    oneOwn.scanner.scan('APPOINTMENT:ZZZZ2222');
    await expect(page.getByText('Hiện chưa xem được lịch hẹn')).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText('Quầy hướng dẫn, bên trái cửa vào')).toBeVisible();
    office.set('well');
    // As soon as somebody answers, one touch is enough.
    await expect(async () => {
      await kiosk.tap('Thử lại');
      await expect(page.getByText('Không thấy lịch hẹn này')).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 40_000 });
  });
});
