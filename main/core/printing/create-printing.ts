/** Printing as a feature: the handlers of the contract, the spooler, the printer's status, and their end. */
import { KioskError } from '../../contract/error.ts';
import type { LifeEvent } from '../../contract/life-event.ts';
import type { PrintAnswer, PrinterOverview, PrintJob, SlipKind, SlipRequest } from '../../contract/printing.ts';
import type { Procedure } from '../../contract/procedure.ts';
import type { Ticket } from '../../contract/queue.ts';
import type { Emit, Handlers, StaffHandlers } from '../handlers.ts';
import type { Clock, JobFrame, Logger, PrinterTransport, ScheduleAfter, SlipRasteriser } from '../ports.ts';
import type { PrinterProfile } from '../printer-profile.ts';
import { encodeJob } from './device/encode-job.ts';
import { createPrinterLine } from './device/printer-line.ts';
import { composeSlip } from './slips/compose-slip.ts';
import { composeTestPage } from './slips/compose-test-page.ts';
import type { SlipOffice, SlipPlaces } from './slips/describe-place.ts';
import { hasPersonalData } from './slips/has-personal-data.ts';
import type { HeldAppointment, OpenedDossier } from './slips/opened-facts.ts';
import type { HeightOf, SlipMoment } from './slips/slip-frame.ts';
import { createSpooler, type NewSlip } from './spooler/create-spooler.ts';
import type { PrinterRoll, PrintLedger } from './spooler/print-ledger.ts';
import type { SlipImage, SlipLayout } from './typesetting/slip-layout.ts';
import { spokenText } from './typesetting/spoken-text.ts';

export interface PrintingOptions {
  /** Null where the kiosk has no printer. */
  readonly transport: PrinterTransport | null;
  readonly profile: PrinterProfile;
  /** As staff see it. */
  readonly profileName: string;
  readonly rasteriser: SlipRasteriser;
  readonly jobFrame: JobFrame;
  readonly maximumSlipMillimetres: number;
  /** Length of a new roll. */
  readonly rollMetres: number;
  /** How long a job may wait before it is begun, and a printer for a hand while one is under way; see `SpoolerOptions`. */
  readonly jobMs?: number;
  readonly handMs?: number;
  readonly ledger: PrintLedger;
  readonly getProcedure: (code: string) => Procedure | null;
  readonly getLifeEvent: (id: string) => LifeEvent | null;
  /** A number this visit took; null for any other. */
  readonly getTicket: (visit: string, number: string) => Ticket | null;
  /** A dossier that stands open in this session, an appointment of it; null for any other. */
  readonly getDossier: (view: string) => OpenedDossier | null;
  readonly getAppointment: (appointmentCode: string) => HeldAppointment | null;
  /** The procedure's page at the national portal. */
  readonly portalUrlOf: (code: string) => string;
  /** YYYY-MM-DD: the day the facts were published. Asked for each slip, since a catalogue may be replaced. */
  readonly catalogueDate: () => string;
  readonly office: SlipOffice;
  readonly places: SlipPlaces;
  readonly clock: Clock;
  readonly schedule: ScheduleAfter;
  readonly logger: Logger;
  readonly emit: Emit;
}

export interface Printing {
  readonly handlers: Pick<
    Handlers,
    'printing.status' | 'printing.print' | 'printing.job' | 'printing.cancel' | 'printing.confirm' | 'printing.preview'
  >;
  readonly staffHandlers: Pick<
    StaffHandlers,
    | 'printer.overview'
    | 'printer.test'
    | 'printer.clear'
    | 'printer.changeRoll'
    | 'printer.print'
    | 'printer.job'
    | 'printer.cancel'
  >;
  /** Whether a slip waits or is being printed. */
  isBusy(): boolean;
  /** Composes a checklist of another catalogue than the shown one and draws it, to memory only. Errors: any. */
  tryChecklist(procedure: Procedure, catalogueDate: string): void;
  /** Drops the slip that was drawn last: what it shows is open no more. */
  forgetDrawn(): void;
  /** The same, calls off what the citizen who left still had waiting, and lets nobody ask for their jobs any more. */
  citizenLeft(): void;
  /** Begins to watch the printer, settles what the last run left open, and goes on with what waits. */
  start(): void;
  /** Resolves when no connection to the printer is left. */
  close(): Promise<void>;
}

