/** Printing as a feature: the handlers of the contract, the spooler, the printer's status, and their end. */
import { KioskError } from '../../contract/error.ts';
import type { LifeEvent } from '../../contract/life-event.ts';
import type { SlipRequest } from '../../contract/printing.ts';
import type { Procedure } from '../../contract/procedure.ts';
import type { Ticket } from '../../contract/queue.ts';
import type { Emit, Handlers, StaffHandlers } from '../handlers.ts';
import type { Clock, JobFrame, Logger, PrinterTransport, ScheduleAfter, SlipRasteriser } from '../ports.ts';
import type { PrinterProfile } from '../printer-profile.ts';
import { composeChecklist } from './slips/compose-checklist.ts';
import { composeLifeEventSlip } from './slips/compose-life-event-slip.ts';
import type { SlipOffice, SlipPlaces } from './slips/describe-place.ts';
import type { HeightOf, SlipContext } from './slips/slip-frame.ts';
import type { PrintLedger } from './spooler/print-ledger.ts';
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
  readonly ledger: PrintLedger;
  readonly getProcedure: (code: string) => Procedure | null;
  readonly getLifeEvent: (id: string) => LifeEvent | null;
  /** A number this visit took; null for any other. */
  readonly getTicket: (visit: string, number: string) => Ticket | null;
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
  /** Drops the slip that was drawn last and calls off what the citizen who left still had waiting. */
  citizenLeft(): void;
  /** Begins to watch the printer, settles what the last run left open, and goes on with what waits. */
  start(): void;
  /** Resolves when no connection to the printer is left. */
  close(): Promise<void>;
}

interface DrawnSlip {
  /** The request it answers. */
  readonly key: string;
  readonly layout: SlipLayout;
  readonly image: SlipImage;
}

/** The handlers' errors: `not-found` for a procedure, case, life event, ticket or job that there is not. */
export function createPrinting(options: PrintingOptions): Printing {
  const { rasteriser, profile } = options;
  const { widthDots } = profile;
  // What comes out is exactly what the preview showed, its time included, and it is drawn only once.
  let drawn: DrawnSlip | null = null;
  const draw = (request: SlipRequest): DrawnSlip => {
    const key = JSON.stringify(request);
    if (drawn?.key !== key) {
      const layout = composeSlip(request, options, (elements) =>
        rasteriser.measure({ elements, large: request.large }, widthDots),
      );
      drawn = { key, layout, image: rasteriser.rasterise(layout, widthDots) };
    }
    return drawn;
  };
  const missing = (): never => {
    throw new KioskError('unavailable', 'not built yet');
  };

  return {
    handlers: {
      'printing.status': missing,
      'printing.print': missing,
      'printing.job': missing,
      'printing.cancel': missing,
      'printing.confirm': missing,
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
      'printer.overview': missing,
      'printer.test': missing,
      'printer.clear': missing,
      'printer.changeRoll': missing,
      'printer.print': missing,
      'printer.job': missing,
      'printer.cancel': missing,
    },
    citizenLeft: () => {
      drawn = null;
    },
    start: () => undefined,
    close: () => Promise.resolve(),
  };
}

function composeSlip(request: SlipRequest, options: PrintingOptions, heightOf: HeightOf): SlipLayout {
  const context: SlipContext = {
    office: options.office,
    places: options.places,
    catalogueDate: options.catalogueDate(),
    printedAtMs: options.clock.nowMs(),
    language: request.language,
    maximumHeightMillimetres: options.maximumSlipMillimetres,
  };
  if (request.kind === 'checklist') {
    const { code, caseId } = request;
    const procedure = found(options.getProcedure(code), code);
    return composeChecklist({ ...context, procedure, caseId, portalUrl: options.portalUrlOf(code) }, heightOf);
  }
  if (request.kind === 'ticket') {
    throw new KioskError('unavailable', 'not built yet');
  }
  const event = found(options.getLifeEvent(request.id), request.id);
  const { getProcedure, portalUrlOf } = options;
  return composeLifeEventSlip({ ...context, event, chosenCodes: request.codes, getProcedure, portalUrlOf }, heightOf);
}

function found<T>(value: T | null, name: string): T {
  if (value === null) {
    throw new KioskError('not-found', `The catalogue holds no ${name}.`);
  }
  return value;
}
