/** What a catalogue says of the office, over the site's configuration, as the page is told. */
import { describe, expect, it } from 'vitest';
import type { ShownNotice } from '../../../main/contract/notices.ts';
import { makeProcedure } from '../../fakes/make-procedure.ts';
import { writeCatalogue } from '../catalogue/write-catalogue.ts';
import { startCitizenKiosk } from './citizen-kiosk.ts';

const procedures = [{ procedure: makeProcedure({ code: '1.000001' }) }];

const noticeOf = (id: string, changes: Partial<ShownNotice>): ShownNotice => ({
  id,
  kind: 'information',
  text: { vi: 'Hôm nay', en: null },
  fromMs: 1,
  untilMs: null,
  procedureCodes: [],
  origin: 'city',
  ...changes,
});

describe('the office', () => {
  it('has the hours and the help of its sheet, and the notices of today', async () => {
    const now = Date.now();
    const folder = writeCatalogue({
      procedures,
      siteContent: {
        openingHours: null,
        closedDates: null,
        workedDates: null,
        hours: 'Sáng 7 giờ đến 11 giờ',
        helpDesk: 'Bàn số 2',
      },
      notices: [
        noticeOf('now', { fromMs: now - 1_000 }),
        noticeOf('past', { untilMs: now - 1 }),
        noticeOf('warning', { kind: 'warning', origin: 'office' }),
      ],
    });
    const { call } = startCitizenKiosk(folder);
    const { office } = await call('kiosk.describe', {});
    expect(office).toMatchObject({ name: 'Phường Thử', hours: 'Sáng 7 giờ đến 11 giờ', helpDesk: 'Bàn số 2' });
    expect((await call('notices.current', {})).map(({ id }) => id)).toEqual(['warning', 'now']);
  });

  it('is as configured where no sheet says otherwise', async () => {
    const { call } = startCitizenKiosk(writeCatalogue({ procedures }));
    expect((await call('kiosk.describe', {})).office).toMatchObject({ hours: null, helpDesk: 'Quầy hướng dẫn' });
    expect(await call('notices.current', {})).toEqual([]);
  });
});
