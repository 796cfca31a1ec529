/** Asks the kiosk of a data folder: the running one through its door, otherwise its journal itself, with the folder locked. */
import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { connectStaffDoor } from '../adapters/staff-door/connect-staff-door.ts';
import { pathTooLong, staffSocketPath } from '../adapters/staff-door/staff-socket-path.ts';
import { type Reply, replySchema } from '../contract/envelope.ts';
import { KioskError } from '../contract/error.ts';
import { type StaffMethodName, type StaffParams, type StaffResult, staffMethods } from '../contract/staff-methods.ts';
import type { Transport } from '../contract/transport.ts';
import { type DataFolderLock, describeLockHolder, lockDataFolder } from '../core/data-folder-lock.ts';
import { dispatchStaff } from '../core/dispatch.ts';
import type { Journal } from '../core/journal/journal.ts';
import { journalFileName } from '../core/journal/journal-database.ts';
import { missingJournal, openExistingJournal } from '../core/journal/open-journal.ts';
import { createStaffLedger } from '../core/journal/staff-actions.ts';
import { createUpdateLedger } from '../core/journal/update-state.ts';
import type { Clock, Logger } from '../core/ports.ts';
import type { StaffAction } from '../core/staff/staff-ledger.ts';
import { createJournalStaffHandlers } from '../core/staff-handlers.ts';
import { createStoppedKioskHandlers } from '../core/stopped-kiosk-handlers.ts';

/** Where no kiosk runs, kioskctl says itself what day it is. */
const clock: Clock = { nowMs: () => Date.now() };

export interface AskStaffOptions {
  readonly dataFolder: string;
  readonly logger: Logger;
  /** How long a running kiosk may take; default 5,000. */
  readonly timeoutMs?: number;
}

/**
 * Errors: `journal-missing` where no kiosk has run with the folder, those of `openExistingJournal`, `staff-door-unreachable`
 * where a kiosk runs and does not answer, and whatever the kiosk answers with.
 */
export async function askStaff<M extends StaffMethodName>(
  method: M,
  params: StaffParams<M>,
  options: AskStaffOptions,
): Promise<StaffResult<M>> {
  const { dataFolder } = options;
  requireFolder(dataFolder);
  const request = { id: 1, method, params };
  const door = await knock(dataFolder);
  const reply = door === null ? await askJournal(request, options) : await askThrough(door, request, options);
  return resultOf(method, reply, dataFolder);
}

/** The same of a running kiosk; null where none runs, or none that can be reached. Errors: those of `askStaff`. */
export async function askRunningKiosk<M extends StaffMethodName>(
  method: M,
  params: StaffParams<M>,
  options: AskStaffOptions,
): Promise<StaffResult<M> | null> {
  const { dataFolder } = options;
  requireFolder(dataFolder);
  const request = { id: 1, method, params };
  const door = await knock(dataFolder);
  return door === null ? null : resultOf(method, await askThrough(door, request, options), dataFolder);
}

async function knock(dataFolder: string): Promise<Transport | null> {
  const path = staffSocketPath(dataFolder);
  return pathTooLong(path) === null ? await connectStaffDoor(path) : null;
}

function resultOf<M extends StaffMethodName>(method: M, reply: Reply, dataFolder: string): StaffResult<M> {
  if (!reply.ok) {
    throw new KioskError(reply.error.code, reply.error.message);
  }
  const result = staffMethods[method].result.safeParse(reply.result);
  if (!result.success) {
    throw new KioskError(
      'invalid-result',
      `The kiosk of ${dataFolder} answers in another form; it is of another version than this kioskctl.`,
    );
  }
  // Parsed by the row of this very method; the compiler cannot follow that through a type parameter.
  return result.data as StaffResult<M>;
}

/** Errors: `journal-missing` where there is no such folder, `data-folder-unwritable` where this user may not use it. */
export function requireFolder(folder: string): void {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    throw code === 'ENOENT' || code === 'ENOTDIR'
      ? new KioskError(
          'journal-missing',
          `There is no data folder ${folder}: no kiosk has run with it. Name the kiosk's own folder with --data-dir.`,
          { cause: error },
        )
      : new KioskError(
          'data-folder-unwritable',
          `This user may not use the data folder ${folder}. Run kioskctl as the user the kiosk runs as, or as root.`,
          { cause: error },
        );
  }
}

async function askThrough(door: Transport, request: { readonly id: number }, options: AskStaffOptions): Promise<Reply> {
  const { dataFolder, timeoutMs = 5_000 } = options;
  const { promise, resolve, reject } = Promise.withResolvers<Reply>();
  const fail = (what: string): void => {
    const message = `The kiosk of ${dataFolder} (${describeLockHolder(dataFolder)}) ${what}; its log may say why.`;
    reject(new KioskError('staff-door-unreachable', message));
  };
  const timer = setTimeout(() => fail(`does not answer within ${timeoutMs / 1000} s`), timeoutMs);
  door.onClose(() => fail('closed its door without an answer'));
  door.onMessage((text) => {
    const reply = replySchema.safeParse(parsed(text));
    if (!reply.success) {
      fail('answers in a way kioskctl does not understand');
    } else if (reply.data.id === request.id || reply.data.id === -1) {
      resolve(reply.data);
    }
  });
  door.send(JSON.stringify(request));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    door.close();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The same dispatch as behind the door, so that both ways answer alike. */
function askJournal(request: unknown, { dataFolder, logger }: AskStaffOptions): Promise<Reply> {
  return withJournal({ dataFolder, logger }, (journal) => {
    const ledger = createStaffLedger(journal);
    const staffRoom = { record: (action: StaffAction) => void ledger.record({ ...action, atMs: clock.nowMs() }) };
    const stopped = { dataFolder, ledger: createUpdateLedger(journal), clock, logger };
    const staffHandlers = { ...createJournalStaffHandlers(journal, clock), ...createStoppedKioskHandlers(stopped) };
    const core = { staffHandlers, staffRoom, logger };
    return dispatchStaff(core, request, 'terminal');
  });
}

/** With the folder locked and its journal open, where no kiosk runs. Errors: those of `askStaff`. */
export async function withJournal<T>(
  { dataFolder, logger }: AskStaffOptions,
  action: (journal: Journal) => T | Promise<T>,
): Promise<T> {
  // Looked for before the lock is taken, so that a folder that is no kiosk's stays as it is.
  if (!existsSync(join(dataFolder, journalFileName))) {
    throw missingJournal(dataFolder);
  }
  const lock = lockForStaff(dataFolder);
  try {
    const journal = openExistingJournal(dataFolder, logger);
    try {
      return await action(journal);
    } finally {
      journal.close();
    }
  } finally {
    lock.release();
  }
}

function lockForStaff(dataFolder: string): DataFolderLock {
  try {
    return lockDataFolder(dataFolder);
  } catch (error) {
    if (!(error instanceof KioskError) || error.code !== 'data-folder-locked') {
      throw error;
    }
    const path = staffSocketPath(dataFolder);
    throw new KioskError(
      'staff-door-unreachable',
      `A kiosk runs with ${dataFolder} (${describeLockHolder(dataFolder)}), but nobody answers at its door: ${pathTooLong(path) ?? `${path} is dead or gone`}. Its log says why; a restart of the kiosk makes the door anew.`,
      { cause: error },
    );
  }
}
