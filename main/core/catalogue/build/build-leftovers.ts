/** Clears what a build that was killed left beside its target: half-built folders, and the previous catalogue if it died between two renames. */
import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Puts a previous catalogue back where the target is missing; touches nothing of a build that still runs. */
export async function removeLeftovers(target: string): Promise<void> {
  const parent = dirname(target);
  const prefix = `.${basename(target)}.`;
  for (const name of await readdir(parent)) {
    const [, what, processId] = name.startsWith(prefix)
      ? (/^(building|previous)-(\d+)$/.exec(name.slice(prefix.length)) ?? [])
      : [];
    if (what === undefined || isRunning(Number(processId))) {
      continue;
    }
    if (what === 'previous' && !existsSync(target)) {
      await rename(join(parent, name), target);
    } else {
      await rm(join(parent, name), { recursive: true, force: true });
    }
  }
}

function isRunning(processId: number): boolean {
  try {
    // Signal 0 only asks whether the process is there; EPERM means that it is, under another user.
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
