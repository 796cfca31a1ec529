/** Looks at every byte of a repository: signatures, dates, targets, the release's rows and each of its deltas. */
import { lstatSync } from 'node:fs';
import { basename, join } from 'node:path';
import { KioskError } from '../../contract/error.ts';
import { officeSheetTarget, type ReleaseManifest } from '../releases/release-manifest.ts';
import { isRepositoryPath, storedTargetPath } from '../releases/repository-paths.ts';
import { sha256Of } from './change-repository.ts';
import { sheetFault } from './office-hand-in.ts';
import { readReleasesBefore, readTarget } from './read-releases.ts';
import { filesUnder, namesIn, readPart, storedVersions } from './repository-files.ts';
import type { SignedFile } from './signed-file.ts';
import { createVerificationLog, type VerificationFindings, type VerificationLog } from './verification-log.ts';
import { verifyMetadata } from './verify-metadata.ts';
import { verifyRelease } from './verify-release.ts';
import { verifySignatures } from './verify-signatures.ts';
import { draftEnding } from './write-durably.ts';

export interface VerifyOptions {
  /** Bytes of the root that kiosks trust; null: what is found shows integrity, not origin. */
  readonly trustedRoot: Uint8Array | null;
  /** UTC epoch. */
  readonly nowMs: number;
  /** Of an export: change report, and deltas from long ago, may be missing. */
  readonly isExport: boolean;
}

export interface Verification extends VerificationFindings {
  readonly manifest: ReleaseManifest | null;
  readonly rootVersion: number;
}

/** All holds where `faults` is empty. Error: `repository-refused` where there is no repository. */
export function verifyRepository(folder: string, { trustedRoot, nowMs, isExport }: VerifyOptions): Verification {
  if (storedVersions(folder, 'root').length === 0) {
    throw new KioskError(
      'repository-refused',
      `${folder} holds no release repository (no metadata/1.root.json). Name another folder.`,
    );
  }
  const log = createVerificationLog();
  const looking = { folder, nowMs, log };
  const metadata = verifyMetadata(looking, trustedRoot);
  const files = filesUnder(folder, ['metadata', 'targets']);
  verifySignatures(looking, files, metadata);
  const { roots, targets, offices } = metadata;
  for (const file of [...(targets === null ? [] : [targets]), ...offices.values()]) {
    verifyPresence(folder, file, isExport, log);
  }
  verifyStoredFiles(folder, files, log);
  for (const [role, office] of offices) {
    verifySheet(folder, role, office, log);
  }
  const waiting = namesIn(join(folder, 'incoming')).filter((name) => name.startsWith('office-'));
  if (waiting.length > 0) log.note(`${waiting.join(', ')} in incoming/: the next release refresh takes it in.`);
  const former = targets === null ? [] : readReleasesBefore({ folder, roots, targets });
  const manifest = targets === null ? null : verifyRelease({ folder, targets, former, isExport }, log);
  return { ...log.findings(), manifest, rootVersion: roots.at(-1)?.signed.version ?? 0 };
}

/** Whether it is there; its bytes are looked at with all others. */
function verifyPresence(
  folder: string,
  { signed }: SignedFile<'targets'>,
  isExport: boolean,
  log: VerificationLog,
): void {
  for (const [target, { length, hashes }] of Object.entries(signed.targets)) {
    const path = storedTargetPath(target, hashes['sha256'] ?? '');
    const found = isRepositoryPath(path) ? lstatSync(join(folder, path), { throwIfNoEntry: false }) : null;
    const mayBeMissing = isExport && /^catalogue\/(?:delta|changes)-/u.test(target);
    if (found === null) log.fault(target, 'is a name no kiosk takes');
    else if (found === undefined && !mayBeMissing) log.fault(path, 'is missing');
    else if (found !== undefined && found.size !== length) log.fault(path, `has ${found.size} bytes and not ${length}`);
  }
}

/** Every stored target, former ones too, has the hash that its name says. */
function verifyStoredFiles(folder: string, files: readonly string[], log: VerificationLog): void {
  for (const path of files) {
    if (path.endsWith(draftEnding)) {
      log.note(`${path} was left behind by a publication that was cut short; the next one takes it away.`);
    } else if (!isRepositoryPath(path)) {
      log.fault(path, 'does not belong into a repository');
    } else if (!lstatSync(join(folder, path)).isFile()) {
      log.fault(path, 'is no plain file');
    } else if (path.startsWith('targets/')) {
      const bytes = readPart(join(folder, path));
      log.count('targets');
      log.count('targetBytes', bytes.length);
      if (!basename(path).startsWith(`${sha256Of(bytes)}.`))
        log.fault(path, 'is not what was signed: its hash is another');
    }
  }
}

function verifySheet(folder: string, role: string, office: SignedFile<'targets'>, log: VerificationLog): void {
  const target = officeSheetTarget(role.slice('office-'.length));
  const bytes = readTarget(folder, office, target);
  const fault = bytes === null ? null : sheetFault(bytes);
  if (fault !== null) log.fault(target, `is no sheet of an office: ${fault}`);
}
