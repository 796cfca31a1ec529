/** The virtual printer's answers as a client sees them that knows nothing of this project. It always calls port 9100. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { print } from 'receiptio';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PrinterState, readyState } from '../../../scripts/virtual-printer/printer-state.ts';
import { startVirtualPrinter, type VirtualPrinter } from '../../../scripts/virtual-printer/start-virtual-printer.ts';
import { readPng } from '../printing/slip-dots.ts';
import { readCodes } from './read-codes.ts';

const folder = mkdtempSync(join(tmpdir(), 'kiosk-receiptio-'));
const printer = await listenOrNothing();

async function listenOrNothing(): Promise<VirtualPrinter | null> {
  try {
    return await startVirtualPrinter({ port: 9100, outputFolder: folder });
  } catch {
    // Another program has the port.
    return null;
  }
}

afterAll(async () => {
  await printer?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(printer === null)('receiptio (port 9100 must be free)', () => {
  beforeEach(() => printer?.set(readyState));
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each<readonly [Partial<PrinterState>, string]>([
    [{}, 'online'],
    [{ paper: 'near-end' }, 'online'],
    [{ paper: 'out' }, 'paperempty'],
    [{ coverOpen: true }, 'coveropen'],
    [{ cutter: 'jammed' }, 'error'],
    [{ error: 'unrecoverable' }, 'error'],
  ])('asks %o: %s', async (state, answer) => {
    printer?.set(state);
    expect(await print('', '-d 127.0.0.1 -q')).toBe(answer);
  });

  it.each<Partial<PrinterState>>([{ answers: false }, { reads: false }])('gives up on %o: offline', async (state) => {
    printer?.set(state);
    const before = printer?.connections.length ?? 0;
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] });
    const answer = print('', '-d 127.0.0.1 -q');
    await vi.waitUntil(() => (printer?.connections.length ?? 0) > before);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await answer).toBe('offline');
  });

  it('cannot reach one that refuses', async () => {
    printer?.set({ reachable: false });
    expect(await print('', '-d 127.0.0.1 -q')).toBe('disconnect');
  });

  it.each(['generic', 'epson', 'escpos'])(
    'prints as %s, told by itself of each change, and hears the end',
    async (as) => {
      const document = '^^Phieu\n{code:https://dichvucong.gov.vn/1.001193;option:qrcode,4,m}\n';
      const unknownBefore = printer?.unknownCommands;
      const slipsBefore = printer?.slipsCut ?? 0;
      expect(await print(document, `-d 127.0.0.1 -p ${as} -c 48`)).toBe('success');
      const slip = readPng(readFileSync((await printer?.slip(slipsBefore + 1)) ?? ''));
      expect(await readCodes(slip)).toEqual(['QRCode https://dichvucong.gov.vn/1.001193']);
      expect(printer?.unknownCommands).toBe(unknownBefore);
    },
  );

  it('finds out by itself what printer it is', async () => {
    expect(await print('Phieu\n', '-d 127.0.0.1 -c 48')).toBe('success');
  });

  it.each<readonly [Partial<PrinterState>, string]>([
    [{ paper: 'out' }, 'paperempty'],
    [{ coverOpen: true }, 'coveropen'],
    [{ cutter: 'jams' }, 'error'],
  ])('hears in the middle of a job of %o: %s', async (set, answer) => {
    if ('cutter' in set) {
      printer?.set(set);
    } else {
      printer?.faultAt({ rows: 10 }, { set });
    }
    expect(await print('^^Phieu\n\n\n', '-d 127.0.0.1 -c 48')).toBe(answer);
    printer?.powerCycle();
  });
});
