/** An answer that stays in sight until the next one is there: a list does not vanish under the finger that filters it. */
import { useState } from 'react';
import type { MethodName, Params, Result } from '../../main/contract/methods.ts';
import { type Answer, useAnswer } from './use-answer.ts';

/** `useAnswer`, but `waiting` only before the first answer. */
export function useSteadyAnswer<M extends MethodName>(method: M, params: Params<M> | null): Answer<Result<M>> {
  const answer = useAnswer(method, params);
  const [last, setLast] = useState<Result<M> | null>(null);
  if (answer.kind === 'ready' && answer.value !== last) setLast(answer.value);
  return answer.kind === 'waiting' && last !== null ? { kind: 'ready', value: last } : answer;
}
