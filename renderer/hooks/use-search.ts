/** Asks at every keystroke, one question at a time, and keeps the last answer in sight until the next is there. */
import { useEffect, useRef, useState } from 'react';
import type { KioskError } from '../../main/contract/error.ts';
import type { SearchAnswer } from '../../main/contract/search.ts';
import { useKiosk } from './kiosk-context.ts';
import { toKioskError } from './use-answer.ts';
import { useConnection } from './use-connection.ts';

/** Rows asked for; whoever needs more types one more letter. */
const resultLimit = 30;

export interface Search {
  /** Null before the first answer and for an empty field. */
  readonly answer: SearchAnswer | null;
  readonly error: KioskError | null;
}

const nothing: Search = { answer: null, error: null };

export function useSearch(words: string): Search {
  const { connection, answers } = useKiosk();
  const { isOpen, generation } = useConnection(connection);
  const question = words.trim();
  const kept = answers.get(`search ${question}`) as SearchAnswer | undefined;
  const [search, setSearch] = useState<Search>(kept === undefined ? nothing : { answer: kept, error: null });
  const latest = useRef(question);
  const isAsking = useRef(false);

  useEffect(() => {
    latest.current = question;
    if (question === '') {
      setSearch(nothing);
      return;
    }
    if (!isOpen || isAsking.current) return;
    const ask = (asked: string): void => {
      isAsking.current = true;
      connection
        .call('procedures.search', { words: asked, limit: resultLimit })
        .then(
          (answer) => {
            answers.set(`search ${asked}`, answer);
            if (latest.current !== '') setSearch({ answer, error: null });
          },
          (cause: unknown) => setSearch({ answer: null, error: toKioskError(cause) }),
        )
        .finally(() => {
          isAsking.current = false;
          // What was typed meanwhile is asked now; words in between are skipped.
          if (latest.current !== asked && latest.current !== '') ask(latest.current);
        });
    };
    ask(question);
  }, [question, connection, answers, isOpen, generation]);

  return search;
}
