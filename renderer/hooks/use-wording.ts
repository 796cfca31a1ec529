/** Translator, language and today's date together, as the wording functions take them. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../main/contract/kiosk.ts';
import { todayInVietnam } from '../wording/date-words.ts';
import { useKiosk } from './kiosk-context.ts';

export interface ScreenWording {
  readonly t: TFunction;
  readonly language: Language;
  /** YYYY-MM-DD in Việt Nam. */
  readonly today: string;
}

export function useWording(): ScreenWording {
  const { t } = useTranslation();
  const { language } = useKiosk().state;
  return { t, language, today: todayInVietnam(Date.now()) };
}
