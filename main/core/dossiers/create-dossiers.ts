/** Dossiers as a feature: what a code opens, what proof opens, and for how long. Nothing of it is ever written down. */
import type { CodeAnswer, DossierProof, ProgressAnswer, ProveAnswer } from '../../contract/dossiers.ts';
import type { Unreachable } from '../../contract/portal.ts';
import type { Handlers } from '../handlers.ts';
import type { PortalClient, PortalTrouble } from '../portal/portal-client.ts';
import type { WireDossier, WireProof } from '../portal/portal-schemas.ts';
import type { Clock, Logger, ScheduleAfter } from '../ports.ts';
import { dossierFromPortal, isSameCode } from './dossier-from-portal.ts';
import type { OpenedDossier, ProofCard } from './opened-dossier.ts';
import { createOpenedDossiers } from './opened-dossiers.ts';
import { plainWords } from './plain-words.ts';
import { createProofLimit } from './proof-limit.ts';

export interface DossiersOptions {
  readonly portal: Pick<PortalClient, 'progress' | 'dossier' | 'sendCode'>;
  /** The card of this key, once; null where it is gone, was used, or is no citizen card. */
  readonly takeCard: (card: string) => ProofCard | null;
  /** The dossier that stood open is open no more: what was drawn of it is to be forgotten too. */
  readonly onClosed: () => void;
  readonly clock: Clock;
  readonly schedule: ScheduleAfter;
  readonly logger: Logger;
}

export interface Dossiers {
  readonly handlers: Pick<Handlers, 'dossiers.progress' | 'dossiers.sendCode' | 'dossiers.prove' | 'dossiers.close'>;
  /** Null for a view that is not open in this session. */
  opened(view: string): OpenedDossier | null;
  /** The citizen has gone: no view is open any more, and none opens by what is still under way. */
  forgetAll(): void;
}

export function createDossiers({ portal, takeCard, onClosed, clock, schedule, logger }: DossiersOptions): Dossiers {
  const limit = createProofLimit(clock);
  const views = createOpenedDossiers({ clock, schedule, onClosed });
  let session = 0;
  /** One proof after the other: many at once would be more tries than the limit allows. */
  let lastProof: Promise<unknown> = Promise.resolve();

  async function progress(dossierCode: string): Promise<ProgressAnswer> {
    const answer = await portal.progress(dossierCode);
    if (!answer.ok) {
      return unreachable(answer.trouble);
    }
    if (answer.value === null) {
      return { outcome: 'not-found' };
    }
    const { stage, percent, asOfMs } = answer.value;
    return isSameCode(answer.value.dossierCode, dossierCode)
      ? { outcome: 'found', progress: { dossierCode: answer.value.dossierCode, stage, percent, asOfMs } }
      : contradiction();
  }

  async function sendCode(dossierCode: string): Promise<CodeAnswer> {
    const pausedUntilMs = limit.pausedUntilMs();
    if (pausedUntilMs !== null) {
      return { outcome: 'paused', untilMs: pausedUntilMs };
    }
    const answer = await portal.sendCode(dossierCode);
    return answer.ok ? answer.value : unreachable(answer.trouble);
  }

  async function prove(dossierCode: string, proof: DossierProof, provedIn: number): Promise<ProveAnswer> {
    const pausedUntilMs = limit.pausedUntilMs();
    if (pausedUntilMs !== null) {
      return { outcome: 'paused', untilMs: pausedUntilMs };
    }
    const card = proof.by === 'card' && provedIn === session ? takeCard(proof.card) : null;
    const wire = wireProof(proof, card);
    if (wire === null || provedIn !== session) {
      return { outcome: 'card-needed' };
    }
    // Asked also where there is no such dossier, so that neither the answer nor its time tells which part was wrong.
    const answer = await portal.dossier(dossierCode, wire);
    if (!answer.ok) {
      return unreachable(answer.trouble);
    }
    if (answer.value.outcome === 'paused') {
      return answer.value;
    }
    if (answer.value.outcome === 'refused') {
      return refused();
    }
    limit.right();
    // Whoever proved it has gone meanwhile; the next one in front of the screen must not see it.
    return provedIn === session ? shown(answer.value.dossier, dossierCode, card) : { outcome: 'card-needed' };
  }

  function refused(): ProveAnswer {
    const triesLeft = limit.wrong();
    const untilMs = limit.pausedUntilMs();
    if (untilMs !== null) {
      logger.warn('Too many wrong proofs of dossiers; none is taken for a while', { minutes: minutesUntil(untilMs) });
    }
    return untilMs === null ? { outcome: 'refused', triesLeft } : { outcome: 'paused', untilMs };
  }

  function shown(wire: WireDossier, dossierCode: string, card: ProofCard | null): ProveAnswer {
    const found = dossierFromPortal(wire, dossierCode);
    if (found === null) {
      return contradiction();
    }
    const { dossier, receipt, paymentFault } = found;
    if (paymentFault !== null) {
      logger.warn('No payment code can be made of what the portal tells; the desk must help', { fault: paymentFault });
    }
    return { outcome: 'shown', view: views.open({ dossier, receipt, holder: holderOf(card) }), dossier };
  }

  function contradiction(): Unreachable {
    logger.error('The portal told of another dossier than the one asked for, or contradicts itself');
    return { outcome: 'unreachable', reason: 'failing', retryAtMs: null };
  }

  function minutesUntil(untilMs: number): number {
    return Math.ceil((untilMs - clock.nowMs()) / 60_000);
  }

  return {
    handlers: {
      'dossiers.progress': ({ dossierCode }) => progress(dossierCode),
      'dossiers.sendCode': ({ dossierCode }) => sendCode(dossierCode),
      'dossiers.prove': ({ dossierCode, proof }) => {
        const provedIn = session;
        const answer = lastProof.then(() => prove(dossierCode, proof, provedIn));
        lastProof = answer.catch(() => undefined);
        return answer;
      },
      'dossiers.close': ({ view }) => {
        views.close(view);
        return {};
      },
    },
    opened: (view) => views.find(view),
    forgetAll() {
      session += 1;
      views.closeAll();
    },
  };
}

/** Null where the card that was named is gone. */
function wireProof(proof: DossierProof, card: ProofCard | null): WireProof | null {
  if (proof.by === 'one-time-code') {
    return { kind: 'one-time-code', code: proof.code };
  }
  return card === null
    ? null
    : { kind: 'card', identityNumber: card.identityNumber, birthDate: card.birthDate, issuedOn: card.issuedOn };
}

const longestName = 120;

function holderOf(card: ProofCard | null): OpenedDossier['holder'] {
  const name = plainWords(card?.name ?? null);
  return card === null || name === null ? null : { name: name.slice(0, longestName), maskedNumber: card.maskedNumber };
}

function unreachable({ reason, retryAtMs }: PortalTrouble): Unreachable {
  return { outcome: 'unreachable', reason, retryAtMs };
}
