/** A catalogue at the target is replaced whole; anything else is refused; a failed build leaves no trace. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareOutputFolder } from '../../../main/core/catalogue/build/output-folder.ts';
import { applicationId } from '../../../main/core/catalogue/catalogue-schema.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** As much of a catalogue as the check looks at: the header of a SQLite file. */
function header(id: number): Buffer {
  const bytes = Buffer.alloc(100);
  bytes.write('SQLite format 3\0', 'latin1');
  bytes.writeUInt32BE(id, 68);
  return bytes;
}

function folderWith(files: Readonly<Record<string, Uint8Array | string>>): string {
  const folder = join(temporaryFolder(), 'catalogue');
  mkdirSync(folder);
  for (const [name, bytes] of Object.entries(files)) {
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

async function build(target: string): Promise<void> {
  const output = await prepareOutputFolder(target);
  writeFileSync(join(output.workFolder, 'catalogue.db'), 'new');
  await output.publish();
}

describe('prepareOutputFolder', () => {
  it('makes the target and the folders above it', async () => {
    const target = join(temporaryFolder(), 'deep', 'er', 'catalogue');
    await build(target);
    expect(readdirSync(target)).toEqual(['catalogue.db']);
    expect(readdirSync(join(target, '..'))).toEqual(['catalogue']);
  });

  it('replaces a catalogue whole, also an empty or damaged one', async () => {
    for (const old of [header(applicationId), Buffer.alloc(0)]) {
      const target = folderWith({ 'catalogue.db': old, 'search-index.bin': 'old' });
      await build(target);
      expect(readdirSync(target)).toEqual(['catalogue.db']);
      expect(readFileSync(join(target, 'catalogue.db'), 'utf8')).toBe('new');
      expect(readdirSync(join(target, '..'))).toEqual(['catalogue']);
    }
  });

  it('replaces what a link points to, not the link', async () => {
    const target = folderWith({ 'catalogue.db': header(applicationId) });
    const link = join(temporaryFolder(), 'link');
    symlinkSync(target, link);
    await build(link);
    expect(readFileSync(join(target, 'catalogue.db'), 'utf8')).toBe('new');
  });

  it.each([
    ['with other files', () => folderWith({ 'catalogue.db': header(applicationId), 'thesis.odt': 'x' }), 'thesis.odt'],
    ['with a database of another program', () => folderWith({ 'catalogue.db': header(1) }), 'another program'],
    ['with a search index alone', () => folderWith({ 'search-index.bin': '{}' }), 'another program'],
    ['that is a file', () => join(folderWith({ file: 'x' }), 'file'), 'is not a folder'],
  ])('refuses a folder %s and touches nothing', async (_what, make, words) => {
    const target = make();
    await expect(prepareOutputFolder(target)).rejects.toMatchObject({
      code: 'output-refused',
      message: expect.stringContaining(words),
    });
    expect(readdirSync(join(target, '..')).length).toBe(1);
  });

  it('says that nothing can be written where a part of the path is a file', async () => {
    const file = join(folderWith({ file: 'x' }), 'file');
    await expect(prepareOutputFolder(join(file, 'catalogue'))).rejects.toMatchObject({ code: 'output-failed' });
  });

  it('leaves nothing behind when the build is given up', async () => {
    const folder = temporaryFolder();
    const output = await prepareOutputFolder(join(folder, 'deep', 'er', 'catalogue'));
    writeFileSync(join(output.workFolder, 'half'), 'x');
    await output.discard();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('clears away what a killed build left, and puts back a catalogue caught between two renames', async () => {
    const folder = temporaryFolder();
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    const running = process.ppid;
    mkdirSync(join(folder, `.c.building-${gone}`));
    mkdirSync(join(folder, `.c.building-${running}`));
    mkdirSync(join(folder, `.c.previous-${gone}`));
    writeFileSync(join(folder, `.c.previous-${gone}`, 'catalogue.db'), header(applicationId));
    const output = await prepareOutputFolder(join(folder, 'c'));
    await output.discard();
    expect(existsSync(join(folder, 'c', 'catalogue.db'))).toBe(true);
    expect(readdirSync(folder).sort()).toEqual([`.c.building-${running}`, 'c']);
  });
});
