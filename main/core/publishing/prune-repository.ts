/**
 * Takes away what nobody needs any more, so that a repository does not grow for ever. What stays: the last releases, everything a
 * snapshot names that has not expired (a kiosk may be halfway through it), all roots.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { KioskError } from '../../contract/error.ts';
import { isRepositoryPath, storedTargetPath } from '../releases/repository-paths.ts';
import type { PublishedRelease } from './read-releases.ts';
import { readReleases } from './read-releases.ts';
import type { RepositoryState } from './read-repository.ts';
import { filesUnder, metadataPath, readIfThere, storedVersions } from './repository-files.ts';
import { parseSignedFile, type SignedFile } from './signed-file.ts';
import { draftEnding } from './write-durably.ts';

/** Returns how many files were taken away. Foreign files stay. Errors of the file system. */
export function pruneRepository(state: RepositoryState, keep: number, nowMs: number): number {
  const kept = keptFiles(state, readReleases(state).slice(0, keep), nowMs);
  let removed = 0;
  for (const path of filesUnder(state.folder, ['metadata', 'targets'])) {
    const isDraft = path.endsWith(draftEnding);
    if (isDraft || (isRepositoryPath(path) && !kept.has(join(state.folder, path)))) {
      rmSync(join(state.folder, path), { force: true });
      removed += isDraft ? 0 : 1;
    }
  }
  return removed;
}

function keptFiles(state: RepositoryState, releases: readonly PublishedRelease[], nowMs: number): Set<string> {
  const { folder } = state;
  const kept = new Set([join(folder, 'metadata', 'timestamp.json')]);
  const keepTargetsOf = (file: SignedFile<'targets'>): void => {
    for (const [target, { hashes }] of Object.entries(file.signed.targets)) {
      kept.add(join(folder, storedTargetPath(target, hashes['sha256'] ?? '')));
    }
  };
  for (const root of state.roots) {
    kept.add(metadataPath(folder, 'root', root.signed.version));
  }
  for (const { targets } of releases) {
    kept.add(metadataPath(folder, 'targets', targets.signed.version));
    keepTargetsOf(targets);
  }
  for (const snapshot of livingSnapshots(state, nowMs)) {
    kept.add(metadataPath(folder, 'snapshot', snapshot.signed.version));
    for (const [name, { version }] of Object.entries(snapshot.signed.meta)) {
      const path = metadataPath(folder, name.slice(0, -'.json'.length), version);
      kept.add(path);
      const file = parsedIfWhole('targets', path);
      if (file !== null) keepTargetsOf(file);
    }
  }
  return kept;
}

/** The present one, and former ones a kiosk would still take. */
function livingSnapshots({ folder, snapshot }: RepositoryState, nowMs: number): SignedFile<'snapshot'>[] {
  const former = storedVersions(folder, 'snapshot').filter((version) => version < snapshot.signed.version);
  const living = former.flatMap((version) => {
    const file = parsedIfWhole('snapshot', metadataPath(folder, 'snapshot', version));
    return file === null || file.signed.isExpired(new Date(nowMs)) ? [] : [file];
  });
  return [...living, snapshot];
}

/** A damaged one leads no kiosk anywhere. */
function parsedIfWhole<K extends 'targets' | 'snapshot'>(kind: K, path: string): SignedFile<K> | null {
  try {
    return parseSignedFile(kind, readIfThere(path) ?? Buffer.alloc(0), path);
  } catch (error) {
    if (error instanceof KioskError) return null;
    throw error;
  }
}
