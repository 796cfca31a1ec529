/**
 * Gets what a job may have left in the printer out of the way before anything else is printed: otherwise the next citizen
 * gets the former one's slip once the paper is changed.
 */
import type { PrinterState } from '../../../contract/kiosk.ts';
import type { JobFrame, Logger, PrinterProfile, ScheduleAfter } from '../../ports.ts';
import { fenceNumbers } from './escpos-commands.ts';
import { isHalted } from './printer-condition.ts';
import type { PrinterTalk } from './printer-talk.ts';

/**
 * `whole`: all of a job was given to the printer, which did not say that it is through. `part`: a job was cut off, so that
 * half a strip may be awaited and half a slip hang out. `cleared`: the buffers are empty, but half a slip may hang out.
 */
export type Leftovers = 'none' | 'whole' | 'part' | 'cleared';

/** How long a printer that is ready has to say that it is through with everything. */
export const probeWithinMs = 3_000;
/** Numbers of probes; no kiosk prints so many jobs. */
const firstProbe = fenceNumbers - 1_000;

export interface LeftoverKeeper {
  readonly left: Leftovers;
  /** A job begins; until it has ended, part of it may be in the printer. */
  begin(): void;
  end(left: Leftovers): void;
  /**
   * Halted: clears at once. Ready: asks whether anything is left, clears what is, and cuts off what hangs out. Returns with
   * `left` still set where the connection went or the printer halted meanwhile.
   */
  settle(talk: PrinterTalk, printer: SettlingPrinter): Promise<void>;
  /** Clears whatever is there because staff asked for it; true where the printer confirmed it. */
  clear(talk: PrinterTalk): Promise<boolean>;
}

export interface SettlingPrinter {
  /** As last heard. */
  state(): PrinterState;
  /** Asks anew. */
  look(): Promise<void>;
  /** Whether it ever said a word; one that did not is asked nothing. */
  readonly hasSpoken: boolean;
}

export interface LeftoverOptions {
  readonly profile: PrinterProfile;
  readonly frame: JobFrame;
  readonly schedule: ScheduleAfter;
  readonly logger: Logger;
  /** What the last run of the kiosk left. */
  readonly atStart: Leftovers;
  /** Nothing is left any more. */
  readonly onSettled: () => void;
}

export function createLeftoverKeeper(options: LeftoverOptions): LeftoverKeeper {
  const { profile, frame, schedule, logger } = options;
  let left = options.atStart;
  /** A halted printer is told once; without a confirmation it is asked again when it is ready. */
  let wasTold = false;
  let probes = 0;

  function probe(talk: PrinterTalk): Promise<boolean> {
    const number = firstProbe + (probes % 1_000);
    probes += 1;
    return isThrough(talk, number);
  }

  /** Whether the printer says within three seconds that it is through with everything before. */
  async function isThrough(talk: PrinterTalk, number: number): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const noiseBefore = talk.noiseCount;
    const forget = talk.listen({
      onFence: (fence) => (fence === number ? resolve(true) : undefined),
      onGone: () => resolve(false),
    });
    const { error } = await talk.sendFence(number);
    const callOff = schedule(probeWithinMs, () => resolve(false));
    const answered = error === null && !talk.isGone && (await promise);
    callOff();
    forget();
    // A paper sensor's byte is short enough to be mistaken where a printer talks nonsense.
    return answered && (profile.fence === 'gs-h' || talk.noiseCount === noiseBefore);
  }

  async function settle(talk: PrinterTalk, printer: SettlingPrinter): Promise<void> {
    if (left === 'none' || talk.isGone) {
      return;
    }
    if (isHalted(printer.state())) {
      if (!wasTold && left !== 'cleared') {
        // Told or emptied: half a slip may hang out either way.
        left = (await clear(talk)) ? 'cleared' : 'part';
      }
      return;
    }
    const canProbe = profile.fence !== 'none' && talk.answers && printer.hasSpoken;
    let mayAwaitDots = false;
    if (left !== 'cleared') {
      if (canProbe && (await probe(talk))) {
        if (left === 'whole') {
          settled();
          return;
        }
      } else {
        if (canProbe) {
          await printer.look();
        }
        if (talk.isGone || isHalted(printer.state())) {
          return;
        }
        mayAwaitDots = !(await clear(talk));
      }
    }
    // Half a strip is filled up with white dots; outside of one a printer takes no notice of NUL.
    const fill = new Uint8Array(mayAwaitDots ? (profile.widthDots / 8) * profile.stripRows + 16 : 0);
    await talk.write(Buffer.concat([fill, frame.head, frame.tail]));
    await talk.askForChanges();
    const isCut = !canProbe || (await probe(talk));
    if (!isCut) {
      await printer.look();
    }
    if (talk.isGone || (!isCut && isHalted(printer.state()))) {
      return;
    }
    if (!isCut) {
      logger.warn('The printer does not say that it is empty after it was cleared; printing goes on');
    }
    settled();
  }

  async function clear(talk: PrinterTalk): Promise<boolean> {
    wasTold = true;
    const confirmed = await talk.clear();
    logger.info('Cleared what may have been left in the printer', { confirmed });
    return confirmed;
  }

  function settled(): void {
    left = 'none';
    wasTold = false;
    options.onSettled();
  }

  return {
    get left() {
      return left;
    },
    begin: () => {
      left = 'part';
      wasTold = false;
    },
    end: (now) => {
      left = now;
    },
    settle,
    async clear(talk) {
      const before = left;
      const confirmed = await clear(talk);
      // A job is never under way here; where nothing was left, nothing hangs out that had to be cut off.
      if (before !== 'none') {
        left = confirmed ? 'cleared' : before;
      } else if (!confirmed) {
        left = profile.clear === 'none' ? 'part' : 'whole';
      }
      return confirmed;
    },
  };
}
