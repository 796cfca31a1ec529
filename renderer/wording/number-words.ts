/** Numbers as they are written in each language: 8.000 and 3,5 in Vietnamese, 8,000 and 3.5 in English. */
import type { Language } from '../../main/contract/kiosk.ts';

export function numberWords(value: number, language: Language): string {
  return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 2 }).format(value);
}
