/** A reader's cable, pulled in the middle of a scan and plugged in again, ten times: no half scan is ever told, every whole one is. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createScannerSource } from '../../main/adapters/scanning/create-scanner-source.ts';
import type { ReaderStatus } from '../../main/contract/reader-status.ts';
import type { ScanNotice } from '../../main/contract/scanning.ts';
import { readerSchema } from '../../main/core/configuration/reader-schema.ts';
import type { Emit } from '../../main/core/handlers.ts';
import { classifyScan } from '../../main/core/scanning/classify-scan.ts';
import { createScanning } from '../../main/core/scanning/create-scanning.ts';
import {
  type ScannerInHand,
  startVirtualScanner,
  startVirtualScannerAt,
} from '../../scripts/virtual-scanner/virtual-scanner.ts';
import { createRecordingLogger } from '../fakes/recording-logger.ts';
import { folderInMemory } from './folder-in-memory.ts';

const hasScript = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;
const times = 10;
/** Longer than it takes, also on a busy machine, to pull a plug that is made of processes. */
const idleGapMs = 400;
/** The half of it is a dossier code too, of somebody else's dossier. */
const whole = '000.00.01.H29-240115-000123';
const half = whole.slice(0, -2);

/** Plugs are waited for a twentieth of the time; scans are framed in real time. */
function quickly(delayMs: number, action: () => void): () => void {
  const timer = setTimeout(action, delayMs > idleGapMs ? delayMs / 20 : delayMs);
  return () => clearTimeout(timer);
}

function kioskAt(target: string) {
  const notices: ScanNotice[] = [];
  const states: ReaderStatus['state'][] = [];
  const logger = createRecordingLogger();
  const emit: Emit = (event, payload) => {
    if (event === 'scan.received') {
      notices.push(payload as ScanNotice);
    } else if (event === 'reader.changed') {
      states.push((payload as ReaderStatus).state);
    }
  };
  const scanning = createScanning({
    source: createScannerSource(target, quickly),
    configuration: readerSchema.parse({ target, idleGapMs }),
    classify: (text) =>
      classifyScan(text, { portalLinkTemplate: 'https://portal.example/{code}', portalUrl: null, today: '2026-07-22' }),
    emit,
    clock: { nowMs: () => Date.now() },
    logger,
    schedule: quickly,
  });
  onTestFinished(() => scanning.close());
  const until = (state: ReaderStatus['state']) =>
    vi.waitFor(() => expect(scanning.status().state).toBe(state), { timeout: 20_000, interval: 5 });
  return { scanning, notices, states, logger, until };
}

const ways: Readonly<Record<string, () => Promise<{ target: string; plugIn: () => Promise<ScannerInHand> }>>> = {
  'a socket': async () => {
    const { port, close } = await startVirtualScanner({ port: 0 });
    await close();
    return { target: `virtual:${port}`, plugIn: () => startVirtualScanner({ port }) };
  },
  ...(hasScript && {
    'a pseudo-terminal (needs script of bsdutils)': () => {
      const path = join(folderInMemory(), 'reader');
      return Promise.resolve({ target: `serial:${path}`, plugIn: () => startVirtualScannerAt(path) });
    },
  }),
};

describe.each(Object.entries(ways))('a reader at %s', { timeout: 120_000 }, (_name, way) => {
  it.each([
    ['with terminators', { terminator: 'cr' }],
    ['that ends its scans with silence', { terminator: 'none' }],
  ] as const)('%s, pulled out in the middle of ten scans', async (_what, how) => {
    const { target, plugIn } = await way();
    const { notices, states, until, logger } = kioskAt(target);
    for (let time = 1; time <= times; time += 1) {
      const scanner = await plugIn();
      await until('connected');
      scanner.scan(whole, how);
      await vi.waitFor(() => expect(notices).toHaveLength(time), { timeout: 10_000, interval: 5 });
      scanner.send(Buffer.from(half));
      // Now and then the half has arrived when the cable goes, now and then it goes with the cable.
      await wait((time % 3) * 15);
      await scanner.close();
      await until('unplugged');
    }
    await wait(2 * idleGapMs);
    expect(notices).toEqual(Array.from({ length: times }, () => ({ kind: 'dossier', dossierCode: whole })));
    expect(states).toEqual(Array.from({ length: times }, () => ['connected', 'unplugged']).flat());
    expect(JSON.stringify(logger.entries)).not.toContain('240115');
  });

  it('costs next to nothing while it is unplugged', async () => {
    const { target, plugIn } = await way();
    const { until } = kioskAt(target);
    const scanner = await plugIn();
    await until('connected');
    scanner.send(Buffer.from(half));
    await scanner.close();
    await until('unplugged');
    const before = process.cpuUsage();
    await wait(1_000);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000_000).toBeLessThan(0.25);
  });
});
