/** One question to the core as a value that a screen can draw: waiting, ready or failed. */
import { useEffect, useEffectEvent, useState } from 'react';
import { KioskError } from '../../main/contract/error.ts';
import type { MethodName, Params, Result } from '../../main/contract/methods.ts';
import type { CoreConnection } from '../transport/core-connection.ts';
import type { AnswerCache } from './answer-cache.ts';
import { useKiosk } from './kiosk-context.ts';
import { useConnection } from './use-connection.ts';

export type Answer<T> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: KioskError; readonly retry: () => void };

/** Whatever was thrown, as the one kind of error the screens have words for. */
export function toKioskError(cause: unknown): KioskError {
  return cause instanceof KioskError ? cause : new KioskError('internal', String(cause), { cause });
}

interface Settled<T> {
  readonly key: string;
  /** Which asking this answers: a restart of the core or a second try makes a new one. */
  readonly turn: string;
  readonly outcome: { readonly value: T } | { readonly error: KioskError };
}

/**
 * Asks again when the question changes and after the core came back. An answer to an older question is dropped. Where
 * `params` is null nothing is asked and nothing answered. `edition`: asks again where it grows, and shows what was answered
 * before until then.
 */
export function useCoreAnswer<M extends MethodName>(
  connection: CoreConnection,
  answers: AnswerCache,
  method: M,
  params: Params<M> | null,
  edition = 0,
): Answer<Result<M>> {
  const { isOpen, generation } = useConnection(connection);
  const [attempt, setAttempt] = useState(0);
  const [settled, setSettled] = useState<Settled<Result<M>> | null>(null);
  // `params` is a new object at each render; its text says when it really changed.
  const key = JSON.stringify([method, params]);
  const turn = `${generation} ${attempt} ${edition}`;
  const ask = useEffectEvent(() => (params === null ? null : connection.call(method, params)));

  useEffect(() => {
    const age = answers.age();
    const asked = isOpen ? ask() : null;
    if (asked === null) return undefined;
    let isCurrent = true;
    const settle = async () => {
      try {
        const value = await asked;
        answers.set(key, value, age);
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

  // Stored under this very method and params, so it has this method's result type.
  const kept = answers.get(key) as Result<M> | undefined;
  const outcome = settled?.key === key ? settled.outcome : null;
  if (outcome !== null && 'value' in outcome) return { kind: 'ready', value: outcome.value };
  // What is on the screen stays when asking again merely did not work; it goes when the core says it no longer holds.
  if (outcome !== null && isOpen && (kept === undefined || !outcome.error.retryable)) {
    return { kind: 'failed', error: outcome.error, retry: () => setAttempt(attempt + 1) };
  }
  return kept === undefined ? { kind: 'waiting' } : { kind: 'ready', value: kept };
}

/** The same for screens, within the present citizen's session. */
export function useAnswer<M extends MethodName>(method: M, params: Params<M> | null): Answer<Result<M>> {
  const { connection, answers } = useKiosk();
  return useCoreAnswer(connection, answers, method, params);
}
