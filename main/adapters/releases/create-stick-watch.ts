/** Looks for sticks with an exported release. Of a stick nothing but names on the way to its release is looked at, nothing is opened. */
import type { Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger, ScheduleAfter, StickWatch } from '../../core/ports.ts';
import { createFolderRepository, type FolderRepository } from './create-folder-repository.ts';

export interface StickWatchOptions {
  /** Under which sticks are mounted, each in a folder of its own. It need not be there yet. */
  readonly folder: string;
  readonly schedule: ScheduleAfter;
  readonly logger: Logger;
  /** Default 2,000. */
  readonly pollMs?: number;
}

/** A stick as it lies there: another one in its place, or another release on it, has another mark. */
interface FoundStick {
  readonly name: string;
  readonly mark: string;
}

type Listener = Parameters<StickWatch['start']>[0];

/** What `kioskctl release export` makes on a stick. */
const exportFolder = 'kiosk-release';
const wayToTimestamp = [exportFolder, 'metadata', 'timestamp.json'] as const;
const usualPollMs = 2_000;
/** More folders than a machine has sockets. */
const mostFolders = 32;
const longestName = 120;
/** A name is shown on the staff screen and in the log. */
const printableName = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u;

export function createStickWatch({ folder, schedule, logger, pollMs = usualPollMs }: StickWatchOptions): StickWatch {
  let isClosed = false;
  let callOff: (() => void) | null = null;
  let round: Promise<void> = Promise.resolve();
  let offered: (FoundStick & { readonly repository: FolderRepository }) | null = null;
  /** Told in the log already: sticks beside the offered one. */
  let passedOver: ReadonlySet<string> = new Set();

  const look = async (listener: Listener): Promise<void> => {
    const found = await findSticks(folder);
    if (isClosed) {
      return;
    }
    const current = offered;
    if (current !== null && !found.some(({ name, mark }) => name === current.name && mark === current.mark)) {
      offered = null;
      current.repository.leave();
      logger.info('A stick with a release is gone', { stick: current.name });
      listener(null);
    }
    const [first] = found;
    if (offered === null && first !== undefined) {
      const repository = createFolderRepository({
        base: folder,
        below: [first.name, exportFolder],
        medium: 'the stick',
      });
      offered = { ...first, repository };
      logger.info('A stick with a release is there', { stick: first.name });
      listener({ name: first.name, repository });
    }
    const others = found.map(({ name }) => name).filter((name) => name !== offered?.name);
    for (const name of others.filter((other) => !passedOver.has(other))) {
      logger.warn('A second stick is not looked at until the first is gone', { stick: name, first: offered?.name });
    }
    passedOver = new Set(others);
  };

  const lookAgain = (listener: Listener): void => {
    round = look(listener)
      .catch((error: unknown) => {
        logger.error('Sticks could not be looked for', { reason: error instanceof Error ? error.message : 'unknown' });
      })
      .finally(() => {
        if (!isClosed) {
          callOff = schedule(pollMs, () => lookAgain(listener));
        }
      });
  };

  return {
    start: (listener) => lookAgain(listener),
    close: async () => {
      isClosed = true;
      callOff?.();
      offered?.repository.leave();
      offered = null;
      await round;
    },
  };
}

/** By name, so that of two that are there from the start the same one is first each time. */
async function findSticks(folder: string): Promise<FoundStick[]> {
  let names: string[];
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    // A link is no mount: it may lead anywhere.
    names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch {
    // No stick was ever mounted, or the folder is just being made.
    return [];
  }
  const candidates = names
    .filter((name) => !name.startsWith('.') && name.length <= longestName && printableName.test(name))
    .sort()
    .slice(0, mostFolders);
  const marks = await Promise.all(candidates.map((name) => markOf(join(folder, name))));
  return candidates.flatMap((name, place) => {
    const mark = marks[place] ?? null;
    return mark === null ? [] : [{ name, mark }];
  });
}

/** Null where there is no release on it. */
async function markOf(stick: string): Promise<string | null> {
  let path = stick;
  let found: Stats;
  try {
    for (const part of wayToTimestamp.slice(0, -1)) {
      path = join(path, part);
      found = await lstat(path);
      if (!found.isDirectory()) {
        return null;
      }
    }
    found = await lstat(join(path, wayToTimestamp.at(-1) ?? ''));
  } catch {
    return null;
  }
  return found.isFile() ? [found.dev, found.ino, found.size, found.mtimeMs].join(' ') : null;
}
