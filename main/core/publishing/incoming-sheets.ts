/** Where offices leave what they signed, for the machine that publishes: `<repository>/incoming/office-<id>.json`. */
import { lstatSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { KioskError } from '../../contract/error.ts';
import { maximumSheetBytes } from '../releases/release-manifest.ts';
import { formerOfficeVersion } from './delegate-office.ts';
import { type CheckedHandIn, checkHandIn, type OfficeHandIn, officeHandInSchema } from './office-hand-in.ts';
import type { RepositoryState } from './read-repository.ts';
import { namesIn, readPart } from './repository-files.ts';
import { parseSignedFile } from './signed-file.ts';
import { makeFolder, writeDurably } from './write-durably.ts';

const incomingFolder = 'incoming';
const refusedFolder = 'refused';

export interface IncomingSheets {
  readonly accepted: readonly (CheckedHandIn & { readonly path: string })[];
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
}

/** Returns where it lies. Errors of the file system. */
export function leaveHandIn(repository: string, handIn: OfficeHandIn): string {
  const path = join(repository, incomingFolder, `office-${handIn.office}.json`);
  writeDurably(path, Buffer.from(JSON.stringify(handIn)));
  return path;
}

/** A sheet and its metadata as JSON text in JSON, in which every quotation mark takes two letters. */
const maximumHandInBytes = 2 * maximumSheetBytes + 500_000;

/** Error: `repository-refused` where it is no such file, or no plain one: who hands in writes where the publisher reads. */
export function readHandIn(path: string): OfficeHandIn {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found !== undefined && (!found.isFile() || found.size > maximumHandInBytes)) {
    throw new KioskError(
      'repository-refused',
      `${path} is no file of an office: it is ${found.isFile() ? `longer than ${maximumHandInBytes} bytes` : 'no plain file'}.`,
    );
  }
  const bytes = readPart(path);
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch {
    json = undefined;
  }
  const parsed = officeHandInSchema.safeParse(json);
  if (!parsed.success) {
    throw new KioskError(
      'repository-refused',
      `${path} is no file of an office (kioskctl overlay init-office and publish write such).`,
    );
  }
  return parsed.data;
}

/** Looks at all that was left, and changes nothing. */
export function readIncoming(state: RepositoryState, nowMs: number): IncomingSheets {
  const folder = join(state.folder, incomingFolder);
  const accepted: IncomingSheets['accepted'][number][] = [];
  const refused: IncomingSheets['refused'][number][] = [];
  for (const name of namesIn(folder).filter((each) => /^office-.*\.json$/u.test(each))) {
    const path = join(folder, name);
    try {
      const handIn = readHandIn(path);
      if (name !== `office-${handIn.office}.json`) {
        throw new KioskError('repository-refused', `${path} is of the office ${handIn.office}.`);
      }
      const formerVersion = formerOfficeVersion(state, handIn.office);
      accepted.push({ ...checkHandIn(handIn, state.targets, { formerVersion, nowMs }), path });
    } catch (error) {
      if (!(error instanceof KioskError)) throw error;
      refused.push({ path, reason: error.message });
    }
  }
  return { accepted, refused };
}

/** What was taken in goes; what was refused is put aside, so that it is told once. */
export function clearIncoming(state: RepositoryState, { accepted, refused }: IncomingSheets): void {
  for (const { path } of accepted) {
    rmSync(path, { force: true });
  }
  const aside = join(state.folder, incomingFolder, refusedFolder);
  for (const { path } of refused) {
    makeFolder(aside);
    renameSync(path, join(aside, path.slice(path.lastIndexOf('/') + 1)));
  }
}

/** Version of what an office left and nobody has taken in yet; 0 for nothing. */
export function waitingVersion(repository: string, office: string): number {
  try {
    const handIn = readHandIn(join(repository, incomingFolder, `office-${office}.json`));
    return parseSignedFile('targets', Buffer.from(handIn.metadata), office).signed.version;
  } catch (error) {
    if (error instanceof KioskError) {
      return 0;
    }
    throw error;
  }
}
