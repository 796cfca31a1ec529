/** Asks at every keystroke, one question at a time, and keeps the last answer in sight until the next is there. */
import { useEffect, useRef, useState } from 'react';
import type { KioskError } from '../../main/contract/error.ts';
import type { SearchAnswer } from '../../main/contract/search.ts';
import { useKiosk } from './kiosk-context.ts';
import { toKioskError } from './use-answer.ts';
import { useConnection } from './use-connection.ts';

/** Rows asked for; whoever needs more types one more letter. */
const resultLimit = 12;

export interface Search {
  /** Null before the first answer and for an empty field. */
  readonly answer: SearchAnswer | null;
  readonly error: KioskError | null;
}

const nothing: Search = { answer: null, error: null };

export function useSearch(words: string): Search {
  const { connection, answers } = useKiosk();
  const { isOpen } = useConnection(connection);
  const question = words.trim();
  // Kept under this very question by the line below, so it is a search answer.
  const kept = answers.get(`search ${question}`) as SearchAnswer | undefined;
  const [search, setSearch] = useState<Search>(kept === undefined ? nothing : { answer: kept, error: null });
  const latest = useRef(question);
  const isAsking = useRef(false);

  useEffect(() => {
    latest.current = question;
    if (question === '' || !isOpen || isAsking.current) return;
    const askLatest = async () => {
      isAsking.current = true;
      let asked = '';
      // What was typed meanwhile is asked next; words in between are skipped.
      while (latest.current !== asked && latest.current !== '') {
        asked = latest.current;
        try {
          const answer = await connection.call('procedures.search', { words: asked, limit: resultLimit });
          answers.set(`search ${asked}`, answer);
          setSearch({ answer, error: null });
        } catch (cause) {
          setSearch({ answer: null, error: toKioskError(cause) });
        }
      }
      isAsking.current = false;
    };
    void askLatest();
  }, [question, connection, answers, isOpen]);

  return question === '' ? nothing : search;
}