/** The last jobs staff see. */
const overviewJobs = 20;
const dotsAMillimetre = 8;

interface DrawnSlip {
  /** The request it answers. */
  readonly key: string;
  readonly layout: SlipLayout;
  readonly image: SlipImage;
}

/** The handlers' errors: `not-found` for a procedure, case, life event, ticket, dossier, appointment or job that there is not. */
export function createPrinting(options: PrintingOptions): Printing {
  const { rasteriser, profile, jobFrame, ledger, clock, schedule, logger, emit } = options;
  const { widthDots } = profile;
  const heightOf =
    (large: boolean): HeightOf =>
    (elements) =>
      rasteriser.measure({ elements, large }, widthDots);
  const composed = (request: SlipRequest): SlipLayout => composeSlip(request, options, heightOf(request.large));
  // What comes out is exactly what the preview showed, its time included, and it is drawn only once.
  let drawn: DrawnSlip | null = null;
  const draw = (request: SlipRequest): DrawnSlip => {
    // With what is open at this moment: a dossier that was closed, or an appointment that was changed, is drawn no more.
    const key = JSON.stringify([request, openedFacts(request, options)]);
    if (drawn?.key !== key) {
      const layout = composed(request);
      drawn = { key, layout, image: rasteriser.rasterise(layout, widthDots) };
    }
    return drawn;
  };
  /** Jobs of the citizen who stands here; no other may be looked at or called off by the page. */
  const ownJobs = new Set<number>();
  const line = createPrinterLine({
    transport: options.transport,
    profile,
    frame: jobFrame,
    clock,
    schedule,
    logger,
    mayHoldLeftovers: ledger.leftovers(),
    onSettled: () => {
      ledger.setLeftovers(false);
      spooler.hearSettled();
    },
    onStatus: (status) => {
      emit('printer.changed', status);
      spooler.hearStatus(status);
    },
    onLateFence: (job) => spooler.hearLateFence(job),
  });
  const spooler = createSpooler({
    ...options,
    line,
    isPersonal: hasPersonalData,
    encode: (layout) => {
      const image = drawn?.layout === layout ? drawn.image : rasteriser.rasterise(layout, widthDots);
      return {
        bytes: encodeJob(image, jobFrame, profile),
        paperMillimetres:
          (image.heightDots + (image.cutsAtDots.length + 1) * profile.headToCutterDots) / dotsAMillimetre,
      };
    },
    onChanged: (job) => emit('printJob.changed', job),
  });

  function testPage(): SlipLayout {
    const facts = { target: options.transport?.target ?? null, profileName: options.profileName, widthDots };
    const moment: SlipMoment = {
      office: options.office,
      printedAtMs: clock.nowMs(),
      language: 'vi',
      large: false,
      maximumHeightMillimetres: options.maximumSlipMillimetres,
    };
    return composeTestPage(facts, moment, heightOf(false));
  }

  function queue(slips: readonly NewSlip[]): PrintAnswer[] {
    const added = options.transport === null ? 'no-printer' : spooler.add(slips);
    return typeof added === 'string'
      ? slips.map(() => ({ outcome: 'refused', reason: added }))
      : added.map((job) => ({ outcome: 'accepted', job }));
  }

  /** The number of a job that this citizen queued; any other is answered like one that there is not. */
  function own(job: number): number {
    return known(ownJobs.has(job) ? job : null, job);
  }

  return {
    handlers: {
      'printing.status': () => line.status(),
      'printing.print': (request) => {
        const answer = first(queue([{ kind: slipKindOf(request), source: 'citizen', layout: draw(request).layout }]));
        if (answer.outcome === 'accepted') {
          ownJobs.add(answer.job.job);
        }
        return answer;
      },
      'printing.job': ({ job }) => publicJob(known(spooler.job(own(job)), job)),
      'printing.cancel': async ({ job }) => publicJob(known(await spooler.cancel(own(job)), job)),
      'printing.confirm': ({ job, cameOut }) => publicJob(known(spooler.confirm(own(job), cameOut), job)),
      'printing.preview': (request) => {
        const { layout, image } = draw(request);
        return {
          pngBase64: Buffer.from(rasteriser.toPng(image)).toString('base64'),
          widthDots: image.widthDots,
          heightDots: image.heightDots,
          spokenText: spokenText(layout, request.language),
        };
      },
    },
    staffHandlers: {
      'printer.overview': () => ({
        target: options.transport?.target ?? null,
        profile: options.profileName,
        status: line.status(),
        roll: describeRoll(ledger.roll(), options.rollMetres),
        jobs: [...spooler.recent(overviewJobs)],
      }),
      'printer.test': () => first(queue([{ kind: 'test-page', source: 'staff', layout: testPage() }])),
      'printer.clear': async () => {
        const confirmed = await line.clear();
        if (confirmed === null) {
          throw new KioskError(
            'unavailable',
            'The printer cannot be reached, or prints at the moment; try again later.',
          );
        }
        return { outcome: confirmed ? 'confirmed' : 'sent' };
      },
      'printer.changeRoll': ({ metres }) => {
        if (!ledger.changeRoll({ metres, atMs: clock.nowMs() })) {
          throw new KioskError(
            'unavailable',
            'The journal cannot be written at present; the roll is still the old one.',
          );
        }
        return {};
      },
      'printer.print': ({ slips, copies }) =>
        queue(
          slips.flatMap((request) => {
            if (hasPersonalData(slipKindOf(request))) {
              // It would wait, and come out, when whom it is about has left.
              throw new KioskError('invalid-request', 'A slip about a person is printed by that person alone.');
            }
            const layout = composed(request);
            return Array.from(
              { length: copies },
              (): NewSlip => ({ kind: slipKindOf(request), source: 'staff', layout }),
            );
          }),
        ),
      'printer.job': ({ job }) => known(spooler.job(job), job),
      'printer.cancel': async ({ job }) => known(await spooler.cancel(job), job),
    },
    isBusy: () => spooler.isBusy(),
    tryChecklist: (procedure, catalogueDate) => {
      const request = { kind: 'checklist', code: procedure.code, caseId: null, language: 'vi', large: false } as const;
      const sources = { ...options, getProcedure: () => procedure, catalogueDate: () => catalogueDate };
      const layout = composeSlip(request, sources, heightOf(false));
      encodeJob(rasteriser.rasterise(layout, widthDots), jobFrame, profile);
    },
    forgetDrawn: () => {
      drawn = null;
    },
    citizenLeft: () => {
      drawn = null;
      ownJobs.clear();
      spooler.citizenLeft();
    },
    start: () => {
      line.start();
      spooler.start();
    },
    close: async () => {
      await spooler.close();
      await line.close();
    },
  };
}

