/** Two processes: a kiosk's core as the browser shell runs it, and kioskctl as IT staff types it. */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { searchBuilder } from '../../../main/core/search/search-builder.ts';
import { forkCore } from '../../../main/hosts/browser/fork-core.ts';
import type { CoreReport } from '../../../main/hosts/core-messages.ts';
import { build, entriesFolder, projectFolder } from '../catalogue/build-fixtures.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';

// Whole processes start here, also on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const kioskctl = join(projectFolder, 'main/cli/kioskctl.ts');
const token = 'a-token-for-this-test-alone';

async function startKioskProcess(dataFolder: string) {
  const catalogueFolder = join(temporaryFolder(), 'catalogue');
  await build([entriesFolder], { search: searchBuilder, outputFolder: catalogueFolder });
  const configurationPath = join(temporaryFolder(), 'site.json');
  const configuration = { office: { name: 'Phường Thử' }, printer: { target: null }, reader: { target: null } };
  writeFileSync(configurationPath, JSON.stringify(configuration));
  const reported = Promise.withResolvers<CoreReport>();
  const core = forkCore({
    modulePath: join(projectFolder, 'main/hosts/browser/core-process.ts'),
    order: {
      kind: 'start',
      options: { configurationPath, catalogueFolder, dataFolder },
      server: { port: 0, token, pageFolder: fileURLToPath(new URL('../../fixtures/hosts/page', import.meta.url)) },
    },
    onReport: reported.resolve,
  });
  onTestFinished(() => core.stop());
  const report = await reported.promise;
  if (report.kind !== 'ready' || report.entryAddress === null || report.startFailure !== null) {
    throw new Error(JSON.stringify(report));
  }
  return { core, entryAddress: report.entryAddress };
}

/** Asks as the page does, one after the other. */
async function askAsPage(entryAddress: string, requests: readonly (readonly [method: string, params: object])[]) {
  const { origin, host } = new URL(entryAddress);
  const cookie = (await fetch(entryAddress, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? '';
  const socket = new WebSocket(`ws://${host}/socket?token=${token}`, { headers: { Cookie: cookie, Origin: origin } });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  for (const [id, [method, params]] of requests.entries()) {
    const answered = new Promise((resolve) => {
      socket.once('message', resolve);
    });
    socket.send(JSON.stringify({ id, method, params }));
    await answered;
  }
  socket.close();
}

const gapsOf = (folder: string) =>
  promisify(execFile)(process.execPath, [kioskctl, 'search', 'gaps', '--data-dir', folder]);

describe.skipIf(process.platform === 'win32')('kioskctl beside a running kiosk (not on Windows)', () => {
  it('lists what five sessions asked in vain; after the kiosk ended it still does', async () => {
    const dataFolder = join(temporaryFolder(), 'data');
    const { core, entryAddress } = await startKioskProcess(dataFolder);
    expect((await gapsOf(dataFolder)).stdout).toMatch(/^No gaps/);
    const session = [
      ['procedures.search', { words: 'pizza giao tận nơi', limit: 12 }],
      ['session.end', {}],
    ] as const;
    await askAsPage(entryAddress, [...session, ...session, ...session, ...session]);
    expect((await gapsOf(dataFolder)).stdout).toMatch(/^No gaps/);
    await askAsPage(entryAddress, session);
    const table = /^Sessions .*\n5 +\d{4}-\d\d-\d\d +\d{4}-\d\d-\d\d +nothing found +pizza giao tan noi\n$/;
    expect(await gapsOf(dataFolder)).toEqual({ stdout: expect.stringMatching(table), stderr: '' });

    await core.stop();
    expect(await gapsOf(dataFolder)).toEqual({ stdout: expect.stringMatching(table), stderr: '' });
  });

  it('works on the folder of a kiosk that was killed, and the kiosk starts again', async () => {
    const dataFolder = join(temporaryFolder(), 'data');
    const { core } = await startKioskProcess(dataFolder);
    const { pid } = JSON.parse(readFileSync(join(dataFolder, 'lock-holder.json'), 'utf8')) as { pid: number };
    const ended = new Promise<string>((resolve) => core.onEnd(resolve));
    process.kill(pid, 'SIGKILL');
    expect(await ended).toContain('SIGKILL');
    expect((await gapsOf(dataFolder)).stdout).toMatch(/^No gaps/);
    await startKioskProcess(dataFolder);
    expect((await gapsOf(dataFolder)).stdout).toMatch(/^No gaps/);
  });
});
