/** `kioskctl keys`, `release`, `trust` and `overlay`, from an empty folder on: what IT staff type, and what they read. */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readRowsAt } from '../../../main/cli/read-rows.ts';
import { sortedRows } from '../../../main/core/catalogue/rows/catalogue-rows.ts';
import { packSnapshot } from '../../../main/core/catalogue/rows/snapshot-file.ts';
import { build, entriesFolder } from '../catalogue/build-fixtures.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { createPublishingWorld, createTufClient, passphrase } from '../publishing/publishing-world.ts';
import { run } from './run-in-process.ts';

vi.setConfig({ testTimeout: 60_000 });

const variable = 'KIOSK_KEY_PASSPHRASE';

beforeEach(() => {
  vi.stubEnv(variable, passphrase);
  return () => vi.unstubAllEnvs();
});

/** A small real catalogue, and one in which the first procedure's name has changed. */
async function catalogues() {
  const folder = join(temporaryFolder(), 'catalogue');
  await build([entriesFolder], { outputFolder: folder });
  const rows = readRowsAt(folder);
  const changed = new Map(rows);
  const [key = '', text = ''] = [...rows].find(([each]) => each.startsWith('procedure/')) ?? [];
  changed.set(key, text.replace(/"name":"/u, '"name":"Mới: '));
  const second = join(temporaryFolder(), 'second.zst');
  writeFileSync(second, packSnapshot(sortedRows(changed)));
  return { first: folder, second };
}

/** Keys that open quickly, and an empty repository. */
async function begun() {
  const world = await createPublishingWorld({ root: { keyCount: 3, threshold: 2 } });
  const { repository, keysFolder } = world;
  const release = (...words: string[]) => run(['release', ...words, '--repo', repository]);
  const signed = (...words: string[]) => release(...words, '--keys', keysFolder);
  const keys = (...words: string[]) => run(['keys', ...words, '--dir', keysFolder, '--repo', repository]);
  return { world, repository, keysFolder, release, signed, keys };
}

describe('kioskctl keys', () => {
  it('makes keys, a repository and a trusted root, and prints the fingerprint of that very file', async () => {
    const folder = temporaryFolder();
    const [dir, repo] = [join(folder, 'keys'), join(folder, 'repo')];
    const options = ['--dir', dir, '--repo', repo, '--root-keys', '2', '--root-threshold', '1'];
    const made = await run(['keys', 'init', ...options]);
    expect(made).toMatchObject({ exitCode: 0, errors: '' });
    const fingerprint = /Fingerprint\s+([0-9a-f ]+)/u.exec(made.output)?.[1]?.trim() ?? '';
    const data = join(folder, 'kiosk');
    const trusted = await run([
      'trust',
      join(dir, 'trusted-root.json'),
      '--fingerprint',
      fingerprint,
      '--data-dir',
      data,
    ]);
    expect(trusted).toMatchObject({ exitCode: 0, output: expect.stringContaining('Trusted from now on') });
    expect(readFileSync(join(data, 'trust/root.json'))).toEqual(readFileSync(join(repo, 'metadata/1.root.json')));
    expect(await run(['keys', 'init', ...options])).toMatchObject({
      exitCode: 1,
      errors: expect.stringContaining('holds something already; nothing was changed'),
    });
    const { output } = await run(['keys', 'list', '--dir', dir, '--repo', repo]);
    expect(output).toMatch(/root +1 of 2 +1 +\d{4}-\d\d-\d\d +[0-9a-f]{8} +root\/root-[0-9a-f]{8}\.json \(encrypted\)/);
    expect(output).toMatch(/timestamp .* online\/timestamp-[0-9a-f]{8}\.json\n/);
    // With the real cost of scrypt.
    expect(await run(['keys', 'rotate', '--role', 'targets', '--dir', dir, '--repo', repo])).toMatchObject({
      exitCode: 0,
    });
  });

  it.each([
    [['--root-keys', '1', '--root-threshold', '2'], 1, /2 of 1 keys cannot sign/],
    [['--root-keys', '0'], 2, /whole number from 1 to 20/],
    [['--timestamp-days', 'x'], 2, /Days are expected/],
    [['--timestamp-days', '-1'], 2, /Days are expected/],
  ])('leaves nothing of what it refuses: %j', async (more, exitCode, words) => {
    const folder = temporaryFolder();
    const options = ['--dir', join(folder, 'keys'), '--repo', join(folder, 'repo')];
    expect(await run(['keys', 'init', ...options, ...more])).toMatchObject({
      exitCode,
      errors: expect.stringMatching(words),
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses keys within the repository, a short passphrase, and none where nobody can be asked', async () => {
    const folder = temporaryFolder();
    const init = (dir: string) => run(['keys', 'init', '--dir', join(folder, dir), '--repo', join(folder, 'repo')]);
    expect(await init('repo/keys')).toMatchObject({
      exitCode: 1,
      errors: expect.stringContaining('two folders apart'),
    });
    vi.stubEnv(variable, 'short');
    expect(await init('keys')).toMatchObject({ exitCode: 1, errors: expect.stringContaining('12 characters or more') });
    vi.stubEnv(variable, '');
    expect(await init('keys')).toMatchObject({ exitCode: 1, errors: expect.stringContaining(variable) });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says which keys are missing, before anybody is asked for a passphrase, and takes them from elsewhere', async () => {
    const { keysFolder, keys } = await begun();
    const [one = '', two = '', three = ''] = readdirSync(join(keysFolder, 'root'));
    const elsewhere = temporaryFolder();
    for (const name of [two, three]) {
      cpSync(join(keysFolder, 'root', name), join(elsewhere, name));
      rmSync(join(keysFolder, 'root', name));
    }
    vi.stubEnv(variable, '');
    const alone = await keys('rotate', '--role', 'snapshot');
    expect(alone).toMatchObject({ exitCode: 1, errors: expect.stringContaining('needs 2 of its 3 keys') });
    for (const name of [two, three]) expect(alone.errors).toContain(name.slice(5, 13));
    expect(alone.errors).not.toContain(one.slice(5, 13));
    vi.stubEnv(variable, passphrase);
    expect(await keys('rotate', '--role', 'snapshot', '--also', elsewhere)).toMatchObject({ exitCode: 0 });
    vi.stubEnv(variable, 'quite another passphrase');
    expect(await keys('rotate', '--role', 'snapshot', '--also', elsewhere)).toMatchObject({
      exitCode: 1,
      errors: expect.stringMatching(/does not open the key .* it is left out[^]*needs 2 of its 3 keys/),
    });
  });

  it('rotates and extends', async () => {
    const { world, keys, release } = await begun();
    for (const role of ['snapshot', 'timestamp']) {
      expect(await keys('rotate', '--role', role)).toMatchObject({ exitCode: 0, errors: '' });
    }
    for (const role of ['root', 'targets']) {
      expect(await keys('rotate', '--role', role, '--extend')).toMatchObject({ exitCode: 0, errors: '' });
    }
    expect(await keys('rotate', '--role', 'snapshot', '--extend')).toMatchObject({ exitCode: 2 });
    expect(await keys('rotate', '--role', 'other')).toMatchObject({ exitCode: 2 });
    expect(await keys('rotate', '--role', 'office-p1')).toMatchObject({
      exitCode: 2,
      errors: expect.stringContaining('--public-key'),
    });
    expect(await release('verify')).toMatchObject({ exitCode: 0 });
    const client = createTufClient(world.repository, world.firstRoot);
    await client.refresh();
    expect(client.rootVersion()).toBe(4);
    expect(JSON.parse((await keys('list', '--json')).output)).toMatchObject({
      roles: [{ role: 'root', version: 4 }, {}, {}, {}],
      unused: [],
    });
  });
});

describe('kioskctl release', () => {
  it('publishes, lists, verifies, refreshes, withdraws and exports', async () => {
    const { world, repository, release, signed } = await begun();
    const { first, second } = await catalogues();
    expect(await signed('publish', first)).toMatchObject({
      exitCode: 0,
      output: expect.stringMatching(/Release +1\n/),
    });
    expect(await signed('publish', first)).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('Nothing changed since release 1'),
    });
    const published = await signed('publish', second);
    expect(published).toMatchObject({ exitCode: 0, output: expect.stringMatching(/Deltas +from 1: \d+ bytes/) });
    const report = /Changes +(\S+)/u.exec(published.output)?.[1] ?? '';
    expect(readFileSync(report, 'utf8')).toContain('Mới: ');
    expect(await signed('withdraw', '1')).toMatchObject({
      exitCode: 1,
      errors: expect.stringContaining('Kiosks show release 2'),
    });
    expect(await signed('withdraw', '2', '--json')).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('"restores": 1'),
    });
    expect((await release('list')).output).toMatch(/3 .*the content of 1\n2 .*\n1 /);
    expect(JSON.parse((await release('list', '--json')).output)).toMatchObject([
      { number: 3 },
      { number: 2 },
      { number: 1 },
    ]);
    expect(await signed('refresh')).toMatchObject({
      exitCode: 0,
      output: expect.stringMatching(/^The timestamp is signed anew/),
    });

    const stick = temporaryFolder();
    expect(await signed('export', '--to', stick, '--from', '2')).toMatchObject({ exitCode: 0, errors: '' });
    const root = join(temporaryFolder(), 'root.json');
    writeFileSync(root, world.firstRoot);
    const carried = ['release', 'verify', '--repo', join(stick, 'kiosk-release'), '--export', '--root', root];
    expect(await run(carried)).toMatchObject({ exitCode: 0, output: expect.stringContaining('All holds: release 3') });
    expect(await release('verify', '--root', root)).toMatchObject({
      exitCode: 0,
      output: expect.not.stringContaining('origin'),
    });
    expect(await release('verify')).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('integrity, not origin'),
    });
    const rows = readdirSync(join(repository, 'targets/catalogue')).find((name) => name.endsWith('rows-1.zst')) ?? '';
    writeFileSync(join(repository, 'targets/catalogue', rows), 'x');
    expect(await release('verify')).toMatchObject({
      exitCode: 1,
      output: expect.stringMatching(/FAULT .*rows-1\.zst: is not what was signed/),
    });
  });

  it('says what to do where something is missing', async () => {
    const { world, release, signed } = await begun();
    expect(await signed('publish', '/nowhere')).toMatchObject({
      exitCode: 1,
      errors: expect.stringContaining('nothing at /nowhere'),
    });
    const broken = join(temporaryFolder(), 'broken.zst');
    writeFileSync(broken, 'x');
    expect(await signed('publish', broken)).toMatchObject({
      exitCode: 1,
      errors: expect.stringContaining('no snapshot'),
    });
    expect(await release('publish', broken)).toMatchObject({ exitCode: 2, errors: expect.stringContaining('--keys') });
    const nowhere = await run(['release', 'list', '--repo', temporaryFolder()]);
    expect(nowhere).toMatchObject({ exitCode: 1, errors: expect.stringContaining('kioskctl keys init') });
    rmSync(join(world.keysFolder, 'online'), { recursive: true });
    expect(await signed('refresh')).toMatchObject({
      exitCode: 1,
      errors: expect.stringMatching(/snapshot needs 1 of its 1 keys to sign, and 0 are at hand/),
    });
  });

  it.each([['keys'], ['release'], ['overlay'], ['trust']])(
    '%s has help with an example for each of its commands',
    async (name) => {
      const { output } = await run([name, '--help']);
      const commands = [...output.matchAll(/^ {2}([a-z-]+) (?:\[|<|\[options\])/gmu)].map(([, word]) => word ?? '');
      for (const command of name === 'trust' ? [[]] : commands.map((word) => [word])) {
        const help = await run([name, ...command, '--help']);
        expect(help).toMatchObject({ exitCode: 0, output: expect.stringMatching(/Examples?[^\n]*:\n {2}.*kioskctl/) });
      }
    },
  );
});

