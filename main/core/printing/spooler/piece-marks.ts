/**
 * Fences between the pieces of a job: how far the printer has come. So much is sent ahead and no more, so that its buffer has
 * room for questions and for clearing when the paper ends in the middle.
 */
import { fenceNumbers } from '../device/escpos-commands.ts';

export interface PieceMarks {
  /** False where the printer answers none, or no more. */
  readonly areUsed: boolean;
  /** Pieces the printer said it is through with. */
  readonly donePieces: number;
  /** A piece was sent; returns the number of the fence that follows it. */
  sent(index: number, bytes: number): number;
  /** Whether this was the answer to one of them. */
  heard(fence: number): boolean;
  /** Whether it is not time yet to send so many bytes more; null: whether anything before is not through. */
  isFarAhead(nextBytes: number | null): boolean;
  /** Waits for none any more; false where none was waited for. */
  giveUp(): boolean;
}

/** Two pieces may always be on their way, so that the printer never waits for the next one. */
const aheadBytes = 32 * 1024;
/** No kiosk prints so many jobs, and probes have others; a job has fewer pieces than that. */
const firstNumber = fenceNumbers - 2_000;
const numbers = 900;

export function createPieceMarks(areAnswered: boolean): PieceMarks {
  let waiting: readonly { readonly index: number; readonly bytes: number }[] = [];
  let areUsed = areAnswered;
  let donePieces = 0;
  return {
    get areUsed() {
      return areUsed;
    },
    get donePieces() {
      return donePieces;
    },
    sent(index, bytes) {
      waiting = [...waiting, { index, bytes }];
      return numberOf(index);
    },
    heard(fence) {
      const place = waiting.findIndex(({ index }) => numberOf(index) === fence);
      if (place === -1) {
        return false;
      }
      donePieces = 1 + (waiting[place]?.index ?? 0);
      waiting = waiting.slice(place + 1);
      return true;
    },
    isFarAhead(nextBytes) {
      const bytes = waiting.reduce((sum, piece) => sum + piece.bytes, 0);
      return nextBytes === null ? bytes > 0 : waiting.length > 1 && bytes + nextBytes > aheadBytes;
    },
    giveUp() {
      const wasWaiting = waiting.length > 0;
      areUsed &&= !wasWaiting;
      waiting = [];
      return wasWaiting;
    },
  };
}

function numberOf(index: number): number {
  return firstNumber + (index % numbers);
}
