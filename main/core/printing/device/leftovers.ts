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
/** How long nothing may follow a paper sensor's byte. */
const quietMs = 1_000;
/** Numbers of probes; no kiosk prints so many jobs. */
const firstProbe = fenceNumbers - 1_000;

export interface LeftoverKeeper {
  readonly left: Leftovers;
  /** A job begins; until it has ended, part of it may be in the printer. */
  begin(): void;
  /** It ended; `untouched` where nothing of it was sent. Returns what is left now. */
  end(left: Leftovers | 'untouched', talk: PrinterTalk): Leftovers;
  /**
   * Whether a job may be sent: nothing is left, or all was done about it on this very connection that could be. A printer whose
   * answers do not tell which question they are for, and that answered before, must answer first.
   */
  mayGoOn(talk: PrinterTalk): boolean;
  /** Something is left, and the printer must answer before it gets another job. */
  readonly isStuck: boolean;
  /** It answered a fence, so it knows how to. */
  heardFence(): void;
  /** The connection is made anew for the kiosk's own reasons; what was done on the old one counts on the new one. */
  carryOver(from: PrinterTalk): (to: PrinterTalk) => void;
  /**
   * Halted: clears at once. Ready: asks whether anything is left, clears what is, and cuts off what hangs out. `left` stays
   * where the printer confirms nothing of that, halted meanwhile, or is gone.
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
  /** What was left when the job under way began. */
  let before: Leftovers = 'none';
  /** A halted printer is told once a connection; without a confirmation it is asked again when it is ready. */
  let toldOn: PrinterTalk | null = null;
  /** The connection on which all was done and nothing confirmed: whatever comes through there comes through in order. */
  let doneOn: PrinterTalk | null = null;
  /** The connection on which `whole` was left. A new one may be to a printer that was switched off and on. */
  let leftOn: PrinterTalk | null = null;
  let knowsFences = false;
  let probes = 0;

  /** Its answers do not tell which question they are for, and it has answered before. */
  const mustAnswer = (): boolean => profile.fence === 'gs-r' && knowsFences;

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
    if (!answered || profile.fence === 'gs-h') {
      return answered;
    }
    // A paper sensor's byte may answer a question of before: then the answer to this one is still to come.
    const quiet = Promise.withResolvers<void>();
    schedule(quietMs, quiet.resolve);
    await quiet.promise;
    return !talk.isGone && talk.noiseCount === noiseBefore;
  }

  async function settle(talk: PrinterTalk, printer: SettlingPrinter): Promise<void> {
    if (left === 'none' || talk.isGone) {
      return;
    }
    if (left === 'whole' && leftOn !== talk) {
      left = 'part';
    }
    if (isHalted(printer.state())) {
      if (toldOn !== talk && left !== 'cleared') {
        // Told or emptied: half a slip may hang out either way.
        left = (await clear(talk)) ? 'cleared' : 'part';
      }
      return;
    }
    const canProbe = profile.fence !== 'none' && talk.answers && printer.hasSpoken;
    if (doneOn === talk) {
      if ((profile.fence === 'gs-h' || knowsFences) && (await probe(talk))) {
        settled();
      }
      return;
    }
    const found = left === 'cleared' ? 'empty' : await find(talk, printer, canProbe);
    if (found === 'nothing') {
      settled();
    } else if (found !== 'gone') {
      // An answer to a question of before is no proof that this one was not taken for dots.
      const isSent = await cutOff(talk, found === 'uncertain' || profile.fence === 'gs-r');
      if (isSent && (!canProbe || (await probe(talk)))) {
        settled();
      } else if (!talk.isGone) {
        await printer.look();
        doneOn = isHalted(printer.state()) ? null : talk;
        logger.warn('The printer does not say that it is empty');
      }
    }
  }

  /** `empty`: the buffers are. `uncertain`: half a strip may be awaited. `gone`: the printer, or it halted. */
  async function find(
    talk: PrinterTalk,
    printer: SettlingPrinter,
    canProbe: boolean,
  ): Promise<'nothing' | 'empty' | 'uncertain' | 'gone'> {
    if (canProbe && (await probe(talk))) {
      return left === 'whole' ? 'nothing' : 'empty';
    }
    if (canProbe) {
      await printer.look();
    }
    if (talk.isGone || isHalted(printer.state())) {
      return 'gone';
    }
    return (await clear(talk)) ? 'empty' : 'uncertain';
  }

  /** Half a strip is filled up with white dots first; outside of one a printer takes no notice of NUL. */
  async function cutOff(talk: PrinterTalk, mayAwaitDots: boolean): Promise<boolean> {
    const fill = new Uint8Array(mayAwaitDots ? (profile.widthDots / 8) * profile.stripRows + 16 : 0);
    const { error } = await talk.write(Buffer.concat([fill, frame.head, frame.tail]));
    await talk.askForChanges();
    return error === null && !talk.isGone;
  }

  async function clear(talk: PrinterTalk): Promise<boolean> {
    toldOn = talk;
    const confirmed = await talk.clear();
    logger.info('Cleared what may have been left in the printer', { confirmed });
    return confirmed;
  }

  function settled(): void {
    left = 'none';
    toldOn = null;
    doneOn = null;
    options.onSettled();
  }

  return {
    get left() {
      return left;
    },
    begin: () => {
      before = left;
      left = 'part';
      toldOn = null;
    },
    end: (now, talk) => {
      left = now === 'untouched' ? before : now;
      if (now !== 'untouched') {
        leftOn = talk;
        doneOn = null;
      }
      return left;
    },
    heardFence: () => {
      knowsFences = true;
    },
    carryOver: (from) => {
      const wasDone = doneOn === from;
      return (to) => {
        doneOn = wasDone ? to : doneOn;
      };
    },
    mayGoOn: (talk) => left === 'none' || (doneOn === talk && !mustAnswer()),
    get isStuck() {
      return left !== 'none' && mustAnswer();
    },
    settle,
    async clear(talk) {
      const wasLeft = left !== 'none';
      const confirmed = await clear(talk);
      // A job is never under way here; where nothing was left, nothing hangs out that had to be cut off.
      if (wasLeft) {
        left = confirmed ? 'cleared' : 'part';
      } else if (!confirmed) {
        left = profile.clear === 'none' ? 'part' : 'whole';
        leftOn = talk;
      }
      doneOn = null;
      return confirmed;
    },
  };
}
