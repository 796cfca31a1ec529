import { openCatalogue } from '../../main/core/catalogue/open-catalogue.ts';
import { calendarSchema } from '../../main/core/configuration/calendar-schema.ts';
import { dueDatesOfProcedure } from '../../main/core/due-dates/due-dates-of-procedure.ts';
import { createOfficeCalendar } from '../../main/core/office-calendar/create-office-calendar.ts';
import { officeDate } from '../../main/core/office-date.ts';
import { expect, test } from './kiosk-test.ts';

/** Reckoned apart from the kiosk, from the same catalogue: 15/12/2026. */
function dueDay(code: string): string {
  const catalogue = openCatalogue('dist/catalogue');
  const procedure = catalogue.procedure(code);
  const nowMs = Date.now();
  const days = calendarSchema.parse({ workedDates: [officeDate(nowMs)] });
  const calendar = createOfficeCalendar({ ...days, holidays: catalogue.holidays() });
  catalogue.close();
  const [due] = procedure === null ? [] : dueDatesOfProcedure(procedure, calendar, nowMs);
  const [year = '', month = '', day = ''] = due?.day.split('-') ?? [];
  return `${Number(day)}/${Number(month)}/${year}`;
}

test.describe('a citizen who asks how long it takes', () => {
  test('reads when it would be done, as expected, for each way of handing in', async ({ kiosk, page }) => {
    await kiosk.start();
    await kiosk.search('sổ đỏ lần đầu');
    await kiosk.rows().filter({ hasText: 'Làm sổ đỏ, sổ hồng lần đầu' }).getByRole('button').tap();
    const glance = page.getByLabel('Tóm tắt');
    await expect(glance).toContainText(/Nộp (hôm nay|bây giờ) thì hẹn trả/);
    await expect(glance).toContainText(dueDay('1.013978'));
    await expect(glance).toContainText('Ngày chính thức ghi trên giấy hẹn');
    await kiosk.tap(/từng cách nộp/);
    await expect(page.getByText(/dự kiến hẹn trả: /)).toHaveCount(3);
  });

  test('reads no date where the time is words only', async ({ kiosk, page }) => {
    await kiosk.start();
    await kiosk.search('cải chính hộ tịch');
    await kiosk.rows().filter({ hasText: 'Đổi họ tên, sửa, bổ sung hộ tịch' }).getByRole('button').tap();
    await expect(page.getByText('Tuỳ việc, xem ghi chú').first()).toBeVisible();
    await expect(page.getByText(/thì hẹn trả/)).toHaveCount(0);
  });
});
