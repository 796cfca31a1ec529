/** How far a dossier is: asked at once, never waited for without end, asked again by a touch. */
import { useEffect, useState } from 'react';
import type { ProgressAnswer } from '../../main/contract/dossiers.ts';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useConnection } from '../hooks/use-connection.ts';

/** The core gives up after five seconds; a core that says nothing at all is given up soon after. */
export const longestWaitMs = 8_000;

export interface DossierAsking {
  /** Null while it is asked. */
  readonly answer: ProgressAnswer | null;
  readonly retry: () => void;
}

const tooSlow: ProgressAnswer = { outcome: 'unreachable', reason: 'slow', retryAtMs: null };
/** What is wrong is the kiosk itself; the citizen can do the same as after a fault of the portal. */
const broken: ProgressAnswer = { outcome: 'unreachable', reason: 'failing', retryAtMs: null };

export function useDossierProgress(dossierCode: string): DossierAsking {
  const { connection } = useKiosk();
  const { isOpen, generation } = useConnection(connection);
  const [attempt, setAttempt] = useState(0);
  const turn = `${generation} ${attempt}`;
  const [settled, setSettled] = useState<{ readonly turn: string; readonly answer: ProgressAnswer } | null>(null);

  useEffect(() => {
    if (!isOpen) return undefined;
    let isCurrent = true;
    // An answer that comes late is still the better one.
    const settle = (answer: ProgressAnswer) => {
      if (isCurrent) setSettled({ turn, answer });
    };
    const ask = async () => {
      try {
        settle(await connection.call('dossiers.progress', { dossierCode }));
      } catch {
        settle(broken);
      }
      clearTimeout(timer);
    };
    const timer = setTimeout(() => settle(tooSlow), longestWaitMs);
    void ask();
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [connection, isOpen, turn, dossierCode]);

  // After a reconnection what was told stays in sight until it is told anew.
  const isShown = settled !== null && (settled.turn === turn || settled.answer.outcome === 'found');
  return { answer: isShown ? settled.answer : null, retry: () => setAttempt((last) => last + 1) };
}
