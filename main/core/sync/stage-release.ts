/** Gets a release ready beside the shown one: fetches the little that is needed and has the catalogue made of it. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogueMaker, ReleaseRepository } from '../ports.ts';
import type { ReleaseManifest } from '../releases/release-manifest.ts';
import { checkSpace } from './check-space.ts';
import { downloadTarget, receivedBytes } from './download-target.ts';
import { failureOf } from './failure-of.ts';
import type { RefreshedMetadata } from './metadata/refresh-metadata.ts';
import type { ReleaseRecord } from './release-pointer.ts';
import type { ReleaseStore } from './release-store.ts';
import { type RowsSource, rowsSources } from './rows-sources.ts';
import { UpdateFailedError } from './update-failed-error.ts';

export interface StagingOptions {
  readonly repository: ReleaseRepository;
  readonly metadata: RefreshedMetadata;
  readonly store: ReleaseStore;
  readonly maker: CatalogueMaker;
  /** Name of the snapshot in a catalogue's folder. */
  readonly snapshotName: string;
  /** SHA-256 over the rows of the bundled catalogue; null where nobody knows. */
  readonly bundledRowsSha256: string | null;
  readonly freeBytes: (folder: string) => number;
  readonly signal: AbortSignal;
  readonly onProgress: (phase: 'downloading' | 'building', share: number | null) => void;
}

/** What is to be staged: a release's rows with a sheet over them. */
export interface Staging {
  readonly release: Pick<ReleaseManifest, 'number' | 'rowsSha256' | 'publishedAtMs' | 'dataDate' | 'procedureCount'>;
  readonly unpackedBytes: number;
  /** Null where the rows lie here already. */
  readonly manifest: ReleaseManifest | null;
  readonly sheet: { readonly office: string; readonly sha256: string; readonly bytes: Uint8Array } | null;
}

/** Of what goes wrong with one source, what the next one may mend. */
const mendable: ReadonlySet<string> = new Set([
  'bad-answer',
  'bad-signature',
  'wrong-hash',
  'wrong-content',
  'too-large',
  'internal',
]);
const folderHashDigits = 12;
const sheetHashDigits = 8;

/** Errors: `UpdateFailedError`; nothing is left of a failed one but parts of downloads. */
export async function stageRelease(staging: Staging, options: StagingOptions): Promise<ReleaseRecord> {
  const { store } = options;
  const record = recordOf(staging);
  const kept = store.record(record.folder);
  if (kept !== null && !kept.isLeft) {
    return kept;
  }
  rmSync(store.folderOf(record.folder), { recursive: true, force: true });
  const sources = await rowsSources(staging, options);
  const [last] = sources.slice(-1);
  for (const source of sources) {
    try {
      await makeFrom(source, record, staging, options);
      store.finish(record, staging.sheet?.bytes ?? null);
      return record;
    } catch (error) {
      rmSync(store.folderOf(record.folder), { recursive: true, force: true });
      options.signal.throwIfAborted();
      const failure = failureOf(error);
      if (source === last || !mendable.has(failure.reason)) {
        throw failure;
      }
    }
  }
  throw new UpdateFailedError('bad-answer', `The repository holds no way to release ${record.number}.`);
}

function recordOf({ release, unpackedBytes, sheet }: Staging): ReleaseRecord {
  const { number, rowsSha256, publishedAtMs, dataDate, procedureCount } = release;
  const suffix = sheet === null ? '' : `-${sheet.sha256.slice(0, sheetHashDigits)}`;
  return {
    folder: `${number}-${rowsSha256.slice(0, folderHashDigits)}${suffix}`,
    number,
    rowsSha256,
    unpackedBytes,
    procedureCount,
    publishedAtMs,
    dataDate,
    sheet: sheet === null ? null : { office: sheet.office, sha256: sheet.sha256 },
    committedAtMs: null,
    isLeft: false,
  };
}

async function makeFrom(
  source: RowsSource,
  record: ReleaseRecord,
  staging: Staging,
  options: StagingOptions,
): Promise<void> {
  const { store, maker, repository, signal, onProgress } = options;
  const { incomingFolder } = store;
  mkdirSync(incomingFolder, { recursive: true, mode: 0o700 });
  const { target } = source;
  const here = target === null ? 0 : await receivedBytes(target, incomingFolder);
  checkSpace(target === null ? 0 : target.lengthBytes - here, staging.unpackedBytes, options);
  let downloaded: string | null = null;
  if (target !== null) {
    onProgress('downloading', here / target.lengthBytes);
    const onBytes = (bytes: number): void => onProgress('downloading', bytes / target.lengthBytes);
    downloaded = await downloadTarget({ repository, target, incomingFolder, signal, onBytes });
  }
  let sheetPath: string | null = null;
  if (staging.sheet !== null) {
    sheetPath = join(incomingFolder, `${staging.sheet.sha256}.sheet`);
    writeFileSync(sheetPath, staging.sheet.bytes);
  }
  signal.throwIfAborted();
  onProgress('building', 0);
  try {
    await maker.make(
      {
        snapshotPath: source.snapshotPath ?? downloaded ?? '',
        snapshotRowsSha256: source.snapshotRowsSha256,
        deltaPath: source.snapshotPath === null ? null : downloaded,
        rowsSha256: record.rowsSha256,
        maximumUnpackedBytes: staging.unpackedBytes,
        sheetPath,
        outputFolder: store.folderOf(record.folder),
      },
      (share) => onProgress('building', share),
    );
  } catch (error) {
    const { reason, message } = failureOf(error);
    const blamesContent = reason === 'wrong-hash' || reason === 'wrong-content' || reason === 'too-large';
    throw new UpdateFailedError(reason, message, { cause: error, blamesContent });
  } finally {
    if (sheetPath !== null) {
      rmSync(sheetPath, { force: true });
    }
  }
}
