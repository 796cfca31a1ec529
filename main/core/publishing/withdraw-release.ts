/** Takes a release back: what was published before it is published anew, under a higher number, so that every kiosk follows. */
import { KioskError } from '../../contract/error.ts';
import type { Signing } from './change-repository.ts';
import { type PublishOrder, type PublishOutcome, publishRelease } from './publish-release.ts';
import { readReleaseRows, readReleases } from './read-releases.ts';
import { readRepository } from './read-repository.ts';

export interface WithdrawalPlan {
  readonly withdrawn: number;
  readonly restored: number;
}

/** `number`: the release to take back, which must be the newest (null: the newest); `to`: whose content holds again (null: the one before). */
export interface WithdrawalOrder {
  readonly number: number | null;
  readonly to: number | null;
}

/** Errors: `invalid-request`, `not-found`. */
export function planWithdrawal(repository: string, { number, to }: WithdrawalOrder): WithdrawalPlan {
  const releases = readReleases(readRepository(repository)).map(({ manifest }) => manifest);
  const [newest] = releases;
  if (newest === undefined) {
    throw new KioskError('not-found', `${repository} holds no release that could be withdrawn.`);
  }
  if (number !== null && number !== newest.number) {
    throw new KioskError(
      'invalid-request',
      `Kiosks show release ${newest.number}; only that one can be withdrawn. To go back further, name what shall hold again with --to.`,
    );
  }
  // A release that restores another one is that one again; before it was the one before that.
  const before = newest.restores ?? newest.number;
  const restored = to ?? releases.find((release) => release.number < before)?.number;
  if (restored === undefined) {
    throw new KioskError(
      'not-found',
      `There is no release before ${before} in ${repository}; publish a corrected one instead.`,
    );
  }
  if (!releases.some((release) => release.number === restored) || restored === newest.number) {
    throw new KioskError(
      'not-found',
      `Release ${restored} is not kept in ${repository}, or is the one to be withdrawn. See kioskctl release list.`,
    );
  }
  return { withdrawn: newest.number, restored };
}

/** Errors: those of `publishRelease`. */
export async function withdrawRelease(
  repository: string,
  { restored }: WithdrawalPlan,
  order: Pick<PublishOrder, 'changeReport' | 'keep'>,
  signing: Signing,
): Promise<PublishOutcome> {
  const release = readReleases(readRepository(repository)).find(({ manifest }) => manifest.number === restored);
  if (release === undefined) {
    throw new KioskError('not-found', `Release ${restored} is not kept in ${repository}.`);
  }
  const rows = readReleaseRows(repository, release);
  return publishRelease(repository, { ...order, rows, again: false, number: null, restores: restored }, signing);
}
