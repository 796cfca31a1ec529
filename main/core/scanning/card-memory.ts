/** The cards that were just read: in memory alone, each under a random name, a few at most, and gone after two minutes. */
import { randomBytes } from 'node:crypto';
import type { Clock, ScheduleAfter } from '../ports.ts';
import type { CitizenCard, HealthInsuranceCard } from './scan.ts';

export type Card = CitizenCard | HealthInsuranceCard;

/** From the moment it was read. */
export const cardMs = 120_000;
/** Nobody holds more cards than these before one reader; the oldest goes first. */
const mostCards = 4;
/** 22 base64url characters: `cardKeySchema`. */
const keyBytes = 16;

export interface KeptCard {
  readonly key: string;
  /** UTC epoch. */
  readonly untilMs: number;
}

export interface CardMemory {
  readonly keep: (card: Card) => KeptCard;
  /** Null where it is gone. */
  readonly card: (key: string) => Card | null;
  /** The same, and forgets it. */
  readonly take: (key: string) => Card | null;
  readonly forgetAll: () => void;
}

export function createCardMemory({
  clock,
  schedule,
}: {
  readonly clock: Clock;
  readonly schedule: ScheduleAfter;
}): CardMemory {
  const cards = new Map<string, { readonly card: Card; readonly untilMs: number; readonly stopWaiting: () => void }>();
  const forget = (key: string): void => {
    cards.get(key)?.stopWaiting();
    cards.delete(key);
  };
  const find = (key: string): Card | null => {
    const kept = cards.get(key);
    // The timer stands still while the machine sleeps; the clock does not.
    if (kept !== undefined && clock.nowMs() >= kept.untilMs) {
      forget(key);
      return null;
    }
    return kept?.card ?? null;
  };
  return {
    keep(card) {
      const [oldest] = cards.keys();
      if (oldest !== undefined && cards.size >= mostCards) {
        forget(oldest);
      }
      const key = randomBytes(keyBytes).toString('base64url');
      const untilMs = clock.nowMs() + cardMs;
      cards.set(key, { card, untilMs, stopWaiting: schedule(cardMs, () => forget(key)) });
      return { key, untilMs };
    },
    card: find,
    take(key) {
      const card = find(key);
      forget(key);
      return card;
    },
    forgetAll() {
      for (const key of cards.keys()) {
        forget(key);
      }
    },
  };
}
