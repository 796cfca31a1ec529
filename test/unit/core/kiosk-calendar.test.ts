/** A whole core on a given day: the decrees of the catalogue and the office's own days reach queue and due dates alike. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { siteConfigurationSchema } from '../../../main/core/configuration/site-configuration.ts';
import { createKiosk } from '../../../main/core/kiosk.ts';
import { createSlipRasteriser } from '../../../main/core/printing/typesetting/create-slip-rasteriser.ts';
import { makeProcedure } from '../../fakes/make-procedure.ts';
import { createManualSchedule } from '../../fakes/manual-schedule.ts';
import { noUpdates } from '../../fakes/no-updates.ts';
import { createPlainTextPainter } from '../../fakes/plain-text-painter.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { writeCatalogue } from '../catalogue/write-catalogue.ts';
import { at, visitOf } from '../queue/queue-fixtures.ts';

const code = '2.000815';
const processingTime = { amount: 1, unit: 'working-day', note: null } as const;
const catalogueFolder = () =>
  writeCatalogue({
    procedures: [
      {
        procedure: makeProcedure({
          code,
          submissionMethods: [{ channel: 'direct', processingTime, fees: [], note: null }],
        }),
      },
    ],
    holidays: [
      {
        year: 2026,
        tet: null,
        nationalDay: null,
        swaps: [{ off: '2026-08-31', worked: '2026-08-22', source: 'QĐ thử' }],
        otherDaysOff: [],
        toCheck: [],
      },
    ],
  });

async function ask(now: string, calendar: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const configuration = siteConfigurationSchema.parse({
    office: { name: 'Phường Thử' },
    printer: { target: null },
    reader: { target: null },
    calendar,
    queue: { services: [{ id: 'sao-y', name: { vi: 'Sao y', en: 'Copies' }, prefix: 'S', procedures: [code] }] },
  });
  const noBytes = new Uint8Array();
  const kiosk = createKiosk(
    configuration,
    { catalogueFolder: catalogueFolder(), dataFolder: temporaryFolder() },
    {
      clock: { nowMs: () => at(now) },
      schedule: createManualSchedule().schedule,
      logger: createRecordingLogger(),
      printer: null,
      rasteriser: createSlipRasteriser(createPlainTextPainter()),
      jobFrame: { head: noBytes, cut: noBytes, tail: noBytes },
      scanner: null,
      portalFetcher: null,
      random: () => 0.5,
      staffDoor: null,
      metricsDoor: null,
      updates: noUpdates,
    },
  );
  onTestFinished(() => kiosk.close());
  const { services } = await kiosk.handlers['queue.describe']({ visit: visitOf('an') });
  const { dueDates } = await kiosk.handlers['procedures.dueDates']({ code });
  return `${services[0]?.opening.isOpen === true ? 'open' : 'closed'}, due ${dueDates[0]?.day}`;
}

describe("the core's one calendar", () => {
  it.each([
    ['2026-08-20 09:00', {}, 'open, due 2026-08-21', 'a Thursday'],
    ['2026-08-21 09:00', {}, 'open, due 2026-08-22', 'before a Saturday worked in lieu'],
    ['2026-08-22 09:00', {}, 'open, due 2026-08-24', 'that Saturday'],
    ['2026-08-29 09:00', {}, 'closed, due 2026-09-04', 'a Saturday like others, before five days off'],
    ['2026-08-31 09:00', {}, 'closed, due 2026-09-04', 'the Monday off instead'],
    ['2026-09-02 09:00', {}, 'closed, due 2026-09-04', 'National Day'],
    ['2026-08-20 09:00', { closedDates: ['2026-08-20'] }, 'closed, due 2026-08-22', 'a day the office closed'],
    ['2026-09-02 09:00', { workedDates: ['2026-09-02'] }, 'open, due 2026-09-03', 'a holiday the office works on'],
    ['2026-08-20 09:00', { cutOff: '08:00' }, 'open, due 2026-08-22', 'after the cut-off'],
  ])('at %s with %j: %s (%s)', async (now, calendar, told, _why) => {
    expect(await ask(now, calendar)).toBe(told);
  });
});
