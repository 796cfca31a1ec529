/** Printing as pages and staff see it: the handlers of the contract over a real journal and the fake printer. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Push } from '../../../main/contract/envelope.ts';
import { methods } from '../../../main/contract/methods.ts';
import type { PrintAnswer, SlipRequest } from '../../../main/contract/printing.ts';
import { staffMethods } from '../../../main/contract/staff-methods.ts';
import { createPrintLedger } from '../../../main/core/journal/print-jobs.ts';
import { printerProfiles } from '../../../main/core/printer-profile.ts';
import { createPrinting } from '../../../main/core/printing/create-printing.ts';
import type { HeldAppointment } from '../../../main/core/printing/slips/opened-facts.ts';
import { createSlipRasteriser } from '../../../main/core/printing/typesetting/create-slip-rasteriser.ts';
import { createFakePrinter, type FakePrinter } from '../../fakes/fake-printer.ts';
import { createManualSchedule } from '../../fakes/manual-schedule.ts';
import { createPlainTextPainter } from '../../fakes/plain-text-painter.ts';
import { birthRegistration, portalUrlOf, slipOffice } from '../../fakes/printing-procedures.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { julyMs, openTestJournal } from '../journal/journal-fixtures.ts';

const request: SlipRequest = { kind: 'checklist', code: '1.001193', caseId: null, language: 'vi', large: false };
const feedAndCut = Uint8Array.of(0x1b, 0x64, 4, 0x1d, 0x56, 0);

function create(printer: FakePrinter | null, getAppointment: () => HeldAppointment | null = () => null) {
  const timer = createManualSchedule();
  const journal = openTestJournal(temporaryFolder());
  const pushes: Push[] = [];
  let rasterised = 0;
  const rasteriser = createSlipRasteriser(createPlainTextPainter());
  const printing = createPrinting({
    transport: printer,
    profile: printerProfiles['epson-tm-t82'],
    profileName: 'epson-tm-t82',
    rasteriser: {
      ...rasteriser,
      rasterise: (layout, widthDots) => {
        rasterised += 1;
        return rasteriser.rasterise(layout, widthDots);
      },
    },
    jobFrame: { head: Uint8Array.of(0x1b, 0x40), cut: feedAndCut, tail: feedAndCut },
    maximumSlipMillimetres: 400,
    rollMetres: 60,
    ledger: createPrintLedger(journal),
    getProcedure: (code) => (code === birthRegistration.code ? birthRegistration : null),
    getLifeEvent: () => null,
    getDossier: () => null,
    getAppointment,
    getTicket: () => null,
    portalUrlOf,
    catalogueDate: () => '2026-07-01',
    office: slipOffice,
    places: {},
    clock: { nowMs: () => julyMs + timer.elapsedMs },
    schedule: timer.schedule,
    logger: createRecordingLogger(),
    emit: (event, payload) => pushes.push({ event, payload }),
  });
  printing.start();
  onTestFinished(async () => {
    const closed = printing.close();
    await timer.pass(10_000);
    await closed;
    journal.close();
  });
  const { handlers, staffHandlers } = printing;
  return {
    printing,
    handlers,
    staffHandlers,
    pushes,
    pass: (milliseconds: number) => timer.pass(milliseconds),
    rasterisedCount: () => rasterised,
    print: async () => jobOf(await handlers['printing.print'](request)),
  };
}

function heldOn(day: string): HeldAppointment {
  return {
    name: 'Nguyễn Thị Mẫu',
    appointment: {
      appointmentCode: 'ABCD1234',
      procedureCode: birthRegistration.code,
      service: {
        id: 'ho-tich',
        name: { vi: 'Hộ tịch', en: 'Civil status' },
        place: { name: 'Trung tâm', address: null, counter: null },
        contact: null,
      },
      day,
      from: '08:30',
      until: '09:00',
      state: 'booked',
      checkInFromMs: 0,
      checkInUntilMs: 1,
    },
  };
}

function jobOf(answer: PrintAnswer): number {
  expect(answer.outcome).toBe('accepted');
  return answer.outcome === 'accepted' ? answer.job.job : Number.NaN;
}

describe('printing.print', () => {
  it('answers with a job whose changes are pushed, as the contract says', async () => {
    const { pass, print, pushes, handlers } = create(createFakePrinter());
    await pass(100);
    const job = await print();
    await pass(100);
    expect(await handlers['printing.job']({ job })).toEqual({ job, state: 'printed', reason: null });
    expect(pushes.filter(({ event }) => event === 'printJob.changed').map(({ payload }) => payload)).toEqual([
      { job, state: 'queued', reason: null },
      { job, state: 'sending', reason: null },
      { job, state: 'printed', reason: null },
    ]);
  });

  it('prints what the preview showed and draws it once', async () => {
    const printer = createFakePrinter();
    const { pass, print, handlers, rasterisedCount } = create(printer);
    await pass(100);
    const preview = await handlers['printing.preview'](request);
    expect(methods['printing.preview'].result.parse(preview)).toMatchObject({ widthDots: 576 });
    expect(preview.spokenText).toContain('Đăng ký khai sinh');
    await print();
    await pass(100);
    expect([rasterisedCount(), printer.slips.length]).toEqual([1, 1]);
  });

  it('is refused where there is no printer', async () => {
    const { handlers } = create(null);
    expect(await handlers['printing.print'](request)).toEqual({ outcome: 'refused', reason: 'no-printer' });
    expect(await handlers['printing.status']({})).toMatchObject({ state: 'none' });
  });

  it.each<SlipRequest>([
    { ...request, code: '1.999999' },
    { ...request, caseId: 'g9' },
    { kind: 'life-event', id: 'none', codes: [], language: 'vi', large: false },
    { kind: 'ticket', visit: 'v'.repeat(16), number: 'A001', checklist: null, language: 'vi', large: false },
  ])('knows no slip of $kind $code$caseId$id$number', (wrong) => {
    const { handlers } = create(createFakePrinter());
    expect(() => handlers['printing.print'](wrong)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});

describe('a slip about a person', () => {
  const slip: SlipRequest = { kind: 'appointment', appointmentCode: 'ABCD1234', language: 'vi', large: false };

  it('is drawn anew when what it tells has changed, and no more when it is open no more', async () => {
    let day: string | null = '2026-11-26';
    const { handlers, rasterisedCount } = create(createFakePrinter(), () => (day === null ? null : heldOn(day)));
    expect((await handlers['printing.preview'](slip)).spokenText).toContain('26/11/2026');
    await handlers['printing.print'](slip);
    expect(rasterisedCount()).toBe(1);
    day = '2026-11-27';
    expect((await handlers['printing.preview'](slip)).spokenText).toContain('27/11/2026');
    day = null;
    expect(() => handlers['printing.print'](slip)).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(() => handlers['printing.preview'](slip)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});

describe('printing.cancel and printing.confirm', () => {
  it('call a waiting job off, and take the citizen’s word only on what is unknown', async () => {
    const printer = createFakePrinter();
    printer.set({ paper: 'out' });
    const { pass, print, handlers } = create(printer);
    await pass(100);
    const job = await print();
    await pass(100);
    expect(await handlers['printing.job']({ job })).toEqual({ job, state: 'paused', reason: 'paper-out' });
    const cancelled = { job, state: 'failed', reason: 'cancelled' };
    expect(await handlers['printing.cancel']({ job })).toEqual(cancelled);
    expect(await handlers['printing.confirm']({ job, cameOut: true })).toEqual(cancelled);
  });

  it('know no job of staff, and none of a citizen who left: such a job is like one that there is not', async () => {
    const printer = createFakePrinter();
    printer.set({ paper: 'out' });
    const { pass, print, printing, handlers, staffHandlers } = create(printer);
    await pass(100);
    const staffs = jobOf(await staffHandlers['printer.test']({}));
    const former = await print();
    printing.citizenLeft();
    const missing = expect.objectContaining({ code: 'not-found' });
    for (const job of [staffs, former]) {
      expect(() => handlers['printing.job']({ job })).toThrow(missing);
      await expect(handlers['printing.cancel']({ job })).rejects.toEqual(missing);
      expect(() => handlers['printing.confirm']({ job, cameOut: true })).toThrow(missing);
    }
    expect(await staffHandlers['printer.job']({ job: staffs })).toMatchObject({ state: 'queued' });
  });

  it('know no job that there is not', async () => {
    const { handlers, staffHandlers } = create(createFakePrinter());
    const missing = expect.objectContaining({ code: 'not-found' });
    await expect(handlers['printing.cancel']({ job: 9 })).rejects.toEqual(missing);
    expect(() => handlers['printing.job']({ job: 9 })).toThrow(missing);
    expect(() => handlers['printing.confirm']({ job: 9, cameOut: true })).toThrow(missing);
    expect(() => staffHandlers['printer.job']({ job: 9 })).toThrow(missing);
    await expect(staffHandlers['printer.cancel']({ job: 9 })).rejects.toEqual(missing);
  });
});

describe('a citizen who leaves', () => {
  it('takes what waits along', async () => {
    const printer = createFakePrinter();
    printer.set({ coverOpen: true });
    const { pass, print, printing, staffHandlers } = create(printer);
    await pass(100);
    const job = await print();
    await pass(100);
    printing.citizenLeft();
    expect(await staffHandlers['printer.job']({ job })).toMatchObject({ state: 'failed', reason: 'cancelled' });
  });
});

describe('the slip that was drawn last', () => {
  it('is forgotten when the citizen leaves, and when what it shows is open no more', async () => {
    const { handlers, printing, rasterisedCount } = create(createFakePrinter());
    const drawnAfter = async (forget: () => void) => {
      const before = rasterisedCount();
      await handlers['printing.preview'](request);
      forget();
      await handlers['printing.preview'](request);
      return rasterisedCount() - before;
    };
    expect(await drawnAfter(() => undefined)).toBe(1);
    expect(await drawnAfter(() => printing.citizenLeft())).toBe(1);
    expect(await drawnAfter(() => printing.forgetDrawn())).toBe(1);
  });
});

describe("staff's methods", () => {
  it('tell all about the printer, its roll and its jobs', async () => {
    const printer = createFakePrinter();
    const { pass, print, staffHandlers } = create(printer);
    await pass(100);
    jobOf(await staffHandlers['printer.test']({}));
    await print();
    await pass(200);
    const overview = staffMethods['printer.overview'].result.parse(await staffHandlers['printer.overview']({}));
    expect(overview).toMatchObject({
      target: 'fake:',
      profile: 'epson-tm-t82',
      status: { state: 'ready' },
      roll: { rollMetres: 60, changedAtMs: null, slipsOnRoll: 2, slipsEver: 2 },
      jobs: [
        { job: 2, kind: 'checklist', source: 'citizen', state: 'printed', settledBy: 'printer' },
        { job: 1, kind: 'test-page', source: 'staff', state: 'printed' },
      ],
    });
    expect(overview.roll.metresLeft).toBeLessThan(59.9);
    expect(overview.roll.metresLeft).toBeGreaterThan(59);
    await staffHandlers['printer.changeRoll']({ metres: 80 });
    expect((await staffHandlers['printer.overview']({})).roll).toMatchObject({
      rollMetres: 80,
      metresLeft: 80,
      changedAtMs: julyMs + 300,
      slipsOnRoll: 0,
      slipsEver: 2,
    });
  });

  it('print several slips so many times each, all or none', async () => {
    const printer = createFakePrinter();
    const { pass, staffHandlers } = create(printer);
    await pass(100);
    const answers = await staffHandlers['printer.print']({ slips: [request, { ...request, large: true }], copies: 3 });
    expect(staffMethods['printer.print'].result.parse(answers).map(jobOf)).toEqual([1, 2, 3, 4, 5, 6]);
    await pass(1_000);
    expect(printer.slips).toHaveLength(6);
    expect(() =>
      staffHandlers['printer.print']({ slips: [request, { ...request, code: '1.999999' }], copies: 1 }),
    ).toThrow(expect.objectContaining({ code: 'not-found' }));
    printer.set({ paper: 'out' });
    const many = { slips: Array.from({ length: 20 }, () => request), copies: 20 };
    expect((await staffHandlers['printer.print'](many)).every(({ outcome }) => outcome === 'accepted')).toBe(true);
    expect(await staffHandlers['printer.print']({ slips: [request], copies: 2 })).toEqual([
      { outcome: 'refused', reason: 'busy' },
      { outcome: 'refused', reason: 'busy' },
    ]);
  });

  it('clear the printer, and are told why they cannot', async () => {
    const printer = createFakePrinter();
    const { pass, print, staffHandlers } = create(printer);
    await pass(100);
    expect(await staffHandlers['printer.clear']({})).toEqual({ outcome: 'confirmed' });
    printer.hangs = true;
    await print();
    await pass(100);
    await expect(staffHandlers['printer.clear']({})).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('the end', () => {
  it('leaves no connection', async () => {
    const printer = createFakePrinter();
    const { pass, printing } = create(printer);
    await pass(100);
    await printing.close();
    await pass(60_000);
    expect(printer.openConnections).toBe(0);
  });
});
