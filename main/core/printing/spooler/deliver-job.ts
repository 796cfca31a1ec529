/** One job on its way through the printer: sent piece by piece, watched, and ended by what the printer says, not by what was sent. */
import type { PrinterState } from '../../../contract/kiosk.ts';
import type { PrintReason } from '../../../contract/printing.ts';
import type { ScheduleAfter, WriteLimits } from '../../ports.ts';
import { jobPieces } from '../device/job-pieces.ts';
import type { Leftovers } from '../device/leftovers.ts';
import { type HaltedState, isHalted } from '../device/printer-condition.ts';
import type { LineTenure } from '../device/printer-line.ts';
import { createPieceMarks } from './piece-marks.ts';

export interface DeliveryOptions {
  /** The job's own number, which its fence carries. */
  readonly job: number;
  readonly bytes: Uint8Array;
  readonly tenure: LineTenure;
  readonly schedule: ScheduleAfter;
  /** How long a halted printer waits for a hand (paper, cover); default 180,000. */
  readonly handMs?: number;
  /** Why it waits for a hand; null when it goes on. */
  readonly onPaused: (reason: HaltedState | null) => void;
}

export interface Delivered {
  readonly state: 'printed' | 'failed' | 'unknown';
  readonly reason: PrintReason | null;
  readonly leftovers: Leftovers;
}

export interface Delivery {
  /** Never rejects. */
  readonly ended: Promise<Delivered>;
  /**
   * Empties the printer of it. `failed` only where the printer stood still, confirmed, and had not come to the last strip; a
   * fence that came first wins.
   */
  cancel(reason: 'cancelled' | 'expired'): void;
  /** Lets go at once, as when the kiosk ends: `unknown`, to be settled by whoever comes next. */
  leave(): void;
}

/** Without a byte taken, or a fence after the last one, while the printer is ready. */
export const noAnswerMs = 20_000;
/** A printer that never said a word is not waited for long. */
export const muteMs = 3_000;
const patienceStepMs = 1_000;
/** After so long without an answer between strips the rest is sent without waiting for any. */
const markMs = 3_000;
/** How long a piece that is under way may take before a cancelled job lets go of the line. */
const pieceMs = 1_000;

