/** kioskctl as a process of its own: a full disk, an interruption, a pipe that is closed early. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { entriesFolder, projectFolder, writeExport } from '../catalogue/build-fixtures.ts';
import { makeNationalRecord } from '../catalogue/make-national-record.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';

// Whole processes start here, also on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const kioskctl = join(projectFolder, 'main/cli/kioskctl.ts');
const manyRecords = (count: number) =>
  writeExport(Array.from({ length: count }, (_none, index) => makeNationalRecord(`9.${100_000 + index}`)));

describe('kioskctl as a process', () => {
  it('prints the answer alone on standard output', async () => {
    const out = join(temporaryFolder(), 'c');
    const words = [kioskctl, 'catalogue', 'build', entriesFolder, '--out', out, '--json'];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, words);
    expect(JSON.parse(stdout)).toHaveProperty('written', 2);
    expect(stderr).toBe('');
  });

  it.skipIf(process.platform === 'win32')('leaves nothing behind when the disk is full', async () => {
    const folder = temporaryFolder();
    // A limit on the size of files stands for a full disk: the write fails half-way with EFBIG instead of ENOSPC.
    const script = `ulimit -f 100 && exec "$0" "$@"`;
    const words = [kioskctl, 'catalogue', 'build', manyRecords(800), '--out', join(folder, 'c')];
    const failure: unknown = await promisify(execFile)('sh', ['-c', script, process.execPath, ...words]).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^kioskctl: The catalogue could not be written to .*Nothing was changed there\.\n$/,
      ),
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('leaves nothing behind when it is interrupted', async () => {
    const folder = temporaryFolder();
    const child = spawn(
      process.execPath,
      [kioskctl, 'catalogue', 'build', manyRecords(5000), '--out', join(folder, 'c')],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    await folderFilled(folder);
    child.kill('SIGINT');
    const [exitCode] = await once(child, 'close');
    expect([exitCode, errors]).toEqual([1, expect.stringContaining('interrupted')]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('ends quietly when the reader of its output goes away', async () => {
    const out = join(temporaryFolder(), 'c');
    await promisify(execFile)(process.execPath, [kioskctl, 'catalogue', 'build', entriesFolder, '--out', out]);
    const script = `yes "khai sinh" | head -5000 | "$0" "$1" search --queries - --json --catalogue "$2" | head -1`;
    const { stdout, stderr } = await promisify(execFile)('sh', ['-c', script, process.execPath, kioskctl, out]);
    expect(JSON.parse(stdout)).toHaveProperty('query', 'khai sinh');
    expect(stderr).toBe('');
  });
});

/** Resolves when the build has begun to write into the folder, which is empty before. */
async function folderFilled(folder: string): Promise<void> {
  const watcher = watch(folder);
  try {
    if (readdirSync(folder).length === 0) {
      await once(watcher, 'change');
    }
  } finally {
    watcher.close();
  }
}