/** What a slip about a person is made from; null where it is open no more. */
function openedFacts(
  request: SlipRequest,
  { getDossier, getAppointment }: Pick<PrintingOptions, 'getDossier' | 'getAppointment'>,
): unknown {
  if (request.kind === 'dossier') {
    return getDossier(request.view);
  }
  return request.kind === 'appointment' ? getAppointment(request.appointmentCode) : null;
}

/** As the journal names it; the courtesy copy of a receipt counts as a slip on the dossier's status. */
function slipKindOf(request: SlipRequest): SlipKind {
  if (request.kind !== 'dossier') {
    return request.kind;
  }
  return request.slip === 'apology' || request.slip === 'payment' ? request.slip : 'dossier-status';
}

function first(answers: readonly PrintAnswer[]): PrintAnswer {
  const [answer] = answers;
  if (answer === undefined) {
    throw new RangeError('Nothing was queued.');
  }
  return answer;
}

function known<T>(job: T | null, number: number): T {
  if (job === null) {
    throw new KioskError('not-found', `There is no print job ${number}; the journal keeps the last 500.`);
  }
  return job;
}

/** What pages may know: neither what a job was nor whose. */
function publicJob({ job, state, reason }: PrintJob): PrintJob {
  return { job, state, reason };
}

function describeRoll(roll: PrinterRoll | null, rollMetres: number): PrinterOverview['roll'] {
  const whole = roll?.metres ?? rollMetres;
  return {
    rollMetres: whole,
    metresLeft: Math.max(0, whole - (roll?.usedMillimetres ?? 0) / 1000),
    changedAtMs: roll?.changedAtMs ?? null,
    slipsOnRoll: roll?.slipsOnRoll ?? 0,
    slipsEver: roll?.slipsEver ?? 0,
  };
}
