/** Which files of a repository a kiosk needs to come from where it is to the newest release; read unverified, for the kiosk verifies. */
import { z } from 'zod';
import { manifestTarget, officeRole, officeSheetTarget, releaseManifestSchema } from './release-manifest.ts';
import { storedTargetPath } from './repository-paths.ts';

/** A file's bytes; null where there is none. Errors: the caller's own. */
export type ReadRepositoryFile = (path: string) => Promise<Uint8Array | null>;

/** Where the kiosk is. */
export interface KioskStanding {
  /** Of the rows it shows; null where it has no snapshot to start from. */
  readonly rowsSha256: string | null;
  readonly rootVersion: number | null;
  /** Whose own sheet it takes; null for none. */
  readonly office: string | null;
}

export interface FilesForKiosk {
  readonly number: number;
  /** By which way it gets to the rows; `none`: it has them. */
  readonly way: 'delta' | 'snapshot' | 'none';
  readonly paths: readonly string[];
}

const version = z.int().positive().max(999_999_999);
const metaSchema = z.object({ signed: z.object({ meta: z.record(z.string(), z.object({ version })) }) });
const targetsSchema = z.object({
  signed: z.object({
    targets: z.record(z.string(), z.object({ hashes: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/u) }) })),
  }),
});

const timestamp = 'metadata/timestamp.json';
/** A repository holds fewer roots by far. */
const mostRoots = 500;

/**
 * `isWhole`: the snapshot, also where a delta leads there. Error: `RepositoryContentError` where it is no repository with a
 * release in it.
 */
export async function filesForKiosk(
  read: ReadRepositoryFile,
  standing: KioskStanding,
  isWhole = false,
): Promise<FilesForKiosk> {
  const snapshotVersion = versionOf(await parsed(read, timestamp, metaSchema), 'snapshot.json');
  const snapshotPath = `metadata/${snapshotVersion}.snapshot.json`;
  const snapshot = await parsed(read, snapshotPath, metaSchema);
  const targetsPath = `metadata/${versionOf(snapshot, 'targets.json')}.targets.json`;
  const { targets } = (await parsed(read, targetsPath, targetsSchema)).signed;
  const manifestPath = storedPath(targets, manifestTarget);
  const manifest = await parsed(read, manifestPath, releaseManifestSchema);
  const delta = isWhole ? undefined : manifest.deltas.find((one) => one.fromRowsSha256 === standing.rowsSha256);
  const hasRows = !isWhole && manifest.rowsSha256 === standing.rowsSha256;
  const rows = hasRows ? [] : [storedPath(targets, delta?.target ?? manifest.snapshot.target)];
  return {
    number: manifest.number,
    way: rowsWay(hasRows, delta !== undefined),
    paths: [
      ...(await rootsAfter(read, standing.rootVersion ?? 0)),
      timestamp,
      snapshotPath,
      targetsPath,
      ...(await officeFiles(read, snapshot, standing.office)),
      manifestPath,
      ...rows,
    ],
  };
}

/** In words for staff. */
export class RepositoryContentError extends Error {
  override name = 'RepositoryContentError';
}

function rowsWay(hasRows: boolean, hasDelta: boolean): FilesForKiosk['way'] {
  if (hasRows) {
    return 'none';
  }
  return hasDelta ? 'delta' : 'snapshot';
}

/** The chain must have no gap: each root vouches for the next. */
async function rootsAfter(read: ReadRepositoryFile, known: number): Promise<string[]> {
  const paths: string[] = [];
  for (let next = known + 1; next <= known + mostRoots; next += 1) {
    const path = `metadata/${next}.root.json`;
    if ((await read(path)) === null) {
      break;
    }
    paths.push(path);
  }
  return paths;
}

async function officeFiles(
  read: ReadRepositoryFile,
  snapshot: z.infer<typeof metaSchema>,
  office: string | null,
): Promise<string[]> {
  const role = office === null ? null : `${officeRole(office)}.json`;
  if (office === null || role === null || !Object.hasOwn(snapshot.signed.meta, role)) {
    return [];
  }
  const metadataPath = `metadata/${versionOf(snapshot, role)}.${role}`;
  // A snapshot's names stay, also of an office whose right was taken back.
  if ((await read(metadataPath)) === null) {
    return [];
  }
  const { targets } = (await parsed(read, metadataPath, targetsSchema)).signed;
  const sheet = officeSheetTarget(office);
  return Object.hasOwn(targets, sheet) ? [metadataPath, storedPath(targets, sheet)] : [metadataPath];
}

function storedPath(targets: z.infer<typeof targetsSchema>['signed']['targets'], target: string): string {
  const found = Object.hasOwn(targets, target) ? targets[target] : undefined;
  if (found === undefined) {
    throw new RepositoryContentError(`the repository holds no ${target}; nothing was published in it yet`);
  }
  return storedTargetPath(target, found.hashes.sha256);
}

function versionOf({ signed: { meta } }: z.infer<typeof metaSchema>, name: string): number {
  const found = Object.hasOwn(meta, name) ? meta[name] : undefined;
  if (found === undefined) {
    throw new RepositoryContentError(`the repository's metadata do not name ${name}`);
  }
  return found.version;
}

async function parsed<T>(read: ReadRepositoryFile, path: string, schema: z.ZodType<T>): Promise<T> {
  const bytes = await read(path);
  if (bytes === null) {
    throw new RepositoryContentError(`${path} is missing`);
  }
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    content = null;
  }
  const result = schema.safeParse(content);
  if (!result.success) {
    throw new RepositoryContentError(`${path} cannot be understood`);
  }
  return result.data;
}
