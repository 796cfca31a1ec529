/** A procedure's short title in the language of the screen, where only its code is at hand. */
import type { Language } from '../../main/contract/kiosk.ts';
import { useAnswer } from './use-answer.ts';
import { useLanguage } from './use-language.ts';

/** Null while it is not there yet, and where the catalogue does not hold the code. `lang`: of the title itself. */
export function useProcedureTitle(code: string): { readonly title: string; readonly lang: Language } | null {
  const language = useLanguage();
  const answer = useAnswer('procedures.get', { code });
  if (answer.kind !== 'ready') return null;
  const { shortTitle, english } = answer.value.procedure;
  return language === 'en' && english !== null
    ? { title: english.shortTitle, lang: 'en' }
    : { title: shortTitle, lang: 'vi' };
}
