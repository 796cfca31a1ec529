/** Taking a number from any screen: one at a time, then its own screen, or why there is none. */
import { useEffect, useRef, useState } from 'react';
import type { TakeOutcome } from '../../main/contract/queue.ts';
import { takeNumber } from '../queue/take-number.ts';
import type { Screen } from '../state/screen.ts';
import { useKiosk } from './kiosk-context.ts';
import { toKioskError } from './use-answer.ts';

/** Why no number was given; `failed` is the kiosk's own fault, with a code for staff. */
export type NumberRefusal =
  | Extract<TakeOutcome, { outcome: 'too-many' | 'closed' | 'no-room' }>
  | { readonly outcome: 'failed'; readonly code: string };

export interface NumberWish {
  readonly serviceId: string;
  readonly priorityId: string | null;
  /** The procedure it is for. */
  readonly code: string | null;
  readonly checklist: Extract<Screen, { kind: 'ticket' }>['checklist'];
}

export interface NumberTaking {
  readonly isAsking: boolean;
  readonly refusal: NumberRefusal | null;
  /** Opens the number's screen when there is one; nothing while another is asked for. */
  readonly take: (wish: NumberWish) => void;
  readonly dismiss: () => void;
}

export function useNumberTaking(): NumberTaking {
  const { connection, open, visit } = useKiosk();
  const [isAsking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<NumberRefusal | null>(null);
  const asking = useRef<AbortController | null>(null);

  // Who goes on before the number is there finds it on the queue's screen.
  useEffect(() => () => asking.current?.abort(), []);

  const ask = async ({ checklist, ...wish }: NumberWish, signal: AbortSignal) => {
    try {
      const outcome = await takeNumber(connection, { visit, ...wish }, signal);
      if (outcome === null) return;
      if (outcome.outcome === 'taken' || outcome.outcome === 'already-taken') {
        const arrival = outcome.outcome === 'taken' ? 'new' : outcome.outcome;
        open({ kind: 'ticket', ticket: outcome.ticket, checklist, arrival });
      } else setRefusal(outcome);
    } catch (cause) {
      if (!signal.aborted) setRefusal({ outcome: 'failed', code: toKioskError(cause).code });
    }
    asking.current = null;
    setAsking(false);
  };

  return {
    isAsking,
    refusal,
    take(wish) {
      if (asking.current !== null) return;
      const controller = new AbortController();
      asking.current = controller;
      setAsking(true);
      setRefusal(null);
      void ask(wish, controller.signal);
    },
    dismiss: () => setRefusal(null),
  };
}
