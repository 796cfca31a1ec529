/** Who comes: a name typed here, or a card of which the page knows the masked number only. */

import type { z } from 'zod';
import type { appointmentHolderSchema } from '../../main/contract/appointments.ts';

export type Holder =
  | { readonly by: 'name'; readonly name: string }
  | { readonly by: 'card'; readonly card: string; readonly maskedNumber: string };

/** Longest name the portal takes. */
export const longestName = 80;

/** As it stands on papers: capitals, one space between words, composed letters. */
export function nameAsOnPapers(typed: string): string {
  return typed.normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleUpperCase('vi');
}

/** What is wrong with a name, where the page can tell: nothing there yet, or signs the core takes in no name. */
export function nameTrouble(typed: string): 'missing' | 'signs' | null {
  const name = nameAsOnPapers(typed);
  if (/[^\p{L}\p{M}\s'’ʼ-]/u.test(name)) return 'signs';
  return (name.match(/\p{L}/gu)?.length ?? 0) < 2 ? 'missing' : null;
}

/** As the core takes it. */
export function holderToSend(holder: Holder): z.infer<typeof appointmentHolderSchema> {
  return holder.by === 'name' ? holder : { by: 'card', card: holder.card };
}
