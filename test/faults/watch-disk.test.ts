/** The watcher of the disk must itself see what it is there to see. */
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replaceFile, syncFolder } from '../../main/core/durable-file.ts';
import { folderInMemory } from './folder-in-memory.ts';
import { watchDisk } from './watch-disk.ts';

describe('a watched disk', () => {
  it('holds what was brought to it, and no more', async () => {
    const root = folderInMemory();
    const folder = join(root, 'data');
    mkdirSync(folder);
    writeFileSync(join(folder, 'old'), 'old');
    const disk = await watchDisk(folder);
    replaceFile(join(folder, 'durable'), 'durable');
    writeFileSync(join(folder, 'old'), 'changed');
    writeFileSync(join(folder, 'draft'), 'draft');
    const handle = await open(join(folder, 'draft'), 'r');
    await handle.sync();
    await handle.close();
    renameSync(join(folder, 'draft'), join(folder, 'renamed'));
    mkdirSync(join(folder, 'inner'));
    writeFileSync(join(folder, 'inner', 'lost'), 'lost');
    const contents = (lost: 'everything' | 'bytes'): Record<string, string> => {
      const target = join(root, lost);
      disk.draw(target, lost);
      const names = readdirSync(target, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      return Object.fromEntries(
        names.map(({ name, parentPath }) => [name, readFileSync(join(parentPath, name), 'utf8')]),
      );
    };
    expect(contents('everything')).toEqual({ old: 'old', durable: 'durable' });
    expect(contents('bytes')).toEqual({ old: 'old', durable: 'durable', renamed: 'draft', lost: '' });
    syncFolder(folder);
    expect(contents('everything')).toEqual({ old: 'old', durable: 'durable', renamed: 'draft' });
    expect(disk.log).toContain('renameSync draft renamed');
  });

  it('lets the call fail that is to fail', async () => {
    const folder = folderInMemory();
    const disk = await watchDisk(folder);
    disk.before.call = () => {
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    };
    expect(() => replaceFile(join(folder, 'file'), 'text')).toThrow('no space left');
    disk.before.call = () => undefined;
    replaceFile(join(folder, 'file'), 'text');
    expect(readdirSync(folder)).toEqual(['file']);
  });
});
