/** Opens a dossier: by a card that is read while its screen stands, or by a code the portal sends. */
import { useEffect, useReducer, useRef } from 'react';
import type { DossierProof, ProveAnswer } from '../../main/contract/dossiers.ts';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { toKioskError } from '../hooks/use-answer.ts';
import type { ReadCard } from '../scanning/scan-routing.ts';
import { useCardTaker } from '../scanning/use-card-taker.ts';
import { noProof, type ProofAction, type ProofState, proofReducer, takesProof } from '../state/proof-state.ts';
import { closeView } from './open-dossiers.ts';

export interface DossierProving {
  readonly state: ProofState;
  readonly send: (action: ProofAction) => void;
  readonly sendCode: () => void;
  readonly proveByCode: () => void;
}

type Shown = Extract<ProveAnswer, { outcome: 'shown' }>;

export function useDossierProof(dossierCode: string, onShown: (shown: Shown) => void): DossierProving {
  const { connection } = useKiosk();
  const [state, send] = useReducer(proofReducer, noProof);
  const isHere = useRef(true);

  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);

  const fail = (cause: unknown) =>
    send({ kind: 'trouble', trouble: { outcome: 'failed', code: toKioskError(cause).code } });
  const prove = async (proof: DossierProof) => {
    send({ kind: 'ask', what: 'proof' });
    try {
      const answer = await connection.call('dossiers.prove', { dossierCode, proof });
      if (answer.outcome !== 'shown') send({ kind: 'trouble', trouble: answer });
      // Whoever asked has gone on: nobody else is to find it open.
      else if (isHere.current) onShown(answer);
      else closeView(connection, answer.view);
    } catch (cause) {
      fail(cause);
    }
  };
  const sendCode = async () => {
    send({ kind: 'ask', what: 'code' });
    try {
      const answer = await connection.call('dossiers.sendCode', { dossierCode });
      send(answer.outcome === 'sent' ? { kind: 'sent' } : { kind: 'trouble', trouble: answer });
    } catch (cause) {
      fail(cause);
    }
  };
  const takeCard = (card: ReadCard) => {
    // While one is being checked, or proof is paused, a card is read in vain.
    if (!takesProof(state)) return;
    if (card.kind === 'citizen-card') void prove({ by: 'card', card: card.card });
    else send({ kind: 'trouble', trouble: { outcome: 'wrong-card' } });
  };
  useCardTaker(takeCard);

  return {
    state,
    send,
    sendCode: () => void sendCode(),
    proveByCode: () => void prove({ by: 'one-time-code', code: state.digits }),
  };
}
