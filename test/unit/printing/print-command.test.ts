/** `kioskctl print` from the terminal's side; the virtual printer stands in for the real one. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startVirtualPrinter } from '../../../scripts/virtual-printer/start-virtual-printer.ts';
import { entriesFolder } from '../catalogue/build-fixtures.ts';
import { run } from '../cli/run-in-process.ts';
import { readPng, readQrCodes } from './slip-dots.ts';

let folder = '';
let catalogue = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kiosk-print-'));
  catalogue = join(folder, 'catalogue');
  expect((await run(['catalogue', 'build', entriesFolder, '--out', catalogue])).errors).toBe('');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const print = (...words: string[]) => run(['print', 'checklist', ...words, '--catalogue', catalogue]);

describe('kioskctl print checklist', () => {
  it('prints, and writes the same slip as a picture with a code that reads back to the link', async () => {
    const printer = await startVirtualPrinter({ port: 0, outputFolder: join(folder, 'slips') });
    try {
      const png = join(folder, 'slip.png');
      const done = await print('9.000001', '--to', `tcp://127.0.0.1:${printer.port}`, '--png', png, '--width', '384');
      expect(done).toMatchObject({ exitCode: 0, errors: '' });
      expect(done.output).toMatch(/^wrote .*slip\.png, printed to tcp:.* \(384 dots, \d+ mm\)\n$/u);
      const slip = readFileSync(await printer.slip(1));
      expect(await readQrCodes(slip)).toEqual([expect.stringMatching(/^https:.*ma_thu_tuc=9\.000001$/u)]);
      expect(await readQrCodes(readFileSync(png))).toEqual(await readQrCodes(slip));
      expect(readPng(readFileSync(png)).widthDots).toBe(384);
    } finally {
      await printer.close();
    }
  });

  it('prints the papers of one case only', async () => {
    const all = await print('9.000002', '--png', join(folder, 'all.png'));
    const one = await print('9.000002', '--case', '1', '--png', join(folder, 'one.png'));
    expect([all.exitCode, one.exitCode]).toEqual([0, 0]);
    expect(readFileSync(join(folder, 'one.png')).equals(readFileSync(join(folder, 'all.png')))).toBe(false);
  });

  it('writes the bytes into a file', async () => {
    const path = join(folder, 'slip.bin');
    expect((await print('9.000001', '--to', `file:${path}`)).exitCode).toBe(0);
    expect(readFileSync(path).subarray(0, 2)).toEqual(Buffer.of(0x1b, 0x40));
  });

  it.each([
    [['9.000001'], 'Say where the slip goes'],
    [['9.000001', '--to', 'lp0'], 'expected tcp://host:port'],
    [['9.999999', '--to', 'file:x'], 'holds no procedure "9.999999"'],
    [['9.000002', '--case', '9', '--png', 'x.png'], 'has no case 9; its cases:\n  1  '],
    [['9.000001', '--png', '/dev/null/x.png'], 'could not be written'],
    [['9.000001', '--to', 'tcp://127.0.0.1:1'], 'cannot be reached'],
    [['9.000001', '--to', 'file:/dev/lp0'], 'is a device, not a file'],
  ])('fails on %j and says why', async (words, message) => {
    const done = await print(...words);
    expect(done).toMatchObject({ exitCode: 1, output: '' });
    expect(done.errors).toContain(message);
  });

  it('says what the printer waits for, and goes on when it has it', async () => {
    const printer = await startVirtualPrinter({ port: 0, outputFolder: join(folder, 'late'), state: { paper: 'out' } });
    try {
      const words = ['print', 'checklist', '9.000001', '--to', `tcp://127.0.0.1:${printer.port}`];
      const done = await run([...words, '--catalogue', catalogue], '', {
        onNotice: () => printer.set({ paper: 'ok' }),
      });
      expect(done).toMatchObject({ exitCode: 0, errors: expect.stringContaining('The printer has no paper; waiting') });
      expect(await printer.slip(1)).toMatch(/png$/);
    } finally {
      await printer.close();
    }
  });

  it('gives up at Ctrl-C, and nothing comes out later', async () => {
    const printer = await startVirtualPrinter({ port: 0, outputFolder: join(folder, 'none'), state: { paper: 'out' } });
    try {
      const interruption = new AbortController();
      const words = ['print', 'checklist', '9.000001', '--to', `tcp://127.0.0.1:${printer.port}`];
      const done = await run([...words, '--catalogue', catalogue], '', {
        onNotice: () => interruption.abort(),
        interrupted: interruption.signal,
      });
      expect(done).toMatchObject({ exitCode: 1, output: '' });
      expect(done.errors).toContain('Nothing was printed: It was called off.');
      printer.set({ paper: 'ok' });
      await printer.written();
      expect([printer.slipsCut, printer.paper.hangingRows]).toEqual([0, 0]);
    } finally {
      await printer.close();
    }
  });

  it('empties the printer at Ctrl-C of what it was given', async () => {
    const printer = await startVirtualPrinter({ port: 0, outputFolder: join(folder, 'half') });
    try {
      printer.faultAt({ rows: 300 }, 'paper-out');
      const interruption = new AbortController();
      const words = ['print', 'checklist', '9.000001', '--profile', 'epson-tm-t82'];
      const done = await run([...words, '--to', `tcp://127.0.0.1:${printer.port}`, '--catalogue', catalogue], '', {
        onNotice: () => interruption.abort(),
        interrupted: interruption.signal,
      });
      expect(done.errors).toContain('Nothing was printed: It was called off.');
      printer.set({ paper: 'ok' });
      await printer.written();
      expect([printer.slipsCut, printer.bufferedBytes]).toEqual([0, 0]);
    } finally {
      await printer.close();
    }
  });
});
