/** What staff read about updates; one table each, so that no phase, reason or source is forgotten. */
import type { TFunction } from 'i18next';
import { catalogueAgeMs, oldCatalogueMs } from '../../main/contract/release-age.ts';
import type {
  KeptRelease,
  UpdateFailure,
  UpdateOutcome,
  UpdateProgress,
  UpdateSource,
  UpdatesOverview,
} from '../../main/contract/updates.ts';

export const updateFailureKeys = {
  'no-trust': 'staff.updates.failure.noTrust',
  unreachable: 'staff.updates.failure.unreachable',
  timeout: 'staff.updates.failure.timeout',
  'too-slow': 'staff.updates.failure.tooSlow',
  'too-large': 'staff.updates.failure.tooLarge',
  'bad-answer': 'staff.updates.failure.badAnswer',
  'bad-signature': 'staff.updates.failure.badSignature',
  rollback: 'staff.updates.failure.rollback',
  frozen: 'staff.updates.failure.frozen',
  'wrong-hash': 'staff.updates.failure.wrongHash',
  'wrong-content': 'staff.updates.failure.wrongContent',
  'software-too-old': 'staff.updates.failure.softwareTooOld',
  'refused-before': 'staff.updates.failure.refusedBefore',
  'smoke-test': 'staff.updates.failure.smokeTest',
  'disk-full': 'staff.updates.failure.diskFull',
  internal: 'staff.updates.failure.internal',
} as const satisfies Record<UpdateFailure, string>;

export const updateSourceKeys = {
  network: 'staff.updates.source.network',
  push: 'staff.updates.source.push',
  stick: 'staff.updates.source.stick',
} as const satisfies Record<UpdateSource, string>;

export const keptStateKeys = {
  shown: 'staff.updates.keptShown',
  former: 'staff.updates.keptFormer',
  refused: 'staff.updates.keptRefused',
} as const satisfies Record<KeptRelease['state'], string>;

const phaseKeys = {
  checking: 'staff.updates.state.checking',
  downloading: 'staff.updates.state.downloading',
  building: 'staff.updates.state.building',
  waiting: 'staff.updates.state.waiting',
  trial: 'staff.updates.state.trial',
} as const satisfies Record<Exclude<UpdateProgress['phase'], 'idle'>, string>;

/** "Bản số 42"; what came with the software has no number, and what is only just found none that is known. */
export function releaseWords(number: number | null, t: TFunction): string {
  if (number === null) return t('staff.updates.someRelease');
  return number === 0 ? t('staff.updates.bundledRelease') : t('staff.updates.release', { number });
}

/** "bản số 42": the same in the middle of a sentence. */
export function releaseWithin(number: number | null, t: TFunction): string {
  if (number === null) return t('staff.updates.within.someRelease');
  return number === 0 ? t('staff.updates.within.bundledRelease') : t('staff.updates.within.release', { number });
}

/** Null while nothing is under way. */
export function phaseWords({ phase, number }: UpdateProgress, t: TFunction): string | null {
  if (phase === 'idle') return null;
  return t(phaseKeys[phase], { release: phase === 'waiting' ? releaseWords(number, t) : releaseWithin(number, t) });
}

export interface AgeWords {
  readonly words: string;
  readonly isOld: boolean;
}

const dayMs = 24 * 3_600_000;

/** In whole days, said to be old from the day on that the kiosk calls it a trouble. */
export function ageWords(shown: UpdatesOverview['shown'], nowMs: number, t: TFunction): AgeWords {
  const ageMs = catalogueAgeMs(shown, nowMs);
  const days = t('staff.updates.ageDays', { count: Math.floor(ageMs / dayMs) });
  const isOld = ageMs > oldCatalogueMs;
  return { words: isOld ? t('staff.updates.ageOld', { days }) : days, isOld };
}

export interface OutcomeWords {
  readonly tone: 'green' | 'gold' | 'red';
  readonly words: string;
}

export function outcomeWords(outcome: UpdateOutcome, t: TFunction): OutcomeWords {
  switch (outcome.kind) {
    case 'current':
      return { tone: 'green', words: t('staff.updates.outcome.current', { release: releaseWords(outcome.number, t) }) };
    case 'committed':
      return {
        tone: 'green',
        words: t('staff.updates.outcome.committed', { release: releaseWithin(outcome.number, t) }),
      };
    case 'waiting':
      return { tone: 'gold', words: t('staff.updates.outcome.waiting', { release: releaseWords(outcome.number, t) }) };
    case 'failed':
      return { tone: 'red', words: t(updateFailureKeys[outcome.reason]) };
    case 'busy':
      break;
  }
  return { tone: 'gold', words: t('staff.updates.outcome.busy') };
}
