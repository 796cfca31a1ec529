/** The completions in sight: those of the newest answer, or the ones before it while they still fit. */
import { useState } from 'react';
import type { SearchAnswer } from '../../main/contract/search.ts';
import { steadyCompletions } from '../wording/completion-words.ts';

interface Shown {
  readonly answer: SearchAnswer | null;
  readonly completions: readonly string[];
}

export function useCompletions(answer: SearchAnswer | null): readonly string[] {
  const [shown, setShown] = useState<Shown>({ answer: null, completions: [] });
  if (shown.answer === answer) return shown.completions;
  const completions = answer === null ? [] : steadyCompletions(shown.completions, answer);
  setShown({ answer, completions });
  return completions;
}
