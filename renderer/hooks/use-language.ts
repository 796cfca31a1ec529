/** The language of the page; changes when it is switched and at no other time. */
import { useTranslation } from 'react-i18next';
import type { Language } from '../../main/contract/kiosk.ts';

export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'vi';
}
