/** Translator, language and today's date together, as the wording functions take them. */
import type { TFunction } from 'i18next';
import { useState } from 'react';
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
  // A page is opened anew many times a day; within one the day does not change.
  const [today] = useState(() => todayInVietnam(Date.now()));
  return { t, language, today };
}
