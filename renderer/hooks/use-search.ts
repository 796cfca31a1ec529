/** Asks at every keystroke, one question at a time, and keeps the last answer in sight until the next is there. */
import { useEffect, useRef, useState } from 'react';
import type { KioskError } from '../../main/contract/error.ts';
import type { SearchAnswer } from '../../main/contract/search.ts';
import { useKiosk } from './kiosk-context.ts';
import { toKioskError } from './use-answer.ts';
import { useConnection } from './use-connection.ts';

/** Hits asked for at a keystroke: enough to see whole groups, of which few rows are drawn. */
const fewHits = 24;
/** Hits asked for by touch; whoever needs more types one more letter. */
const manyHits = 60;

export interface Search {
  /** Null before the first answer and for an empty field. */
  readonly answer: SearchAnswer | null;
  readonly error: KioskError | null;
}

const nothing: Search = { answer: null, error: null };

/** `isWide` asks for all hits that the screen is ready to show. */
export function useSearch(words: string, isWide: boolean): Search {
  const { connection, answers } = useKiosk();
  const { isOpen } = useConnection(connection);
  const limit = isWide ? manyHits : fewHits;
  const question = questionOf(words);
  const key = `search ${limit} ${question}`;
  // Kept under this very question by the line below, so it is a search answer.
  const kept = answers.get(key) as SearchAnswer | undefined;
  const [search, setSearch] = useState<Search>(kept === undefined ? nothing : { answer: kept, error: null });
  const latest = useRef({ question, limit });
  const isAsking = useRef(false);
  // Another question begins with nothing in sight, not with what was found for the one before.
  if (question === '' && search !== nothing) setSearch(nothing);

  useEffect(() => {
    latest.current = { question, limit };
    if (question === '' || !isOpen || isAsking.current) return;
    const askLatest = async () => {
      isAsking.current = true;
      let asked = { question: '', limit: 0 };
      // What was typed meanwhile is asked next; words in between are skipped.
      while (latest.current !== asked && latest.current.question !== '') {
        asked = latest.current;
        const age = answers.age();
        try {
          const answer = await connection.call('procedures.search', { words: asked.question, limit: asked.limit });
          answers.set(`search ${asked.limit} ${asked.question}`, answer, age);
          if (isStillAsked(asked.question, latest.current.question)) setSearch({ answer, error: null });
        } catch (cause) {
          if (latest.current === asked) setSearch({ answer: null, error: toKioskError(cause) });
        }
      }
      isAsking.current = false;
    };
    void askLatest();
  }, [question, limit, connection, answers, isOpen]);

  return question === '' ? nothing : search;
}

/** A space at the end says that the last word is whole; more of them say no more. */
function questionOf(words: string): string {
  return words.trimStart().replace(/\s+$/u, ' ');
}

/** The same question, or its beginning: one who types on sees what is found on the way. Any other answer is stale. */
function isStillAsked(asked: string, latest: string): boolean {
  return latest !== '' && latest.startsWith(asked);
}
