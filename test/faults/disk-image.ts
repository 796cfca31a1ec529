/** What a disk is sure to hold: file by file and folder by folder as they were when they were last brought to it. */
import fs, { type BigIntStats } from 'node:fs';
import { join } from 'node:path';

export type LostKind =
  /** Neither names nor bytes that were not brought to the disk. */
  | 'everything'
  /** The names are there, as file systems with a journal keep them; files that were not brought to the disk are empty. */
  | 'bytes';

interface Entry {
  readonly id: string;
  readonly isFolder: boolean;
}

/** SQLite writes past Node and brings its journal to the disk itself; it is taken as it lies. */
const ownWrites = /^journal\.db/u;

export interface DiskImage {
  /** Takes all of the folder as safe. */
  keepAll(): void;
  /** Takes what an open handle belongs to as safe. */
  keepOpen(handle: number): void;
  draw(target: string, lost: LostKind): void;
}

export function createDiskImage(root: string): DiskImage {
  const files = new Map<string, Buffer>();
  const folders = new Map<string, ReadonlyMap<string, Entry>>();

  function keepFolder(path: string): void {
    folders.set(idOf(path), listed(path));
  }

  function keepTree(path: string): void {
    keepFolder(path);
    for (const [name, { id, isFolder }] of listed(path)) {
      if (isFolder) {
        keepTree(join(path, name));
      } else {
        files.set(id, fs.readFileSync(join(path, name)));
      }
    }
  }

  function drawFile(source: string, name: string, id: string, target: string): void {
    if (!ownWrites.test(name)) {
      fs.writeFileSync(target, files.get(id) ?? Buffer.alloc(0), { mode: 0o600 });
    } else if (fs.existsSync(source)) {
      fs.copyFileSync(source, target);
    }
  }

  function drawSafe(id: string, target: string): void {
    fs.mkdirSync(target, { recursive: true, mode: 0o700 });
    for (const [name, entry] of folders.get(id) ?? []) {
      if (entry.isFolder) {
        drawSafe(entry.id, join(target, name));
      } else {
        drawFile(join(root, name), name, entry.id, join(target, name));
      }
    }
  }

  function drawNamed(path: string, target: string): void {
    fs.mkdirSync(target, { recursive: true, mode: 0o700 });
    for (const [name, { id, isFolder }] of listed(path)) {
      if (isFolder) {
        drawNamed(join(path, name), join(target, name));
      } else {
        drawFile(join(path, name), name, id, join(target, name));
      }
    }
  }

  return {
    keepAll: () => keepTree(root),
    keepOpen(handle) {
      const path = fs.readlinkSync(`/proc/self/fd/${handle}`);
      if (!path.startsWith(root) || !fs.existsSync(path)) {
        return;
      }
      const stats = fs.fstatSync(handle, { bigint: true });
      if (stats.isDirectory()) {
        keepFolder(path);
      } else {
        files.set(identity(stats), fs.readFileSync(path));
      }
    },
    draw: (target, lost) => (lost === 'everything' ? drawSafe(idOf(root), target) : drawNamed(root, target)),
  };
}

/** Numbers of files are given anew; the time of birth tells them apart. */
function identity({ ino, birthtimeNs }: BigIntStats): string {
  return `${ino} ${birthtimeNs}`;
}

function idOf(path: string): string {
  return identity(fs.lstatSync(path, { bigint: true }));
}

function listed(path: string): Map<string, Entry> {
  const names = fs.readdirSync(path).map((name) => [name, fs.lstatSync(join(path, name), { bigint: true })] as const);
  return new Map(
    names
      .filter(([, stats]) => stats.isDirectory() || stats.isFile())
      .map(([name, stats]) => [name, { id: identity(stats), isFolder: stats.isDirectory() }]),
  );
}
