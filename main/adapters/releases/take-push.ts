/** One pushed release: room on the disk, into the spool, handed over as a repository, and the spool away again, whatever came of it. */
import { mkdir, rm, statfs } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { UpdateFailure, UpdateOutcome } from '../../contract/updates.ts';
import { type ReleaseRepository, RepositoryFetchError, type ScheduleAfter } from '../../core/ports.ts';
import { BundleError, pushLimits } from '../../core/releases/bundle-stream.ts';
import { createFolderRepository } from './create-folder-repository.ts';
import { receiveBundle } from './receive-bundle.ts';

export interface PushTaking {
  readonly request: IncomingMessage;
  readonly lengthBytes: number;
  /** Tells a pusher who waits for it that the body may come. */
  readonly welcome: () => void;
  /** Nobody else's; made and removed here. */
  readonly spoolFolder: string;
  readonly take: (repository: ReleaseRepository) => Promise<UpdateOutcome>;
  readonly signal: AbortSignal;
  readonly elapsedMs: () => number;
  readonly schedule: ScheduleAfter;
}

export interface PushResult {
  /** HTTP. */
  readonly status: number;
  readonly outcome: UpdateOutcome;
}

/** Besides what is pushed; the journal and the printer's jobs need room, too. */
const spareBytes = 50_000_000;
const longestDetail = 400;

/** Rejects for nothing but faults of the program; `take` is called for what came whole only. */
export async function takePush(taking: PushTaking): Promise<PushResult> {
  const { lengthBytes, spoolFolder, signal } = taking;
  if (lengthBytes > pushLimits.mostBytes) {
    return failed(413, 'too-large', `more than ${pushLimits.mostBytes} bytes`);
  }
  try {
    await mkdir(spoolFolder, { recursive: true, mode: 0o700 });
    const disk = await statfs(spoolFolder);
    if (disk.bavail * disk.bsize < lengthBytes + spareBytes) {
      return failed(507, 'disk-full', 'the disk has no room for the release');
    }
    taking.welcome();
    await receiveBundle(taking.request, { ...taking, folder: spoolFolder, limits: pushLimits });
    const repository = createFolderRepository({ base: spoolFolder, medium: 'what was pushed' });
    try {
      return { status: 200, outcome: await taking.take(repository) };
    } finally {
      await repository.close();
    }
  } catch (error) {
    return failureOf(error, signal);
  } finally {
    await rm(spoolFolder, { recursive: true, force: true });
  }
}

function failureOf(error: unknown, signal: AbortSignal): PushResult {
  if (signal.aborted) {
    return failed(503, 'internal', 'the kiosk is being switched off');
  }
  if (error instanceof BundleError) {
    return error.fault === 'too-large'
      ? failed(413, 'too-large', error.message)
      : failed(400, 'bad-answer', error.message);
  }
  if (error instanceof RepositoryFetchError) {
    const { reason, message } = error;
    return reason === 'too-slow' || reason === 'timeout'
      ? failed(408, reason, message)
      : failed(400, 'bad-answer', message);
  }
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return failed(507, 'disk-full', 'the disk is full');
  }
  return failed(500, 'internal', error instanceof Error ? error.message : 'unknown reason');
}

function failed(status: number, reason: UpdateFailure, detail: string): PushResult {
  return { status, outcome: { kind: 'failed', reason, detail: detail.slice(0, longestDetail) } };
}