describe('kioskctl trust', () => {
  it('installs only a root that holds, with the fingerprint that was told', async () => {
    const { world } = await begun();
    const [root, data] = [join(temporaryFolder(), 'root.json'), join(temporaryFolder(), 'data')];
    const trust = (...more: string[]) => run(['trust', root, '--data-dir', data, ...more]);
    expect(await trust('--yes')).toMatchObject({ exitCode: 1, errors: expect.stringContaining('There is no file') });
    writeFileSync(root, 'x');
    expect(await trust('--yes')).toMatchObject({ exitCode: 1, errors: expect.stringContaining('no trusted root') });
    writeFileSync(root, String(world.firstRoot).replace('"threshold":2', '"threshold":1'));
    expect(await trust('--yes')).toMatchObject({
      exitCode: 1,
      errors: expect.stringContaining('not signed by enough'),
    });
    writeFileSync(root, world.firstRoot);
    expect(await trust()).toMatchObject({ exitCode: 2, errors: expect.stringContaining('--fingerprint') });
    expect(await trust('--fingerprint', 'ab'.repeat(32))).toMatchObject({
      exitCode: 1,
      errors: expect.stringContaining('another than the one given'),
    });
    expect(existsSync(data)).toBe(false);
    expect(await trust('--yes')).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining(join(data, 'trust/root.json')),
    });
    expect(await trust('--yes')).toMatchObject({ exitCode: 0, output: expect.stringContaining('already') });
    expect(statSync(data).mode & 0o777).toBe(0o700);
  });
});

