/** Translator, language and today's date together, as the wording functions take them. */
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../main/contract/kiosk.ts';
import { todayInVietnam } from '../wording/date-words.ts';
import { useLanguage } from './use-language.ts';

export interface ScreenWording {
  readonly t: TFunction;
  readonly language: Language;
  /** YYYY-MM-DD in Việt Nam. */
  readonly today: string;
}

export function useWording(): ScreenWording {
  const { t } = useTranslation();
  const language = useLanguage();
  // A page is opened anew many times a day; within one the day does not change.
  const [today] = useState(() => todayInVietnam(Date.now()));
  return { t, language, today };
}
