/** Where the present screen says what a scan may do to it: that a step takes a card, or that the screen must stay. */
import { createContext, useContext } from 'react';
import type { ReadCard } from './scan-routing.ts';

export type CardTaker = (card: ReadCard) => void;

export interface ScanDesk {
  /** From now on the step takes cards; returns what ends it. The newest one takes. */
  takeCards(taker: CardTaker): () => void;
  /** From now on no scan leaves the screen; returns what ends it. */
  hold(): () => void;
  /** Null where no step asks for a card. */
  cardTaker(): CardTaker | null;
  isHeld(): boolean;
}

export function createScanDesk(): ScanDesk {
  const takers = new Set<CardTaker>();
  const holds = new Set<object>();
  return {
    takeCards(taker) {
      // A function of its own, so that one taker can stand twice.
      const entry: CardTaker = (card) => taker(card);
      takers.add(entry);
      return () => void takers.delete(entry);
    },
    hold() {
      const entry = {};
      holds.add(entry);
      return () => void holds.delete(entry);
    },
    cardTaker: () => [...takers].at(-1) ?? null,
    isHeld: () => holds.size > 0,
  };
}

export const ScanDeskContext = createContext<ScanDesk | null>(null);

export function useScanDesk(): ScanDesk {
  const desk = useContext(ScanDeskContext);
  if (desk === null) throw new Error('useScanDesk outside of a ScanDeskContext');
  return desk;
}
