/** Who comes, as the screen names them. */
import type { TFunction } from 'i18next';
import type { Holder } from './holder.ts';

export function holderWords(holder: Holder, t: TFunction): string {
  return holder.by === 'name' ? holder.name : t('appointment.holderCard', { number: holder.maskedNumber });
}
