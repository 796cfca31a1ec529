/**
 * A whole core that is killed again and again while it takes one release after the other, each time in another phase. It starts, shows
 * what it had taken or what it was about to take, whole and searchable, and leaves nothing behind that grows.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { createAttackerRepository } from '../fakes/attacker-repository.ts';
import { addRelease } from '../fakes/publish-release.ts';
import { serveRepository } from '../fakes/serve-repository.ts';
import { createDice } from './create-dice.ts';
import { folderInMemory } from './folder-in-memory.ts';
import { releaseRows, titleOfRelease, writeBundledCatalogue } from './release-rows.ts';
import { tellCounts } from './tell-counts.ts';

const isWhole = process.env['KIOSK_FAULTS'] === 'all';
const kills = isWhole ? 100 : 8;
const program = join(import.meta.dirname, 'take-updates.ts');
/** Where it is killed, one after the other; `ready` is before anything is asked for. */
const moments = ['checking', 'downloading', 'building', 'building', 'building', 'trial', 'start', 'took'] as const;
/** Files of all that may lie under releases/ at a start: three releases of five files each, metadata, downloads. */
const mostFiles = 40;

interface Life {
  readonly lines: readonly string[];
  readonly errors: string;
  readonly end: string;
}

/** Killed so many milliseconds after the first line that begins with `moment`; null: it is told to finish. */
function live(
  folders: readonly string[],
  kill: { readonly moment: string; readonly afterMs: number } | null,
): Promise<Life> {
  const { promise, resolve, reject } = Promise.withResolvers<Life>();
  const order = kill === null ? ['finish'] : [];
  const core = spawn(process.execPath, [program, ...folders, ...order], { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  let errors = '';
  let isMarked = false;
  createInterface({ input: core.stdout }).on('line', (line) => {
    lines.push(line);
    if (kill !== null && !isMarked && line.replace('phase ', '').startsWith(kill.moment)) {
      isMarked = true;
      setTimeout(() => core.kill('SIGKILL'), kill.afterMs);
    }
  });
  core.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  core.on('error', reject);
  core.on('close', (code, signal) => resolve({ lines, errors, end: signal ?? `exit code ${code}` }));
  return promise;
}

describe('a core that is killed at random while it takes updates', { timeout: 600_000 }, () => {
  it(`starts, shows a whole release, never an older one, and gathers no leftovers (${kills} kills)`, async () => {
    const folder = folderInMemory();
    const nowMs = Date.now();
    const repository = createAttackerRepository({ nowMs });
    const served = await serveRepository(repository.files);
    const data = join(folder, 'data');
    mkdirSync(join(data, 'trust'), { recursive: true });
    writeFileSync(join(data, 'trust', 'root.json'), repository.trustedRoot);
    const site = JSON.parse(readFileSync('data/site.json', 'utf8')) as Record<string, unknown>;
    const configuration = join(folder, 'site.json');
    const changes = {
      printer: { target: null },
      reader: { target: null },
      queue: { services: [] },
      catalogue: { profile: 'all' },
      updates: { url: served.url },
    };
    writeFileSync(configuration, JSON.stringify({ ...site, ...changes }));
    const folders = [configuration, writeBundledCatalogue(join(folder, 'bundled'), 0), data];

    const publish = (number: number): void => {
      const former = number === 1 ? null : { number: number - 1, rows: releaseRows(number - 1) };
      addRelease(repository, { number, rows: releaseRows(number), former, publishedAtMs: nowMs });
      repository.signAll();
    };
    const dice = createDice(6);
    const counts = new Map<string, number>();
    let took = 0;
    let wasOnTrial = false;
    const judge = (life: Life, published: number): void => {
      const [, number = '', title] =
        /^start (\d+) (.*)$/u.exec(life.lines.find((line) => line.startsWith('start')) ?? '') ?? [];
      // What it said that it had taken is never lost; what was on its way may be there.
      expect(Number(number)).toBeGreaterThanOrEqual(took);
      expect(Number(number)).toBeLessThanOrEqual(published);
      expect(title).toBe(titleOfRelease(Number(number)));
      const [, lies = ''] = /^lies (\d+)$/u.exec(life.lines.find((line) => line.startsWith('lies')) ?? '') ?? [];
      expect(Number(lies)).toBeLessThan(mostFiles);
      took = Math.max(took, Number(number), ...life.lines.map((line) => Number(/^took (\d+)$/u.exec(line)?.[1] ?? 0)));
    };
    for (let kill = 1; kill <= kills; kill += 1) {
      publish(kill);
      const moment = moments[kill % moments.length] ?? 'building';
      const life = await live(folders, { moment, afterMs: dice.throw(moment === 'building' ? 60 : 10) });
      expect([life.end, life.errors]).toEqual(['SIGKILL', '']);
      judge(life, kill);
      // A trial that was cut off is told at the next start, and only then.
      expect(life.lines.includes('unacknowledged')).toBe(wasOnTrial);
      wasOnTrial = life.lines.findLast((line) => /^(?:phase|took)/u.test(line)) === 'phase trial';
      counts.set(moment, (counts.get(moment) ?? 0) + 1);
    }
    // What was cut off on trial is refused for good; the next release is not.
    publish(kills + 1);
    const last = await live(folders, null);
    expect([last.end, last.errors]).toEqual(['exit code 0', '']);
    judge(last, kills + 1);
    expect(took).toBe(kills + 1);
    expect(last.lines.at(-1)).toBe('done');
    tellCounts(`${kills} kills of an update`, counts);
  });
});
