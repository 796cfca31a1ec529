/** Counts wrong proofs of a dossier, by whichever kiosks, and pauses it; a code that no dossier has counts the same. */
import type { Clock } from '../../main/core/ports.ts';
import type { PortalDatabase } from './portal-database.ts';
import { PortalProblem } from './portal-problem.ts';

export interface ProofGuard {
  /** Throws `paused` while the dossier is. */
  admit(dossierCode: string): void;
  refused(dossierCode: string): void;
  proved(dossierCode: string): void;
}

const mostWrongProofs = 5;
const hourMs = 60 * 60_000;
const pauseMs = 15 * 60_000;

export function createProofGuard(database: PortalDatabase, clock: Clock): ProofGuard {
  const readPause = database.prepare<[string, number], { until_ms: number }>(
    'SELECT until_ms FROM pauses WHERE code = ? AND until_ms > ?',
  );
  const forgetOld = [
    database.prepare<[number]>(`DELETE FROM wrong_proofs WHERE at_ms <= ? - ${hourMs}`),
    database.prepare<[number]>('DELETE FROM pauses WHERE until_ms <= ?'),
  ];
  const count = database.prepare<[string, number], { tries: number }>(
    'SELECT count(*) tries FROM wrong_proofs WHERE code = ? AND at_ms > ?',
  );
  const addWrong = database.prepare<[string, number]>('INSERT INTO wrong_proofs (code, at_ms) VALUES (?, ?)');
  const dropWrong = database.prepare<[string]>('DELETE FROM wrong_proofs WHERE code = ?');
  const addPause = database.prepare<[string, number]>('INSERT OR REPLACE INTO pauses (code, until_ms) VALUES (?, ?)');
  const refused = database.transaction((dossierCode: string, nowMs: number) => {
    for (const statement of forgetOld) {
      statement.run(nowMs);
    }
    addWrong.run(dossierCode, nowMs);
    if ((count.get(dossierCode, nowMs - hourMs)?.tries ?? 0) >= mostWrongProofs) {
      addPause.run(dossierCode, nowMs + pauseMs);
      dropWrong.run(dossierCode);
    }
  });
  return {
    admit: (dossierCode) => {
      const nowMs = clock.nowMs();
      const pause = readPause.get(dossierCode, nowMs);
      if (pause !== undefined) {
        throw new PortalProblem('paused', { retryAfterMs: pause.until_ms - nowMs });
      }
    },
    refused: (dossierCode) => refused.immediate(dossierCode, clock.nowMs()),
    proved: (dossierCode) => {
      dropWrong.run(dossierCode);
    },
  };
}
