/** A notice in the citizen's language; in Vietnamese, and marked so, where nobody wrote it in English. */
import type { Language } from '../../main/contract/kiosk.ts';
import type { Notice } from '../../main/contract/notices.ts';

export interface NoticeWords {
  readonly text: string;
  readonly lang: Language;
}

export function noticeWords({ text }: Pick<Notice, 'text'>, language: Language): NoticeWords {
  return language === 'en' && text.en !== null ? { text: text.en, lang: 'en' } : { text: text.vi, lang: 'vi' };
}
