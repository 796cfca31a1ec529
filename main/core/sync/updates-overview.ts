/** Catalogue updates as staff see them. */
import type {
  KeptRelease,
  OfferedStick,
  UpdateFailureRecord,
  UpdateProgress,
  UpdatesOverview,
} from '../../contract/updates.ts';
import type { LookingOptions } from './look-for-update.ts';
import { isRefused } from './look-for-update.ts';
import { readInstalledRoot } from './metadata/installed-root.ts';
import { bundled } from './release-pointer.ts';
import type { CheckRecord } from './update-ledger.ts';

export interface OverviewFacts extends LookingOptions {
  readonly bundledDataDate: string;
  readonly catalogue: UpdatesOverview['shown']['catalogue'];
  /** The office whose sheet is in it. */
  readonly shownOffice: string | null;
  readonly progress: UpdateProgress;
  readonly nextCheckAtMs: number | null;
  readonly stick: OfferedStick | null;
}

const mostFailures = 20;
const mostChecks = 200;

export function updatesOverview(facts: OverviewFacts): UpdatesOverview {
  const { ledger, store, folder, catalogue } = facts;
  const installed = readInstalledRoot(facts.trustFiles);
  const shown = store.shown();
  const checks = ledger.checks(mostChecks);
  const [last] = checks;
  return {
    trust:
      installed === null ? null : { fingerprint: installed.fingerprint, rootVersion: folder.rootVersion(installed) },
    shown: {
      number: catalogue.number,
      publishedAtMs: shown?.publishedAtMs ?? null,
      committedAtMs: shown?.committedAtMs ?? null,
      origin: shown === null ? 'bundled' : 'release',
      office: facts.shownOffice,
      catalogue,
    },
    progress: facts.progress,
    lastSuccessAtMs: ledger.lastSuccessAtMs(),
    lastCheck: last === undefined ? null : { atMs: last.atMs, source: last.source },
    failure: last === undefined ? null : failureRecord(last),
    recentFailures: checks.flatMap((check) => failureRecord(check) ?? []).slice(0, mostFailures),
    nextCheckAtMs: facts.nextCheckAtMs,
    isClockSure: facts.trustedTime.isClockSure(),
    kept: keptReleases(facts),
    canRollBack: shown !== null && store.pointer().former !== null,
    stick: facts.stick,
  };
}

function failureRecord({ atMs, source, reason, detail }: CheckRecord): UpdateFailureRecord | null {
  return reason === null ? null : { atMs, source, reason, detail };
}

function keptReleases(facts: OverviewFacts): KeptRelease[] {
  const { store, bundledRelease, bundledDataDate } = facts;
  const { shown, releases } = store.pointer();
  const here = releases.map(({ folder, number, rowsSha256, publishedAtMs, dataDate, isLeft }): KeptRelease => {
    const state = folder === shown ? 'shown' : isLeft || isRefused(facts, rowsSha256) ? 'refused' : 'former';
    return { number, publishedAtMs, dataDate, state };
  });
  const bundledState: KeptRelease['state'] = shown === bundled ? 'shown' : 'former';
  return [
    ...here,
    { number: bundledRelease.number, publishedAtMs: null, dataDate: bundledDataDate, state: bundledState },
  ];
}
