/** Dossiers before a scripted portal, with cards that serve one try, a clock and a timer that go when the test says so. */
import type { ProveAnswer } from '../../../main/contract/dossiers.ts';
import { createDossiers } from '../../../main/core/dossiers/create-dossiers.ts';
import type { ProofCard } from '../../../main/core/dossiers/opened-dossier.ts';
import type { PortalClient } from '../../../main/core/portal/portal-client.ts';
import type { WireProof } from '../../../main/core/portal/portal-schemas.ts';
import { makeWireDossier, wireDossierCode } from '../../fakes/make-wire-dossier.ts';
import { createManualClock } from '../../fakes/manual-clock.ts';
import { createManualSchedule } from '../../fakes/manual-schedule.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';

export const proofCard: ProofCard = {
  identityNumber: '079190001234',
  maskedNumber: '079•••••1234',
  name: 'NGUYỄN THỊ MẪU',
  birthDate: '1990-04-12',
  issuedOn: '2021-05-01',
};

export type PortalDossierAnswer = Awaited<ReturnType<PortalClient['dossier']>>;
export const shown = (dossier = makeWireDossier()): PortalDossierAnswer => ({
  ok: true,
  value: { outcome: 'shown', dossier },
});
export const refused: PortalDossierAnswer = { ok: true, value: { outcome: 'refused' } };

export function createDossiersWorld() {
  const clock = createManualClock();
  const timer = createManualSchedule();
  const logger = createRecordingLogger();
  const cards = new Map<string, ProofCard>();
  const asked: { readonly dossierCode: string; readonly proof: WireProof }[] = [];
  let lastCard = 0;
  let closed = 0;
  const portal = {
    progress: (dossierCode: string): ReturnType<PortalClient['progress']> =>
      Promise.resolve({ ok: true, value: { dossierCode, stage: 'in-progress', percent: 40, asOfMs: 5 } }),
    dossier: (): PortalDossierAnswer | Promise<PortalDossierAnswer> => shown(),
    sendCode: (): ReturnType<PortalClient['sendCode']> => Promise.resolve({ ok: true, value: { outcome: 'sent' } }),
  };
  const dossiers = createDossiers({
    portal: {
      progress: (dossierCode) => portal.progress(dossierCode),
      dossier: (dossierCode, proof) => {
        asked.push({ dossierCode, proof });
        return Promise.resolve(portal.dossier());
      },
      sendCode: () => portal.sendCode(),
    },
    takeCard: (key) => {
      const card = cards.get(key) ?? null;
      cards.delete(key);
      return card;
    },
    onClosed: () => {
      closed += 1;
    },
    clock,
    schedule: timer.schedule,
    logger,
  });
  /** A key as page and core name a card. */
  const scan = (card: ProofCard = proofCard): string => {
    lastCard += 1;
    const key = String(lastCard).padStart(22, 'k');
    cards.set(key, card);
    return key;
  };
  const { handlers } = dossiers;
  const prove = async (card: string, dossierCode = wireDossierCode): Promise<ProveAnswer> =>
    handlers['dossiers.prove']({ dossierCode, proof: { by: 'card', card } });
  const guess = async (code = '000000', dossierCode = wireDossierCode): Promise<ProveAnswer> =>
    handlers['dossiers.prove']({ dossierCode, proof: { by: 'one-time-code', code } });
  return {
    dossiers,
    handlers,
    portal,
    asked,
    clock,
    logger,
    scan,
    prove,
    guess,
    /** Both clock and timer. */
    pass: (milliseconds: number) => {
      clock.nowIsMs += milliseconds;
      timer.advance(milliseconds);
    },
    closedCount: () => closed,
  };
}

export function viewOf(answer: ProveAnswer): string {
  if (answer.outcome !== 'shown') {
    throw new Error(`Nothing was shown: ${answer.outcome}`);
  }
  return answer.view;
}
