/** The i18next instance of one page; nothing global, so that tests make as many as they like. */
import { createInstance, type i18n } from 'i18next';
import type { Language } from '../../main/contract/kiosk.ts';
import { en } from './en.ts';
import { vi } from './vi.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof vi };
  }
}

/** Ready to use when it returns: the words are part of the page and nothing is loaded. */
export function createTranslator(language: Language): i18n {
  const translator = createInstance();
  void translator.init({
    lng: language,
    fallbackLng: 'vi',
    initAsync: false,
    resources: { vi: { translation: vi }, en: { translation: en } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return translator;
}
