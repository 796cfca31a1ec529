/** The questions about dossiers (docs/portal-api.yaml, tag `dossiers`). */

import type { PortalProgress } from './portal-client.ts';
import type { PortalQuestion } from './portal-question.ts';
import { type WireDossier, type WireProof, wireDossierSchema, wireProgressSchema } from './portal-schemas.ts';
import { understandBody } from './understand-body.ts';

/** What a citizen waits for at most. */
export const citizenWaitMs = 5_000;
/** A pause the portal does not measure. */
const defaultPauseMs = 60_000;

export type ProofOutcome =
  | { readonly outcome: 'shown'; readonly dossier: WireDossier }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'paused'; readonly untilMs: number };
export type SendCodeOutcome = { readonly outcome: 'sent' } | { readonly outcome: 'paused'; readonly untilMs: number };

export function progressQuestion(dossierCode: string): PortalQuestion<PortalProgress | null> {
  return {
    name: 'progress of a dossier',
    method: 'GET',
    path: `${pathOf(dossierCode)}/progress`,
    body: null,
    idempotencyKey: null,
    kind: 'read',
    deadlineMs: citizenWaitMs,
    understand: understandBody(wireProgressSchema, (answer) => {
      if (!isSame(answer.dossierCode, dossierCode)) {
        return null;
      }
      const { stage, percent, asOf } = answer;
      return { value: { dossierCode, stage, percent, asOfMs: Date.parse(asOf) } };
    }),
    understandProblem: ({ code }) => (code === 'not-found' ? { value: null } : null),
  };
}

/** Never asked again by itself: each try counts at the portal. */
export function proofQuestion(
  dossierCode: string,
  proof: WireProof,
  nowMs: () => number,
): PortalQuestion<ProofOutcome> {
  return {
    name: 'proof for a dossier',
    method: 'POST',
    path: `${pathOf(dossierCode)}/detail`,
    body: { proof },
    idempotencyKey: null,
    kind: 'write',
    deadlineMs: citizenWaitMs,
    understand: understandBody(wireDossierSchema, (dossier) =>
      isSame(dossier.dossierCode, dossierCode) ? { value: { outcome: 'shown', dossier } } : null,
    ),
    understandProblem: ({ code }, retryAfterMs) => {
      if (code === 'proof-refused' || code === 'not-found') {
        return { value: { outcome: 'refused' } };
      }
      return code === 'paused' ? { value: paused(retryAfterMs, nowMs) } : null;
    },
  };
}

export function sendCodeQuestion(dossierCode: string, nowMs: () => number): PortalQuestion<SendCodeOutcome> {
  return {
    name: 'one-time code for a dossier',
    method: 'POST',
    path: `${pathOf(dossierCode)}/one-time-codes`,
    body: null,
    idempotencyKey: null,
    kind: 'write',
    deadlineMs: citizenWaitMs,
    understand: () => ({ value: { outcome: 'sent' } }),
    understandProblem: ({ code }, retryAfterMs) => {
      // That there is none of this code is nobody's business.
      if (code === 'not-found') {
        return { value: { outcome: 'sent' } };
      }
      return code === 'paused' ? { value: paused(retryAfterMs, nowMs) } : null;
    },
  };
}

function paused(
  retryAfterMs: number | null,
  nowMs: () => number,
): { readonly outcome: 'paused'; readonly untilMs: number } {
  return { outcome: 'paused', untilMs: nowMs() + (retryAfterMs ?? defaultPauseMs) };
}

function pathOf(dossierCode: string): string {
  return `v1/dossiers/${encodeURIComponent(dossierCode)}`;
}

/** Small and capital letters are the same in a code. */
function isSame(answered: string, asked: string): boolean {
  return answered.toUpperCase() === asked.toUpperCase();
}
