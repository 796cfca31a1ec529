/** The newest release as a folder to carry on a stick: verified first, whole or not there at all, and nothing that a kiosk does not need. */
import { existsSync, lstatSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { KioskError } from '../../contract/error.ts';
import { syncFolder } from '../durable-file.ts';
import { dayMs } from '../office-date.ts';
import { manifestTarget, type ReleaseManifest } from '../releases/release-manifest.ts';
import { isRepositoryPath, storedTargetPath } from '../releases/repository-paths.ts';
import { changeRepository, renewTimestamp, type Signing, signTimestamp } from './change-repository.ts';
import { withRepositoryLock } from './lock-repository.ts';
import { manifestOf, readTarget } from './read-releases.ts';
import { type RepositoryState, readRepository } from './read-repository.ts';
import { filesUnder, readPart } from './repository-files.ts';
import type { SignedFile } from './signed-file.ts';
import { verifyRepository } from './verify-repository.ts';
import { writeDurably } from './write-durably.ts';

export const exportFolderName = 'kiosk-release';

export interface ExportOrder {
  /** The stick: it must be there. */
  readonly to: string;
  /** Deltas from older releases stay behind; null takes all. */
  readonly fromNumber: number | null;
  /**
   * With the keys of snapshot and timestamp the stick gets a timestamp of its own that holds `validDays`; without, the one of the
   * repository, which ends soon.
   */
  readonly signing: Signing | null;
  readonly validDays: number;
  /** UTC epoch. */
  readonly nowMs: number;
}

export interface ExportReport {
  readonly folder: string;
  readonly manifest: ReleaseManifest;
  readonly fileCount: number;
  readonly bytes: number;
  /** Kiosks take the stick until then (ISO 8601). */
  readonly validUntil: string;
}

/** Errors: `repository-damaged` where not all of the repository holds, `output-refused`, `repository-refused`, `key-refused`; those of the file system. */
export function exportRelease(repository: string, order: ExportOrder): Promise<ExportReport> {
  return withRepositoryLock(repository, () => {
    const folder = refuseForeignStick(order.to);
    const { faults } = verifyRepository(repository, { trustedRoot: null, nowMs: order.nowMs, isExport: false });
    if (faults.length > 0) {
      throw new KioskError(
        'repository-damaged',
        `Nothing was exported, as the repository does not hold: ${faults.slice(0, 3).join('; ')}${faults.length > 3 ? ' …' : ''}. See kioskctl release verify.`,
      );
    }
    const state = readRepository(repository);
    const manifest = manifestOf(repository, state.targets);
    if (manifest === null) {
      throw new KioskError(
        'repository-refused',
        `${repository} holds no release yet; publish one first (kioskctl release publish).`,
      );
    }
    const { held, timestamp } = timestampForStick(state, order);
    const files = new Map([['metadata/timestamp.json', timestamp.bytes]]);
    for (const [path, bytes] of [...metadataFiles(held), ...targetFiles(held, manifest, order.fromNumber)]) {
      files.set(path, bytes);
    }
    putOnStick(folder, files);
    const ends = [timestamp, held.snapshot, held.targets, held.root].map(({ signed }) => signed.expires);
    const bytes = [...files.values()].reduce((sum, each) => sum + each.length, 0);
    return { folder, manifest, fileCount: files.size, bytes, validUntil: ends.sort()[0] ?? '' };
  });
}

/** The stick's timestamp has the number before the repository's, so that neither ever hides the other. */
function timestampForStick(state: RepositoryState, { signing, validDays, nowMs }: ExportOrder) {
  if (signing === null) {
    if (state.timestamp === null) {
      throw new KioskError(
        'repository-damaged',
        `${state.folder} has no timestamp that holds; run kioskctl release refresh first.`,
      );
    }
    return { held: state, timestamp: state.timestamp };
  }
  const lifetimes = {
    ...signing.lifetimes,
    timestamp: validDays,
    snapshot: Math.max(signing.lifetimes.snapshot, validDays),
  };
  if (Date.parse(state.snapshot.signed.expires) < nowMs + validDays * dayMs) {
    changeRepository(state, {}, { ...signing, lifetimes: { ...lifetimes, timestamp: signing.lifetimes.timestamp } });
  }
  const held = readRepository(state.folder);
  const timestamp = signTimestamp(held, { ...signing, lifetimes });
  renewTimestamp({ ...held, timestampVersion: timestamp.signed.version }, signing);
  return { held, timestamp };
}

function metadataFiles({ folder, roots, snapshot, targets }: RepositoryState): [string, Buffer][] {
  return [
    ...roots.map((root): [string, Buffer] => [nameOf('root', root), root.bytes]),
    [nameOf('snapshot', snapshot), snapshot.bytes],
    [nameOf('targets', targets), targets.bytes],
    // Also of offices whose right was taken back: a snapshot's names stay.
    ...Object.entries(snapshot.signed.meta)
      .map(([name, { version }]) => `metadata/${version}.${name}`)
      .filter((path) => path !== nameOf('targets', targets))
      .map((path): [string, Buffer] => [path, readPart(join(folder, path))]),
  ];
}

function nameOf(role: string, { signed }: SignedFile<'root' | 'targets' | 'snapshot'>): string {
  return `metadata/${signed.version}.${role}.json`;
}

function targetFiles(
  { folder, targets, offices }: RepositoryState,
  manifest: ReleaseManifest,
  fromNumber: number | null,
): [string, Buffer][] {
  const deltas = manifest.deltas.filter((delta) => delta.fromNumber >= (fromNumber ?? 0));
  const wanted = [manifestTarget, manifest.snapshot.target, ...deltas.map(({ target }) => target)].map(
    (target) => [targets, target] as const,
  );
  const sheets = [...offices.values()].flatMap((office) =>
    Object.keys(office.signed.targets).map((target) => [office, target] as const),
  );
  return [...wanted, ...sheets].map(([file, target]) => {
    const bytes = readTarget(folder, file, target);
    if (bytes === null) {
      throw new KioskError('repository-damaged', `${target} is missing or damaged; nothing was exported.`);
    }
    return [storedTargetPath(target, file.signed.targets[target]?.hashes['sha256'] ?? ''), bytes];
  });
}

/** An earlier export may be replaced; anything else in its place stays. Error: `output-refused`. */
function refuseForeignStick(to: string): string {
  if (!(statSync(to, { throwIfNoEntry: false })?.isDirectory() ?? false)) {
    throw new KioskError('output-refused', `There is no folder ${to}. Put the stick in, or make the folder first.`);
  }
  const folder = join(to, exportFolderName);
  const found = lstatSync(folder, { throwIfNoEntry: false });
  const foreign =
    found === undefined
      ? undefined
      : found.isDirectory()
        ? filesUnder(to, [exportFolderName]).find((path) => !isRepositoryPath(path.slice(exportFolderName.length + 1)))
        : exportFolderName;
  if (foreign !== undefined) {
    throw new KioskError(
      'output-refused',
      `${join(to, foreign)} is no part of an exported release; nothing was changed. Move it away, or name another folder.`,
    );
  }
  return folder;
}

function putOnStick(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  const draft = `${folder}.making`;
  const former = `${folder}.former`;
  try {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft);
    for (const [path, bytes] of files) {
      writeDurably(join(draft, path), bytes);
    }
    rmSync(former, { recursive: true, force: true });
    if (existsSync(folder)) renameSync(folder, former);
    renameSync(draft, folder);
    syncFolder(join(folder, '..'));
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder) && existsSync(former)) renameSync(former, folder);
    throw error;
  }
  rmSync(former, { recursive: true, force: true });
}
