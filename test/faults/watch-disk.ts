/**
 * Stands between this thread and its file system: counts what it asks for, lets one of the calls fail, and draws what a disk would hold
 * if the plug were pulled right then, when only what was brought to it (fsync) is sure to be there.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';
import { onTestFinished } from 'vitest';
import { createDiskImage, type LostKind } from './disk-image.ts';

export interface DiskWatch {
  /** What was asked for that changes something, in order, as "renameSync pointer.json.new pointer.json". */
  readonly log: readonly string[];
  /** Called before each of them with its index; may throw what the call is to throw. */
  before: { call: (index: number) => void };
  /** Lays into `target` what would be left of the watched folder. */
  draw(target: string, lost: LostKind): void;
  /** Lets all calls through again; done after the test at the latest. */
  stop(): void;
}

const changing = [
  'appendFileSync',
  'copyFileSync',
  'ftruncateSync',
  'mkdirSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
  'truncateSync',
  'unlinkSync',
  'writeFileSync',
  'writeSync',
  'fsyncSync',
  'fdatasyncSync',
] as const;
const changingPromises = [
  'appendFile',
  'copyFile',
  'mkdir',
  'rename',
  'rm',
  'truncate',
  'unlink',
  'writeFile',
] as const;
const changingHandles = ['appendFile', 'write', 'writeFile', 'sync', 'datasync'] as const;

/** Until the test is over; one at a time. `folder` is as safe as it lies now. */
export async function watchDisk(folder: string): Promise<DiskWatch> {
  const log: string[] = [];
  const before: DiskWatch['before'] = { call: () => undefined };
  const restore: (() => void)[] = [];
  const image = createDiskImage(folder);
  // What the watch does itself is neither counted nor broken.
  let isOwn = false;

  function quietly<Result>(work: () => Result): Result {
    const wasOwn = isOwn;
    isOwn = true;
    try {
      return work();
    } finally {
      isOwn = wasOwn;
    }
  }

  function hook(target: object, name: string): void {
    const original: unknown = Reflect.get(target, name);
    if (typeof original !== 'function') {
      throw new Error(`${name} is not there`);
    }
    Reflect.set(target, name, function hooked(this: unknown, ...words: unknown[]): unknown {
      if (isOwn || isElsewhere(words)) {
        return Reflect.apply(original, this, words);
      }
      const paths = words.slice(0, 2).filter((word) => typeof word === 'string' && word.startsWith(folder));
      log.push([name, ...paths.map((path) => basename(String(path)))].join(' '));
      before.call(log.length - 1);
      const handle = typeof words[0] === 'number' ? words[0] : handleOf(this);
      const result: unknown = quietly(() => Reflect.apply(original, this, words));
      if (!/sync$|^f.*syncSync$/u.test(name)) {
        return result;
      }
      return result instanceof Promise
        ? result.then(() => quietly(() => image.keepOpen(handle)))
        : quietly(() => image.keepOpen(handle));
    });
    restore.push(() => Reflect.set(target, name, original));
  }

  /** Sockets and other folders are no affair of this watch. */
  function isElsewhere(words: readonly unknown[]): boolean {
    const [first] = words;
    return typeof first === 'string' && !first.startsWith(folder);
  }

  quietly(() => image.keepAll());
  const probe = await fs.promises.open(folder);
  const handles: object = Object.getPrototypeOf(probe);
  await probe.close();
  for (const name of changing) {
    hook(fs, name);
  }
  for (const name of changingPromises) {
    hook(fs.promises, name);
  }
  for (const name of changingHandles) {
    hook(handles, name);
  }
  syncBuiltinESMExports();
  const stop = (): void => {
    for (const undo of restore.splice(0)) {
      undo();
    }
    syncBuiltinESMExports();
  };
  onTestFinished(stop);
  return { log, before, stop, draw: (target, lost) => quietly(() => image.draw(target, lost)) };
}

function handleOf(owner: unknown): number {
  const handle: unknown = typeof owner === 'object' && owner !== null ? Reflect.get(owner, 'fd') : null;
  return typeof handle === 'number' ? handle : -1;
}
