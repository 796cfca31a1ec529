/** A question whose answer may be another one a moment later: asked anew by each screen, and again when a citizen wishes. */
import { useEffect, useEffectEvent, useState } from 'react';
import type { MethodName, Params, Result } from '../../main/contract/methods.ts';
import { useKiosk } from './kiosk-context.ts';
import { type Answer, toKioskError } from './use-answer.ts';
import { useConnection } from './use-connection.ts';

export interface FreshAnswer<T> {
  readonly answer: Answer<T>;
  readonly again: () => void;
}

interface Settled<T> {
  readonly key: string;
  /** Which asking this answers: a restart of the core or a second try makes a new one. */
  readonly turn: string;
  readonly outcome: { readonly value: T } | { readonly error: ReturnType<typeof toKioskError> };
}

/** Where `params` is null nothing is asked. `mayKeep`: answers that a later screen shows until it has its own. */
export function useFreshAnswer<M extends MethodName>(
  method: M,
  params: Params<M> | null,
  mayKeep: (value: Result<M>) => boolean,
): FreshAnswer<Result<M>> {
  const { connection, answers } = useKiosk();
  const { isOpen, generation } = useConnection(connection);
  const [attempt, setAttempt] = useState(0);
  const [settled, setSettled] = useState<Settled<Result<M>> | null>(null);
  // `params` is a new object at each render; its text says when it really changed.
  const key = JSON.stringify(['fresh', method, params]);
  const turn = `${generation} ${attempt}`;
  const ask = useEffectEvent(() => (params === null ? null : connection.call(method, params)));
  const keep = useEffectEvent((value: Result<M>, age: number) => {
    if (mayKeep(value)) answers.set(key, value, age);
  });

  useEffect(() => {
    const age = answers.age();
    const asked = isOpen ? ask() : null;
    if (asked === null) return undefined;
    let isCurrent = true;
    const settle = async () => {
      try {
        const value = await asked;
        keep(value, age);
        if (isCurrent) setSettled({ key, turn, outcome: { value } });
      } catch (cause) {
        if (isCurrent) setSettled({ key, turn, outcome: { error: toKioskError(cause) } });
      }
    };
    void settle();
    return () => {
      isCurrent = false;
    };
  }, [answers, key, isOpen, turn]);

  const again = () => {
    setSettled(null);
    setAttempt(attempt + 1);
  };
  const outcome = settled?.key === key ? settled.outcome : null;
  if (outcome !== null && 'value' in outcome) return { answer: { kind: 'ready', value: outcome.value }, again };
  if (outcome !== null && isOpen) return { answer: { kind: 'failed', error: outcome.error, retry: again }, again };
  // Stored under this very method and params, so it has this method's result type.
  const kept = answers.get(key) as Result<M> | undefined;
  return { answer: kept === undefined ? { kind: 'waiting' } : { kind: 'ready', value: kept }, again };
}
