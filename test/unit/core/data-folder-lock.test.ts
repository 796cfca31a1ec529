import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDataFolder } from '../../../main/core/data-folder-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kiosk-lock-'));
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

/** Another process that takes the lock, tells so, and ends after some time (in milliseconds) if it is not killed before. */
async function startHolder(holdMs = 60_000) {
  const module = new URL('../../../main/core/data-folder-lock.ts', import.meta.url).href;
  const code = `const { lockDataFolder } = await import(${JSON.stringify(module)});
    globalThis.lock = lockDataFolder(${JSON.stringify(folder)}); process.stdout.write('held'); setTimeout(() => process.exit(), ${holdMs});`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  return holder;
}

describe('the lock of a data folder', () => {
  it('tells a second core who holds it', async () => {
    const holder = await startHolder();
    expect(() => lockDataFolder(folder)).toThrow(new RegExp(`in use by process ${holder.pid} .*--data-dir`, 's'));
    holder.kill('SIGKILL');
    await once(holder, 'exit');
  });

  it('waits for a holder that is quick, where asked to', async () => {
    // Waiting blocks this process, so the holder lets go by itself.
    const holder = await startHolder(300);
    lockDataFolder(folder, { waitMs: 10_000 }).release();
    await once(holder, 'exit');
  });

  it('is gone with a core that was killed', async () => {
    const holder = await startHolder();
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    lockDataFolder(folder).release();
  });

  it('can be taken again after it was released', () => {
    lockDataFolder(folder).release();
    lockDataFolder(folder).release();
  });

  it('makes a folder that is missing', () => {
    lockDataFolder(join(folder, 'a', 'b')).release();
  });

  it('says what to check when the folder cannot be written', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(() => lockDataFolder(join(file, 'data'))).toThrow(/cannot be written.*owner.*permissions/);
  });
});
