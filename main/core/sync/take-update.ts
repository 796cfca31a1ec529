/** Takes what a look has found: stages it, tries it, and says whom to blame where that fails. */
import type { ReleaseRepository } from '../ports.ts';
import { maximumSheetBytes } from '../releases/release-manifest.ts';
import { failureOf } from './failure-of.ts';
import { isRefused, type LookingOptions, type SeenRelease } from './look-for-update.ts';
import { readIfThere } from './metadata/installed-root.ts';
import { readTarget } from './read-release.ts';
import type { ReleaseRecord } from './release-pointer.ts';
import type { Staging } from './stage-release.ts';
import { UpdateFailedError } from './update-failed-error.ts';

type Sheet = Staging['sheet'];

export interface TakingOptions extends Pick<LookingOptions, 'store' | 'ledger' | 'software' | 'office' | 'now'> {
  readonly repository: ReleaseRepository;
  readonly signal: AbortSignal;
  readonly stage: (staging: Staging) => Promise<ReleaseRecord>;
  readonly tryAndCommit: (record: ReleaseRecord) => Promise<void>;
}

export interface Taken {
  /** Number shown now; null where nothing was to be taken. */
  readonly number: number | null;
  /** What was left out on the way: an office's sheet that cannot be used. */
  readonly trouble: UpdateFailedError | null;
}

/** Errors: `UpdateFailedError`, `RepositoryFetchError`, those of the file system. */
export async function takeUpdate(seen: SeenRelease, options: TakingOptions): Promise<Taken> {
  const { manifest, verdict } = seen;
  const { store } = options;
  const shown = store.shown();
  if (verdict === 'rollback') {
    throw new UpdateFailedError(
      'rollback',
      `The repository offers release ${manifest.number}, and this kiosk has had a higher one, or another of that number.`,
    );
  }
  const { sheet, trouble } = await wantedSheet(seen, options);
  const isSameSheet = (sheet?.sha256 ?? null) === (shown?.sheet?.sha256 ?? null);
  if (verdict === 'refused-before') {
    const refusal = new UpdateFailedError(
      'refused-before',
      `Release ${manifest.number} was ${whyRefused(manifest.rowsSha256, options)} on this kiosk; it waits for a higher one.`,
    );
    if (isSameSheet || shown === null) {
      throw refusal;
    }
    // The office's word still reaches its citizens, over the rows that are shown.
    await take({ release: shown, unpackedBytes: shown.unpackedBytes, manifest: null, sheet }, sheet, options);
    return { number: shown.number, trouble: refusal };
  }
  if (verdict === 'shown' && isSameSheet) {
    return { number: null, trouble };
  }
  const staging = { release: manifest, unpackedBytes: manifest.snapshot.unpackedBytes, manifest };
  const isNewSheet = sheet !== null && !isSameSheet;
  try {
    await take({ ...staging, sheet }, verdict === 'shown' ? sheet : null, options);
    return { number: manifest.number, trouble };
  } catch (error) {
    const failure = failureOf(error);
    if (!failure.blamesContent || !isNewSheet || verdict === 'shown') {
      throw failure;
    }
    // Either may be at fault. The city's release does not wait for an office: once more with the sheet as it was.
    await take({ ...staging, sheet: shownSheet(options) }, null, options);
    refuse(sheet.sha256, manifest.number, failure, options);
    return { number: manifest.number, trouble: failure };
  }
}

/** `blamed`: the sheet, where nothing else is new; otherwise the rows. */
async function take(staging: Staging, blamed: Sheet, options: TakingOptions): Promise<void> {
  try {
    await options.tryAndCommit(await options.stage(staging));
  } catch (error) {
    const failure = failureOf(error);
    const mayBeTheSheet =
      staging.sheet !== null && blamed === null && staging.sheet.sha256 !== shownSheet(options)?.sha256;
    if (failure.blamesContent && !mayBeTheSheet) {
      refuse(blamed?.sha256 ?? staging.release.rowsSha256, staging.release.number, failure, options);
    }
    throw failure;
  }
}

function whyRefused(sha256: string, { ledger }: TakingOptions): string {
  const refusal = ledger.refused().find((content) => content.sha256 === sha256);
  return refusal === undefined ? 'left behind' : `refused (${refusal.reason})`;
}

function refuse(sha256: string, number: number, { reason }: UpdateFailedError, options: TakingOptions): void {
  options.ledger.refuse({ sha256, number, reason, atMs: options.now(), software: options.software });
}

/** The sheet that is to lie over the rows: the offered one, or the one that lies there where the offered one cannot be had. */
async function wantedSheet(
  { sheet }: SeenRelease,
  options: TakingOptions,
): Promise<{ readonly sheet: Sheet; readonly trouble: UpdateFailedError | null }> {
  if (sheet.kind === 'none') {
    return { sheet: null, trouble: null };
  }
  const shown = shownSheet(options);
  if (sheet.kind === 'failed') {
    return { sheet: shown, trouble: officeFailure(sheet.failure) };
  }
  if (sheet.sha256 === shown?.sha256) {
    return { sheet: shown, trouble: null };
  }
  if (isRefused(options, sheet.sha256)) {
    const text = 'It was refused on this kiosk before; it waits for another one.';
    return { sheet: shown, trouble: officeFailure(new UpdateFailedError('refused-before', text)) };
  }
  try {
    const bytes = await readTarget(sheet.target, maximumSheetBytes, options);
    return { sheet: { office: sheet.office, sha256: sheet.sha256, bytes }, trouble: null };
  } catch (error) {
    return { sheet: shown, trouble: officeFailure(failureOf(error)) };
  }
}

/** As it lies over what is shown; null where none does, or another office's. */
function shownSheet({ store, office }: TakingOptions): Sheet {
  const shown = store.shown();
  const path = store.sheetPathOf(shown?.folder ?? '');
  const bytes = path === null ? null : readIfThere(path);
  return shown?.sheet === undefined || shown.sheet === null || shown.sheet.office !== office || bytes === null
    ? null
    : { ...shown.sheet, bytes };
}

function officeFailure({ reason, message, retryAfterMs }: UpdateFailedError): UpdateFailedError {
  return new UpdateFailedError(reason, `The office's own sheet is left as it was. ${message}`, { retryAfterMs });
}
