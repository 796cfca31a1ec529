/** Printing as a feature: the handlers of the contract, the printer's status, and their end. */
import { KioskError } from '../../contract/error.ts';
import type { LifeEvent } from '../../contract/life-event.ts';
import type { PrintOutcome, SlipRequest } from '../../contract/methods.ts';
import type { Procedure } from '../../contract/procedure.ts';
import type { Emit, Handlers } from '../handlers.ts';
import type { Clock, JobFrame, Logger, PrinterTransport, ScheduleAfter, SlipRasteriser } from '../ports.ts';
import { encodeJob } from './device/encode-job.ts';
import { createPrinterWatch } from './device/printer-watch.ts';
import { sendJob } from './device/send-job.ts';
import { composeChecklist } from './slips/compose-checklist.ts';
import { composeLifeEventSlip } from './slips/compose-life-event-slip.ts';
import type { SlipOffice, SlipPlaces } from './slips/describe-place.ts';
import type { HeightOf, SlipContext } from './slips/slip-frame.ts';
import type { SlipImage, SlipLayout } from './typesetting/slip-layout.ts';
import { spokenText } from './typesetting/spoken-text.ts';

export interface PrintingOptions {
  /** Null where the kiosk has no printer. */
  readonly transport: PrinterTransport | null;
  readonly rasteriser: SlipRasteriser;
  readonly jobFrame: JobFrame;
  /** 576 or 384. */
  readonly paperWidthDots: number;
  readonly maximumSlipMillimetres: number;
  readonly getProcedure: (code: string) => Procedure | null;
  readonly getLifeEvent: (id: string) => LifeEvent | null;
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
  readonly handlers: Pick<Handlers, 'printing.status' | 'printing.print' | 'printing.preview'>;
  /** Drops the slip that was drawn last; the next citizen begins with none. */
  forget(): void;
  /** Begins to ask the printer how it is, every 10 s while nothing is printed. */
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

/** The handlers' errors: `not-found` for a procedure, case or life event that the catalogue does not hold. */
export function createPrinting(options: PrintingOptions): Printing {
  const { transport, rasteriser, logger, schedule, paperWidthDots } = options;
  const watch = createPrinterWatch(options);
  // What comes out is exactly what the preview showed, its time included, and it is drawn only once.
  let drawn: DrawnSlip | null = null;
  const draw = (request: SlipRequest): DrawnSlip => {
    const key = JSON.stringify(request);
    if (drawn?.key !== key) {
      const layout = composeSlip(request, options, (elements) => rasteriser.measure(elements, paperWidthDots));
      drawn = { key, layout, image: rasteriser.rasterise(layout, paperWidthDots) };
    }
    return drawn;
  };

  async function print(request: SlipRequest): Promise<PrintOutcome> {
    if (transport === null) {
      return { outcome: 'failed', reason: 'no-printer' };
    }
    const job = (): Promise<PrintOutcome> => {
      const bytes = encodeJob(draw(request).image, options.jobFrame);
      return sendJob(bytes, { transport, schedule, logger, onCondition: (condition) => watch.report(condition) });
    };
    return (await watch.exclusively(async () => job())) ?? { outcome: 'failed', reason: 'busy' };
  }

  return {
    handlers: {
      'printing.status': () => watch.status(),
      'printing.print': print,
      'printing.preview': (request) => {
        const { layout, image } = draw(request);
        return {
          pngBase64: Buffer.from(rasteriser.toPng(image)).toString('base64'),
          widthDots: image.widthDots,
          heightDots: image.heightDots,
          spokenText: spokenText(layout),
        };
      },
    },
    forget: () => {
      drawn = null;
    },
    start: () => watch.start(),
    close: () => watch.close(),
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
