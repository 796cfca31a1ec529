/** What screens are told of the kiosk: at once where nobody looks, otherwise from the next screen on. */
import { useState } from 'react';
import type { KioskDescription } from '../../main/contract/kiosk.ts';

export interface ToldDescription {
  readonly description: KioskDescription;
  /** The screen it was told to. */
  readonly screen: string;
}

/** The same object where nothing else is to be told. */
export function tellDescription(
  told: ToldDescription,
  newest: ToldDescription,
  isUnattended: boolean,
): ToldDescription {
  const isDue = told.screen !== newest.screen || (isUnattended && told.description !== newest.description);
  return isDue ? newest : told;
}

/** `screen` names the present one. Header and texts of one screen so speak of the same catalogue for as long as it is read. */
export function useToldDescription(
  description: KioskDescription,
  screen: string,
  isUnattended: boolean,
): KioskDescription {
  const [told, setTold] = useState<ToldDescription>({ description, screen });
  const next = tellDescription(told, { description, screen }, isUnattended);
  if (next !== told) setTold(next);
  return next.description;
}
