/** The readers there are, each with the bytes it brings, its cable pulled and plugged in, and nothing left behind. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScannerSource } from '../../../main/adapters/scanning/create-scanner-source.ts';
import { openRelay } from '../../../scripts/virtual-scanner/relay.ts';
import { sendScan } from '../../../scripts/virtual-scanner/send-scan.ts';
import {
  type ScannerInHand,
  startVirtualScanner,
  startVirtualScannerAt,
} from '../../../scripts/virtual-scanner/virtual-scanner.ts';
import { hasSocat, plugIn } from '../../fixtures/printing/pseudo-terminal.ts';
import { openDescriptors } from '../printing/transport-fixtures.ts';

const isLinux = process.platform === 'linux';
const hasScript = isLinux && spawnSync('script', ['--version']).status === 0;
const isRoot = process.getuid?.() === 0;
const cleanUps: (() => Promise<void> | void)[] = [];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kiosk-reader-'));
});
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) {
    await cleanUp();
  }
  rmSync(folder, { recursive: true, force: true });
});

/** Waits for a plug a hundredth of what a kiosk would. */
function quickly(delayMs: number, action: () => void): () => void {
  const timer = setTimeout(action, delayMs / 100);
  return () => clearTimeout(timer);
}

function listenTo(target: string) {
  const source = createScannerSource(target, quickly);
  const told: [boolean, string | null][] = [];
  let bytes = '';
  source.start({
    onBytes: (piece) => {
      bytes += Buffer.from(piece).toString();
    },
    onConnected: (isConnected, reason) => told.push([isConnected, reason]),
  });
  cleanUps.push(() => source.stop());
  const until = (isConnected: boolean) =>
    vi.waitFor(() => expect(told.at(-1)?.[0]).toBe(isConnected), { timeout: 10_000, interval: 10 });
  const heard = (text: string) => vi.waitFor(() => expect(bytes).toBe(text), { timeout: 10_000, interval: 5 });
  return { source, told, until, heard };
}

interface Way {
  readonly target: string;
  readonly plugIn: () => Promise<ScannerInHand>;
}

const ways: Readonly<Record<string, () => Promise<Way>>> = {
  'virtual:<port>': async () => {
    const { port, close } = await startVirtualScanner({ port: 0 });
    await close();
    return { target: `virtual:${port}`, plugIn: () => startVirtualScanner({ port }) };
  },
  'virtual:/path (a UNIX socket)': () => {
    const path = join(folder, 'reader');
    return Promise.resolve({
      target: `virtual:${path}`,
      plugIn: async () => {
        const { send, close } = await openRelay({ path });
        return { send, close, scan: (payload) => send(Buffer.from(`${payload}\r`)) };
      },
    });
  },
  ...(hasScript && {
    'virtual:/path (a pseudo-terminal)': () => {
      const path = join(folder, 'reader');
      return Promise.resolve({ target: `virtual:${path}`, plugIn: () => startVirtualScannerAt(path) });
    },
  }),
  ...(hasSocat && {
    'serial:/path (a pseudo-terminal by socat)': () => {
      const path = join(folder, 'ttyACM0');
      const inHand = async (): Promise<ScannerInHand> => {
        const terminal = await plugIn(path);
        const send = (bytes: Uint8Array): void => terminal.say(bytes);
        return { send, close: () => terminal.unplug(), scan: (payload) => send(Buffer.from(`${payload}\r`)) };
      };
      return Promise.resolve({ target: `serial:${path}?baud=115200&parity=even`, plugIn: inHand });
    },
  }),
};

