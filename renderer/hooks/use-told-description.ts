/** What screens are told of the kiosk: at once where nobody looks, otherwise from the next screen on. */
import { useState } from 'react';
import type { KioskDescription } from '../../main/contract/kiosk.ts';

/** `screen` names the present one. Header and texts of one screen so speak of the same catalogue for as long as it is read. */
export function useToldDescription(newest: KioskDescription, screen: string, isUnattended: boolean): KioskDescription {
  const [told, setTold] = useState({ description: newest, screen });
  if (told.screen !== screen || (isUnattended && told.description !== newest)) {
    setTold({ description: newest, screen });
  }
  return told.description;
}
