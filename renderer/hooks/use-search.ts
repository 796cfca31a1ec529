/** Asks at every keystroke, one question at a time, and keeps the last answer in sight until the next is there. */
import { useEffect, useRef, useState } from 'react';
import type { KioskError } from '../../main/contract/error.ts';
import type { SearchAnswer } from '../../main/contract/search.ts';
import { useKiosk } from './kiosk-context.ts';
import { toKioskError } from './use-answer.ts';
import { useConnection } from './use-connection.ts';

/** Rows asked for at a keystroke: what the screen shows and a little more, for each row costs time to paint. */
export const fewRows = 12;
/** Rows asked for by touch; whoever needs more types one more letter. */
export const manyRows = 60;

export interface Search {
  /** Null before the first answer and for an empty field. */
  readonly answer: SearchAnswer | null;
  readonly error: KioskError | null;
}

const nothing: Search = { answer: null, error: null };

/** `limit` is `fewRows` or `manyRows`. */
export function useSearch(words: string, limit: number): Search {
  const { connection, answers } = useKiosk();
  const { isOpen } = useConnection(connection);
  const question = words.trim();
  // Kept under this very question by the line below, so it is a search answer.
  const kept = answers.get(`search ${limit} ${question}`) as SearchAnswer | undefined;
  const [search, setSearch] = useState<Search>(kept === undefined ? nothing : { answer: kept, error: null });
  const latest = useRef({ question, limit });
  const isAsking = useRef(false);

  useEffect(() => {
    latest.current = { question, limit };
    if (question === '' || !isOpen || isAsking.current) return;
    const askLatest = async () => {
      isAsking.current = true;
      let asked = { question: '', limit: 0 };
      // What was typed meanwhile is asked next; words in between are skipped.
      while (latest.current !== asked && latest.current.question !== '') {
        asked = latest.current;
        try {
          const answer = await connection.call('procedures.search', { words: asked.question, limit: asked.limit });
          answers.set(`search ${asked.limit} ${asked.question}`, answer);
          setSearch({ answer, error: null });
        } catch (cause) {
          setSearch({ answer: null, error: toKioskError(cause) });
        }
      }
      isAsking.current = false;
    };
    void askLatest();
  }, [question, limit, connection, answers, isOpen]);

  return question === '' ? nothing : search;
}