export function deliverJob(options: DeliveryOptions): Delivery {
  const { job, tenure, schedule, handMs = 180_000, onPaused } = options;
  const { talk, profile } = tenure;
  const { promise: ended, resolve } = Promise.withResolvers<Delivered>();
  const pieces = tenure.kind === 'file' ? [options.bytes] : jobPieces(options.bytes);
  let acceptedBytes = 0;
  /** Accepted bytes of the connection when the piece under way began; null between pieces. */
  let pieceBegan: number | null = null;
  let isWriting = false;
  let isSent = false;
  const marks = createPieceMarks(profile.fence !== 'none' && tenure.kind === 'device' && !tenure.isMute);
  let isOver = false;
  let sentPieces = 0;
  let isCancelling = false;
  let paused: HaltedState | null = null;
  let stoodStill = false;
  let callOffPatience: (() => void) | null = null;
  let callOffHand: (() => void) | null = null;
  let goOn = Promise.withResolvers<void>();
  const noiseBefore = talk.noiseCount;
  // How long a printer may stand still is decided here, not by the cable.
  const pieceLimits: WriteLimits = { totalMs: 2 * (handMs + noAnswerMs), stallMs: handMs + noAnswerMs };
  /** A fence that was heard and is looked into. */
  let hearing: Promise<void> | null = null;

  function end(delivered: Omit<Delivered, 'leftovers'> & { readonly leftovers: Leftovers | 'untouched' }): void {
    if (isOver) {
      return;
    }
    isOver = true;
    callOffPatience?.();
    callOffHand?.();
    forget();
    forgetState();
    goOn.resolve();
    resolve({ ...delivered, leftovers: tenure.ended(delivered.leftovers) });
  }

  /** Bytes of this job the device took so far, the piece under way included. */
  const taken = (): number => acceptedBytes + (pieceBegan === null ? 0 : talk.acceptedBytes - pieceBegan);
  const left = (): Leftovers => (isSent ? 'whole' : 'part');

  /** The last piece cuts; where the printer may have come to the last strip, everything may stand on the paper. */
  const mayBeWhole = (): boolean =>
    sentPieces >= pieces.length - 1 && (!marks.areUsed || marks.donePieces >= pieces.length - 2);

  function endUnknown(reason: PrintReason): void {
    end(
      taken() > 0
        ? { state: 'unknown', reason, leftovers: left() }
        : {
            state: 'failed',
            reason: reason === 'cut-off' || reason === 'no-answer' ? 'unreachable' : reason,
            leftovers: 'untouched',
          },
    );
  }

  /** Begins the time without an answer anew; every byte taken does that too. */
  function bePatient(): void {
    callOffPatience?.();
    let progress = talk.acceptedBytes;
    let waitedMs = 0;
    const look = (): void => {
      if (paused !== null || isCancelling || isOver) {
        return;
      }
      // Questions about the status are bytes too, but none is let through between the bytes of a piece.
      waitedMs = isWriting && talk.acceptedBytes > progress ? 0 : waitedMs + patienceStepMs;
      progress = talk.acceptedBytes;
      if (waitedMs >= markMs && !isSent && !isWriting && marks.giveUp()) {
        proceed();
      }
      if (waitedMs < (isSent && tenure.isMute ? muteMs : noAnswerMs)) {
        callOffPatience = schedule(patienceStepMs, look);
      } else if (isSent && tenure.isMute) {
        void takeLeave();
      } else {
        endUnknown('no-answer');
        if (isWriting) {
          talk.abort();
        }
      }
    };
    callOffPatience = schedule(patienceStepMs, look);
  }

  /** Nothing will ever be said about this job; that the device takes leave in order is the most there is to hear. */
  async function takeLeave(): Promise<void> {
    const inOrder = await talk.close();
    end({ state: 'unknown', reason: 'no-answer', leftovers: inOrder ? 'none' : 'whole' });
  }

  function proceed(): void {
    goOn.resolve();
    goOn = Promise.withResolvers();
  }

  function hearMark(fence: number): void {
    if (marks.heard(fence)) {
      bePatient();
      proceed();
    }
  }

  function hearState(state: PrinterState): void {
    stoodStill &&= isHalted(state);
    if (isHalted(state)) {
      if (state === paused) {
        return;
      }
      if (paused === null) {
        callOffHand = schedule(handMs, () => cancel('expired'));
      }
      paused = state;
      if (!isCancelling) {
        onPaused(state);
      }
    } else if (state === 'ready' && paused !== null) {
      paused = null;
      callOffHand?.();
      if (!isCancelling) {
        onPaused(null);
        bePatient();
        proceed();
      }
    }
  }

  async function hearFence(): Promise<void> {
    // The paper sensor's byte is no more than a byte: it counts only from a printer that talks sense, before and after.
    if (profile.fence === 'gs-r') {
      const isSound = talk.noiseCount === noiseBefore && (profile.status === 'none' || (await tenure.ask()));
      if (!isSound || talk.noiseCount !== noiseBefore) {
        return;
      }
    }
    end({ state: 'printed', reason: null, leftovers: 'none' });
  }

  function cancel(reason: 'cancelled' | 'expired'): void {
    if (isOver || isCancelling) {
      return;
    }
    isCancelling = true;
    goOn.resolve();
    void (async () => {
      await pieceEnded();
      if (isWriting) {
        // Not even that was taken: the clearing would not be either.
        endUnknown(reason);
        talk.abort();
      } else if (taken() === 0) {
        end({ state: 'failed', reason, leftovers: 'untouched' });
      } else if (!isOver) {
        stoodStill = isHalted(tenure.state());
        const confirmed = await talk.clear();
        // Asked once more: somebody may have put paper in just before.
        const stands = confirmed && stoodStill && (await tenure.ask()) && stoodStill;
        await hearing;
        end({
          state: stands && hearing === null && !mayBeWhole() ? 'failed' : 'unknown',
          reason,
          leftovers: confirmed ? 'cleared' : 'part',
        });
      }
    })();
  }

  function pieceEnded(): Promise<void> {
    if (!isWriting) {
      return Promise.resolve();
    }
    const { promise, resolve: done } = Promise.withResolvers<void>();
    const callOff = schedule(pieceMs, done);
    void sending.finally(() => {
      callOff();
      done();
    });
    return promise;
  }

  /** `nextBytes`: what is sent next; null: everything before must be through first. */
  function mustWait(nextBytes: number | null): boolean {
    if (isOver || isCancelling) {
      return false;
    }
    return paused !== null || marks.isFarAhead(nextBytes);
  }

  async function mark(index: number, bytes: number): Promise<unknown> {
    const { error } = await talk.sendFence(marks.sent(index, bytes));
    return error;
  }

  async function send(): Promise<void> {
    for (const [index, piece] of pieces.entries()) {
      while (mustWait(piece.length)) {
        await goOn.promise;
      }
      if (isOver || isCancelling) {
        return;
      }
      bePatient();
      isWriting = true;
      const { acceptedBytes: accepted, error } = await talk.write(piece, pieceLimits, () => {
        pieceBegan = talk.acceptedBytes;
      });
      isWriting = false;
      pieceBegan = null;
      acceptedBytes += accepted;
      sentPieces = index + 1;
      const isLast = index === pieces.length - 1;
      if (error !== null || (marks.areUsed && !isLast && (await mark(index, piece.length)) !== null)) {
        endUnknown('cut-off');
        return;
      }
    }
    // One paper sensor's byte is like the other: none may be owed when the last one is asked for.
    while (profile.fence === 'gs-r' && mustWait(null)) {
      await goOn.promise;
    }
    if (isOver || isCancelling) {
      return;
    }
    isSent = true;
    if (tenure.kind === 'file') {
      const inOrder = await talk.close();
      end(
        inOrder
          ? { state: 'printed', reason: null, leftovers: 'none' }
          : { state: 'failed', reason: 'error', leftovers: 'none' },
      );
    } else if (profile.fence === 'none' || !talk.answers) {
      await takeLeave();
    } else {
      bePatient();
      const { error } = await talk.sendFence(job);
      if (error !== null) {
        endUnknown('cut-off');
      }
    }
  }

  const forget = talk.listen({
    onFence: (number) => {
      if (number === job && isSent) {
        hearing = hearFence();
      } else {
        hearMark(number);
      }
    },
    // Leaving is heard of where it is asked for.
    onGone: () =>
      isSent && (tenure.kind === 'file' || tenure.isMute || profile.fence === 'none')
        ? undefined
        : endUnknown('cut-off'),
  });
  const forgetState = tenure.onState(hearState);
  tenure.begin();
  hearState(tenure.state());
  const sending = send();
  return { ended, cancel, leave: () => endUnknown('restarted') };
}
