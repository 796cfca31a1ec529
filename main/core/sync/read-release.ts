/** From a repository to what it offers: the manifest of the newest release, and the office's own sheet. Everything is vouched for. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ReleaseRepository } from '../ports.ts';
import {
  manifestTarget,
  maximumManifestBytes,
  maximumSheetBytes,
  officeRole,
  officeSheetTarget,
  type ReleaseManifest,
  releaseManifestSchema,
  rowsForm,
} from '../releases/release-manifest.ts';
import { storedTargetPath } from '../releases/repository-paths.ts';
import { failureOf } from './failure-of.ts';
import type { RefreshedMetadata, SignedTarget } from './metadata/refresh-metadata.ts';
import { readRepositoryFile } from './read-repository-file.ts';
import { UpdateFailedError } from './update-failed-error.ts';

/** The office's sheet: none is fine; one that cannot be had does not stop the city's release. */
export type OfferedSheet =
  | { readonly kind: 'none' }
  | { readonly kind: 'sheet'; readonly office: string; readonly sha256: string; readonly target: SignedTarget }
  | { readonly kind: 'failed'; readonly failure: UpdateFailedError };

export interface ReadingOptions {
  readonly repository: ReleaseRepository;
  readonly metadata: RefreshedMetadata;
  readonly signal: AbortSignal;
}

/** Errors: `UpdateFailedError`, `RepositoryFetchError`. */
export async function readManifest(options: ReadingOptions): Promise<ReleaseManifest> {
  const target = await options.metadata.target(manifestTarget);
  if (target === null) {
    throw new UpdateFailedError('wrong-content', 'The repository holds no release yet: publish one.');
  }
  const bytes = await readTarget(target, maximumManifestBytes, options);
  const content = jsonOf(bytes);
  const form = z.object({ form: z.int() }).safeParse(content);
  if (form.success && form.data.form > rowsForm) {
    throw new UpdateFailedError(
      'software-too-old',
      `The release has form ${form.data.form}; this software reads ${rowsForm}. Update the software.`,
    );
  }
  const manifest = releaseManifestSchema.safeParse(content);
  if (!manifest.success) {
    throw new UpdateFailedError('wrong-content', `${manifestTarget} is signed, and yet no manifest.`);
  }
  return manifest.data;
}

/** `office` null asks for none. */
export async function findSheet({ metadata }: ReadingOptions, office: string | null): Promise<OfferedSheet> {
  if (office === null) {
    return { kind: 'none' };
  }
  try {
    const target = await metadata.delegatedTarget(officeSheetTarget(office), officeRole(office));
    if (target === null) {
      return { kind: 'none' };
    }
    if (target.lengthBytes > maximumSheetBytes) {
      throw new UpdateFailedError('too-large', `${target.target} is longer than ${maximumSheetBytes} bytes.`);
    }
    return { kind: 'sheet', office, sha256: target.sha256, target };
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error) };
  }
}

/** A small target. Errors: `UpdateFailedError`, `RepositoryFetchError`. */
export async function readTarget(
  target: SignedTarget,
  maximumBytes: number,
  { repository, signal }: Pick<ReadingOptions, 'repository' | 'signal'>,
): Promise<Buffer> {
  if (target.lengthBytes > maximumBytes) {
    throw new UpdateFailedError('too-large', `${target.target} is longer than ${maximumBytes} bytes.`);
  }
  const path = storedTargetPath(target.target, target.sha256);
  const bytes = await readRepositoryFile(repository, { path, maximumBytes: target.lengthBytes, signal });
  if (bytes.length !== target.lengthBytes || createHash('sha256').update(bytes).digest('hex') !== target.sha256) {
    throw new UpdateFailedError('wrong-hash', `${target.target} is not the file that was signed for.`);
  }
  return bytes;
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