describe.runIf(isLinux).each(Object.entries(ways))('%s', (_name, way) => {
  it('brings what is scanned, is a state while it is unplugged, and is found again', async () => {
    const { target, plugIn: plug } = await way();
    const { told, until, heard, source } = listenTo(target);
    await until(false);
    const first = await plug();
    await until(true);
    expect(source.isPresent()).toBe(true);
    first.scan('một');
    await heard('một\r');
    await first.close();
    await until(false);
    expect(source.isPresent()).toBe(false);
    const second = await plug();
    cleanUps.push(() => second.close());
    await until(true);
    second.scan('hai');
    await heard('một\rhai\r');
    const [[isFirst, reason] = [true, null]] = told;
    expect([isFirst, reason]).toEqual([false, expect.stringMatching(/is not there|No virtual reader/u)]);
  });

  it('leaves nothing behind', async () => {
    const { target, plugIn: plug } = await way();
    const scanner = await plug();
    const before = openDescriptors();
    const { source, until } = listenTo(target);
    await until(true);
    await source.stop();
    await vi.waitFor(() => expect(openDescriptors()).toBe(before));
    await scanner.close();
  });
});

describe.runIf(isLinux)('serial: (no port)', () => {
  it('says why there is none', async () => {
    const path = join(folder, 'ttyACM0');
    const { told, until } = listenTo(`serial:${path}`);
    await until(false);
    writeFileSync(path, '');
    await vi.waitFor(() => expect(told.at(-1)?.[1]).toContain('is no serial port'));
    expect(told[0]?.[1]).toContain('is not there');
  });

  it('says that a device is no port', async () => {
    const { told, until } = listenTo('serial:/dev/null');
    await until(false);
    expect(told[0]?.[1]).toContain('cannot be opened');
  });

  it.skipIf(isRoot || !hasSocat)('says that this user may not open it (skipped for root, who may)', async () => {
    const path = join(folder, 'ttyACM0');
    const terminal = await plugIn(path);
    cleanUps.push(() => terminal.unplug());
    chmodSync(path, 0);
    const { told, until } = listenTo(`serial:${path}`);
    await until(false);
    expect(told[0]?.[1]).toContain('dialout');
  });
});

describe.runIf(hasSocat)('serial: (its line)', () => {
  it('is set as the target says', async () => {
    const path = join(folder, 'ttyACM0');
    const terminal = await plugIn(path);
    cleanUps.push(() => terminal.unplug());
    const { until } = listenTo(`serial:${path}?baud=19200&stop=2&parity=odd`);
    await until(true);
    const { stdout } = spawnSync('stty', ['-F', path, '-a'], { encoding: 'utf8' });
    expect(stdout).toMatch(/speed 19200 baud/u);
    expect(stdout).toMatch(/(?<!-)cstopb/u);
    expect(stdout).toMatch(/(?<!-)parodd/u);
  });
});

describe('npm run scan', () => {
  const pieces = [Buffer.from('1.00'), Buffer.from('1193\r')];

  it('is heard by the kiosk, in the pieces it is cut in', async () => {
    const scanner = await startVirtualScanner({ port: 0 });
    cleanUps.push(() => scanner.close());
    const target = { kind: 'virtual', port: scanner.port } as const;
    const { until, heard } = listenTo(`virtual:${scanner.port}`);
    await until(true);
    expect(await sendScan({ target, pieces, gapMs: 1 })).toBeNull();
    await heard('1.001193\r');
  });

  it.runIf(hasScript)('reaches a pseudo-terminal too', async () => {
    const path = join(folder, 'reader');
    const scanner = await startVirtualScannerAt(path);
    cleanUps.push(() => scanner.close());
    const { until, heard } = listenTo(`serial:${path}`);
    await until(true);
    expect(await sendScan({ target: { kind: 'virtual-path', path }, pieces, gapMs: 1 })).toBeNull();
    await heard('1.001193\r');
  });

  it('says that no reader runs, or that no kiosk listens', async () => {
    const scanner = await startVirtualScanner({ port: 0 });
    const target = { kind: 'virtual', port: scanner.port } as const;
    // Another one who scans is nobody who listens.
    const another = connect({ host: '127.0.0.1', port: scanner.port });
    another.write('x');
    cleanUps.push(() => void another.destroy());
    expect(await sendScan({ target, pieces, gapMs: 0 })).toMatch(/no kiosk listens/u);
    await scanner.close();
    expect(await sendScan({ target, pieces, gapMs: 0 })).toMatch(/Start the kiosk first/u);
  });
});
