/** What IT staff see of a reader in the terminal: kinds as they come, fields only where they ask for them, and a clean end. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { watchKioskReader } from '../../../main/cli/watch-kiosk-reader.ts';
import type { ReaderNews } from '../../../main/cli/watched-reader.ts';
import type { ReaderOverview, ScanKind } from '../../../main/contract/scanning.ts';
import { startVirtualScanner } from '../../../scripts/virtual-scanner/virtual-scanner.ts';
import { payloads } from '../../fixtures/scanning-payloads.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { openDescriptors } from '../printing/transport-fixtures.ts';
import { run } from './run-in-process.ts';

async function monitored(options: readonly string[], kinds: readonly ScanKind[]) {
  const scanner = await startVirtualScanner({ port: 0 });
  onTestFinished(() => scanner.close());
  const before = openDescriptors();
  const interruption = new AbortController();
  let isHeard = false;
  const relay = { heardAll: Promise.withResolvers<void>() };
  const running = run(['scanner', 'monitor', '--target', `virtual:${scanner.port}`, ...options], '', {
    interrupted: interruption.signal,
    onOutput: (output) => {
      if (!isHeard && output.includes('connected')) {
        isHeard = true;
        for (const kind of kinds) {
          scanner.scan(payloads[kind].text);
        }
      }
      if (output.includes(kinds.at(-1) ?? '')) {
        relay.heardAll.resolve();
      }
    },
  });
  await relay.heardAll.promise;
  interruption.abort();
  const ended = await running;
  await vi.waitFor(() => expect(openDescriptors()).toBe(before));
  return ended;
}

const overview = (
  scansSinceStart: number,
  kinds: readonly ScanKind[],
  changes: Partial<ReaderOverview> = {},
): ReaderOverview => ({
  target: 'serial:/dev/ttyACM0',
  status: { state: 'connected', sinceMs: 5 },
  trouble: null,
  unplugged: 0,
  scansSinceStart,
  recent: kinds.map((kind, index) => ({ kind, atMs: 100 - index })),
  ...changes,
});

describe('kioskctl scanner monitor (a reader no kiosk has)', () => {
  it('tells kinds, and nothing of what stands there', async () => {
    const kinds: ScanKind[] = ['citizen-card', 'bhyt-card', 'dossier', 'staff-badge'];
    const { exitCode, output, errors } = await monitored([], kinds);
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
    expect(output.match(/ {2}(?:citizen-card|bhyt-card|dossier|staff-badge)$/gmu)).toHaveLength(4);
    for (const secret of kinds.flatMap((kind) => payloads[kind].secrets)) {
      expect(output).not.toContain(secret);
    }
  });

  it('tells fields where it is asked to', async () => {
    const { output } = await monitored(['--show-fields'], ['citizen-card', 'procedure']);
    expect(output).toMatch(/Identity number +079304000123/u);
  });

  it('tells a line of JSON each', async () => {
    const { output } = await monitored(['--json', '--show-fields'], ['ticket', 'procedure']);
    const lines: unknown[] = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { news: 'state', state: 'connected', trouble: null },
      { news: 'scan', kind: 'ticket', scan: { kind: 'ticket', day: '2026-07-22', number: 'A012' } },
      { news: 'scan', kind: 'procedure' },
    ]);
  });

  it('ends after so long, and says why there is no reader', async () => {
    const { exitCode, output } = await run([
      'scanner',
      'monitor',
      '--target',
      'serial:/dev/no-reader',
      '--seconds',
      '0.2',
    ]);
    expect(exitCode).toBe(0);
    expect(output).toContain('not connected: The serial port /dev/no-reader is not there');
  });

  it.each([
    [['--target', 'usb:'], 1, 'is not understood'],
    [['--seconds', 'soon'], 2, 'seconds from 1'],
  ])('is used wrongly with %j', async (options, exitCode, words) => {
    const ended = await run(['scanner', 'monitor', ...options]);
    expect(ended).toMatchObject({ exitCode, output: '' });
    expect(ended.errors).toContain(words);
  });

  it.each([
    [null, 'names no reader'],
    ['keyboard', 'heard by the page alone'],
  ])('has nothing to open where the configuration says %j', async (target, words) => {
    const config = join(temporaryFolder(), 'site.json');
    writeFileSync(config, JSON.stringify({ office: { name: 'Phường Thử' }, reader: { target } }));
    const { exitCode, errors } = await run(['scanner', 'monitor', '--config', config]);
    expect(exitCode).toBe(1);
    expect(errors).toContain(words);
  });
});

describe('kioskctl scanner monitor (a running kiosk)', () => {
  it('tells what is new since the last question, in its order, also after a restart', async () => {
    const answers = [
      overview(7, ['dossier']),
      overview(7, ['dossier']),
      overview(9, ['ticket', 'citizen-card', 'dossier']),
      overview(9, ['ticket'], { status: { state: 'unplugged', sinceMs: 50 }, trouble: 'It was unplugged.' }),
      overview(1, ['unknown']),
    ];
    const end = new AbortController();
    const told: ReaderNews[] = [];
    await watchKioskReader({
      ask: () => {
        const [answer = overview(1, [])] = answers.splice(0, 1);
        if (answers.length === 0) {
          end.abort();
        }
        return Promise.resolve(answer);
      },
      pause: () => Promise.resolve(),
      signal: end.signal,
      tell: (news) => {
        told.push(news);
        return Promise.resolve();
      },
    });
    expect(told.map((news) => (news.news === 'scan' ? news.kind : `${news.state} ${news.trouble}`))).toEqual([
      'connected null',
      'citizen-card',
      'ticket',
      'unplugged It was unplugged.',
      'connected null',
      'unknown',
    ]);
  });
});
