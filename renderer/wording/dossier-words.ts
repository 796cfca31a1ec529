/** What is said about a dossier in each of its states; one table each, so that none is forgotten. */
import type { TFunction } from 'i18next';
import type { TypedDossierCode } from '../../main/contract/dossier-code.ts';
import type { Dossier, DossierProgress, DossierSlip, DossierState } from '../../main/contract/dossiers.ts';
import type { Language } from '../../main/contract/kiosk.ts';
import type { Unreachable } from '../../main/contract/portal.ts';
import { dateWords, todayInVietnam } from './date-words.ts';
import { clockWords } from './opening-words.ts';

export const stageKeys = {
  registered: { title: 'dossier.stage.registered', text: 'dossier.stage.registeredText' },
  'in-progress': { title: 'dossier.stage.inProgress', text: 'dossier.stage.inProgressText' },
  done: { title: 'dossier.stage.done', text: 'dossier.stage.doneText' },
  ended: { title: 'dossier.stage.ended', text: 'dossier.stage.endedText' },
} as const satisfies Record<DossierProgress['stage'], { title: string; text: string }>;

export const stateKeys = {
  registered: 'dossier.state.registered',
  accepted: 'dossier.state.accepted',
  'not-accepted': 'dossier.state.notAccepted',
  processing: 'dossier.state.processing',
  'papers-needed': 'dossier.state.papersNeeded',
  'payment-needed': 'dossier.state.paymentNeeded',
  'withdrawal-asked': 'dossier.state.withdrawalAsked',
  stopped: 'dossier.state.stopped',
  settled: 'dossier.state.settled',
  returned: 'dossier.state.returned',
} as const satisfies Record<DossierState, string>;

/** A step that is still to come reads otherwise than one that was taken. */
const futureKeys = {
  accepted: 'dossier.future.accepted',
  processing: 'dossier.future.processing',
  settled: 'dossier.future.settled',
  returned: 'dossier.future.returned',
} as const;

export function futureKey(state: DossierState) {
  return state in futureKeys ? futureKeys[state as keyof typeof futureKeys] : stateKeys[state];
}

export const troubleKeys = {
  'not-configured': 'dossier.unreachable.notConfigured',
  offline: 'dossier.unreachable.offline',
  slow: 'dossier.unreachable.slow',
  busy: 'dossier.unreachable.busy',
  failing: 'dossier.unreachable.failing',
} as const satisfies Record<Unreachable['reason'], string>;

export const slipKeys = {
  status: 'dossier.slip.status',
  receipt: 'dossier.slip.receipt',
  apology: 'dossier.slip.apology',
  payment: 'dossier.slip.payment',
} as const satisfies Record<DossierSlip, string>;

/** The slips there are for a dossier, the one that helps most first. */
export function slipsOf({ payment, lateness, hasReceipt }: Dossier): readonly DossierSlip[] {
  return [
    ...(payment === null ? [] : (['payment'] as const)),
    ...(lateness === null ? [] : (['apology'] as const)),
    'status',
    ...(hasReceipt ? (['receipt'] as const) : []),
  ];
}

const mistakeKeys = {
  'strange-letter': 'dossier.mistake.strangeLetter',
  'wrong-groups': 'dossier.mistake.wrongGroups',
  'no-date': 'dossier.mistake.noDate',
  'impossible-date': 'dossier.mistake.impossibleDate',
  'no-serial': 'dossier.mistake.noSerial',
  'too-long': 'dossier.mistake.tooLong',
} as const;

/** What is wrong with the code typed so far; null where nothing is, though more may have to come. */
export function mistakeKey(typed: TypedDossierCode) {
  if (!('mistake' in typed)) return null;
  return typed.mistake in mistakeKeys ? mistakeKeys[typed.mistake as keyof typeof mistakeKeys] : null;
}

/** "24/11/2026", or "9:41, 24/11/2026" where there is a time of day; the office's clock. */
export function dayOrMomentWords(at: string, language: Language): string {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(at)) return dateWords(at, language);
  const epochMs = Date.parse(at);
  if (Number.isNaN(epochMs)) return at;
  return `${clockWords(epochMs)}, ${dateWords(todayInVietnam(epochMs), language)}`;
}

/** Whole minutes left, rounded up: nobody waits for seconds. */
export function minutesLeft(leftMs: number): number {
  return Math.max(1, Math.ceil(leftMs / 60_000));
}

/** "khoảng 5 phút", or "25 giây" of less than a minute. */
export function waitWords(leftMs: number, t: TFunction): string {
  if (leftMs >= 60_000) return t('dossier.waitMinutes', { count: minutesLeft(leftMs) });
  return t('dossier.waitSeconds', { count: Math.max(1, Math.ceil(leftMs / 1000)) });
}
