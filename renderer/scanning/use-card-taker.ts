/** With this a step of a screen says that it takes a card; elsewhere a card is only told what it is good for. */
import { useEffect, useEffectEvent } from 'react';
import { type CardTaker, useScanDesk } from './scan-desk.ts';

/** Null where nothing is asked for just now. Cards come as key and masked number; the newest step on the screen takes them. */
export function useCardTaker(taker: CardTaker | null): void {
  const desk = useScanDesk();
  const take = useEffectEvent<CardTaker>((card) => taker?.(card));
  const isTaking = taker !== null;
  useEffect(() => (isTaking ? desk.takeCards((card) => take(card)) : undefined), [desk, isTaking]);
}