const edit = (sheet: string, ...words: string[]) => run(['overlay', 'edit', sheet, ...words]);

describe('kioskctl overlay', () => {
  it('goes from an office’s key to its sheet on kiosks', async () => {
    const { world, repository, keysFolder, release, signed, keys } = await begun();
    const folder = temporaryFolder();
    const sheet = join(folder, 'sheet.json');
    expect(await edit(sheet, '--create', '--office', 'Phường Bến Thành', '--province', 'Hồ Chí Minh')).toMatchObject({
      exitCode: 0,
    });
    const introduced = await run(['overlay', 'init-office', 'ben-thanh', '--dir', folder]);
    expect(introduced).toMatchObject({ exitCode: 0, errors: '' });
    const key = join(folder, 'office-ben-thanh.key.json');
    expect(statSync(key).mode & 0o777).toBe(0o600);
    const handOver = ['overlay', 'publish', sheet, '--office', 'ben-thanh', '--key', key, '--repo', repository];
    expect(await run(handOver)).toMatchObject({
      exitCode: 1,
      errors: expect.stringContaining('not delegated anything'),
    });
    const publicFile = join(folder, 'office-ben-thanh.public.json');
    const delegated = await keys('delegate', '--office', 'ben-thanh', '--public-key', publicFile);
    expect(delegated).toMatchObject({ exitCode: 0, errors: '' });
    const keyId = /([0-9a-f]{4} ){15}[0-9a-f]{4}/u.exec(introduced.output)?.[0] ?? 'none';
    expect(delegated.output).toContain(keyId);

    await edit(sheet, '1.001193', '--set', 'counter=Quầy số 3');
    expect(await run(handOver)).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('incoming/office-ben-thanh.json'),
    });
    const client = createTufClient(repository, world.firstRoot);
    expect(await client.read('offices/ben-thanh/sheet.json')).toBeNull();
    expect(await signed('refresh')).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('The sheet of ben-thanh was taken in'),
    });
    expect(String(await client.read('offices/ben-thanh/sheet.json'))).toContain('Quầy số 3');

    await edit(sheet, '1.001193', '--set', 'counter=Quầy số 4');
    expect(await run([...handOver, '--keys', keysFolder])).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('published as version 3'),
    });
    expect(String(await client.read('offices/ben-thanh/sheet.json'))).toContain('Quầy số 4');

    const anew = temporaryFolder();
    await run(['overlay', 'init-office', 'ben-thanh', '--dir', anew, '--repo', repository]);
    const nextPublic = join(anew, 'office-ben-thanh.public.json');
    expect(await keys('rotate', '--role', 'office-ben-thanh', '--public-key', nextPublic)).toMatchObject({
      exitCode: 0,
    });
    expect(String(await client.read('offices/ben-thanh/sheet.json'))).toContain('Quầy số 4');
    expect(await run(handOver)).toMatchObject({ exitCode: 1, errors: expect.stringContaining('signed by 0/1 keys') });
    expect(await keys('delegate', '--office', 'ben-thanh', '--revoke')).toMatchObject({ exitCode: 0 });
    expect(await client.read('offices/ben-thanh/sheet.json')).toBeNull();
    expect(await release('verify')).toMatchObject({ exitCode: 0 });
  });

  it('sets and clears what the office knows of a procedure, and checks all of it', async () => {
    const sheet = join(temporaryFolder(), 'sheet.json');
    expect(await edit(sheet, '1.001193', '--set', 'counter=x')).toMatchObject({
      exitCode: 1,
      errors: expect.stringContaining('--create'),
    });
    await edit(sheet, '--create', '--office', 'Phường 1');
    expect(await edit(sheet, '--create', '--office', 'Phường 1')).toMatchObject({ exitCode: 1 });
    const set = [
      'fee=8.000 đồng một việc',
      'fee-amount=8.000',
      'decision=NQ 08/2025/NQ-HĐND',
      'aliases=khai sinh, giấy khai sinh',
      'pinned=yes',
      'note=Mang bản chính',
    ];
    const done = await edit(sheet, '1.001193', ...set.flatMap((each) => ['--set', each]));
    expect(done).toMatchObject({ exitCode: 0, output: expect.stringContaining('NQ 08/2025/NQ-HĐND') });
    const stored = () => JSON.parse(readFileSync(sheet, 'utf8'));
    expect(stored().procedures['1.001193']).toEqual({
      localFee: { text: '8.000 đồng một việc', amountVnd: 8000, decision: 'NQ 08/2025/NQ-HĐND' },
      aliases: ['khai sinh', 'giấy khai sinh'],
      pinned: true,
      note: 'Mang bản chính',
    });
    const before = readFileSync(sheet, 'utf8');
    const refused = [
      [['1.001193', '--clear', 'decision'], 1, /needs its words and the decision/],
      [['1.001193', '--set', 'hidden=perhaps'], 1, /yes or no/],
      [['1.001193', '--set', 'fee-amount=viii'], 1, /whole đồng/],
      [['1.001193', '--set', `counter=${'x'.repeat(121)}`], 1, /nothing was changed/],
      [['1.001193', '--set', 'servedAt=commune'], 2, /One of counter/],
      [['not a code', '--set', 'counter=x'], 2, /code of a procedure/],
      [['--set', 'counter=x'], 2, /need the code/],
    ] as const;
    for (const [words, exitCode, reason] of refused) {
      expect(await edit(sheet, ...words)).toMatchObject({ exitCode, errors: expect.stringMatching(reason) });
    }
    expect(readFileSync(sheet, 'utf8')).toBe(before);
    for (const what of ['fee', 'aliases', 'pinned', 'note']) await edit(sheet, '1.001193', '--clear', what);
    expect(stored().procedures).toEqual({});
  });

  it('adds notices that end, today even, and takes ended ones out', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-07-22T09:41:00+07:00') });
    const sheet = join(temporaryFolder(), 'sheet.json');
    await edit(sheet, '--create', '--office', 'Phường 1');
    const notices = () => JSON.parse(readFileSync(sheet, 'utf8')).notices;
    expect(
      await edit(
        sheet,
        '--notice',
        'Hệ thống hộ tịch tạm dừng',
        '--warning',
        '--until',
        '16:30',
        '--about',
        '1.001193',
      ),
    ).toMatchObject({
      exitCode: 0,
      output: expect.stringMatching(
        /Notice 2026-07-22-1 +\(warning\) Hệ thống hộ tịch tạm dừng – until 2026-07-22 16:30/,
      ),
    });
    expect(notices()).toEqual([
      {
        id: '2026-07-22-1',
        kind: 'warning',
        text: { vi: 'Hệ thống hộ tịch tạm dừng', en: null },
        fromMs: Date.parse('2026-07-22T09:41:00+07:00'),
        untilMs: Date.parse('2026-07-22T16:30:00+07:00'),
        procedureCodes: ['1.001193'],
      },
    ]);
    await edit(sheet, '--notice', 'Nghỉ', '--until', '2026-07-25', '--notice-id', 'nghi');
    expect(notices()[1]).toMatchObject({ id: 'nghi', untilMs: Date.parse('2026-07-26T00:00:00+07:00') });
    for (const until of ['09:00', '2026-02-30', 'tomorrow', '2026-07-21', '25:00']) {
      expect(await edit(sheet, '--notice', 'x', '--until', until)).toMatchObject({ exitCode: 1 });
    }
    expect(await edit(sheet, '--notice', 'x')).toMatchObject({
      exitCode: 2,
      errors: expect.stringContaining('--until'),
    });
    expect(await edit(sheet, '--remove-notice', 'other')).toMatchObject({
      exitCode: 1,
      errors: expect.stringContaining('2026-07-22-1, nghi'),
    });
    vi.setSystemTime(Date.parse('2026-07-22T17:00:00+07:00'));
    expect(await edit(sheet, '1.001193', '--set', 'pinned=yes')).toMatchObject({
      errors: expect.stringContaining('Taken out, as they have ended: 2026-07-22-1'),
    });
    await edit(sheet, '--remove-notice', 'nghi');
    expect(notices()).toBeUndefined();
    vi.useRealTimers();
  });
});
