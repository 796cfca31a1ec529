/** `kioskctl print` from the terminal's side; the virtual printer stands in for the real one. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BanksObject } from 'vietnam-qr-pay';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinSlips } from '../../../main/cli/print/join-slips.ts';
import type { SlipImage } from '../../../main/core/ports.ts';
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
const printed = (name: string) => readPng(readFileSync(join(folder, name)));

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

  it('prints several procedures, each on a slip of its own with a number in its name', async () => {
    const done = await print('9.000001', '9.000002', '--png', join(folder, 'many.png'));
    expect(done).toMatchObject({ exitCode: 0, errors: '' });
    expect(done.output).toMatch(/many-1\.png, .*many-2\.png \(576 dots, \d+ mm\)/u);
    expect(await readQrCodes(readFileSync(join(folder, 'many-2.png')))).toEqual([
      expect.stringMatching(/ma_thu_tuc=9\.000002$/u),
    ]);
  });

  it('takes the width from the profile, unless it is named', async () => {
    await print('9.000001', '--png', join(folder, 'narrow.png'), '--profile', 'generic-58');
    await print('9.000001', '--png', join(folder, 'wide.png'), '--profile', 'generic-58', '--width', '576');
    expect([printed('narrow.png').widthDots, printed('wide.png').widthDots]).toEqual([384, 576]);
  });

  it('prints larger letters where they are asked for', async () => {
    await print('9.000001', '--png', join(folder, 'usual.png'));
    await print('9.000001', '--png', join(folder, 'large.png'), '--large');
    expect(printed('large.png').heightDots).toBeGreaterThan(1.3 * printed('usual.png').heightDots);
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
    [['9.000001', '9.000002', '--case', '1', '--png', 'x.png'], '--case belongs to one procedure'],
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

describe('kioskctl print of what comes from outside', () => {
  const slips = [
    ['ticket', [], 'TICKET:2026-11-24:A005'],
    ['appointment', [], 'APPOINTMENT:K7MQ2XW9TB'],
    ['dossier', [], 'H29.79.1-261124-AB0012'],
    ['dossier', ['status'], 'H29.79.1-261124-AB0012'],
    ['apology', [], 'H29.79.1-261124-AB0012'],
    ['update-report', [], null],
  ] as const;

  it.each(slips)('prints its own example of a %s %j', async (slip, name, code) => {
    const example = await run(['print', slip, '--example', ...name]);
    expect(example).toMatchObject({ exitCode: 0, errors: '' });
    const png = join(folder, 'data.png');
    const done = await run(['print', slip, '--data', '-', '--png', png], example.output);
    expect(done).toMatchObject({ exitCode: 0, errors: '' });
    const expected = code === null ? [] : [code];
    expect(await readQrCodes(readFileSync(png))).toEqual(expected);
  });

  it('prints a sample of a payment slip, whose bank there is not', async () => {
    const png = join(folder, 'sample.png');
    expect(await run(['print', 'payment', '--example', '--png', png])).toMatchObject({ exitCode: 0, errors: '' });
    expect(await readQrCodes(readFileSync(png))).toEqual([
      expect.stringMatching(/^00020101021238.*0006999999.*4DEE$/u),
    ]);
    expect(Object.values(BanksObject).map(({ bin }) => bin)).not.toContain('999999');
    expect((await run(['print', 'payment', '--help'])).output).not.toContain('--data');
  });

  it('prints a ticket with the papers of a procedure below it', async () => {
    const { output } = await run(['print', 'ticket', '--example']);
    const png = join(folder, 'both.png');
    const words = ['print', 'ticket', '--data', '-', '--checklist', '9.000001', '--catalogue', catalogue];
    expect(await run([...words, '--png', png], output)).toMatchObject({ exitCode: 0, errors: '' });
    expect(await readQrCodes(readFileSync(png))).toEqual([
      'TICKET:2026-11-24:A005',
      expect.stringMatching(/9\.000001$/u),
    ]);
  });

  it('prints a test page', async () => {
    const done = await run(['print', 'test-page', '--png', join(folder, 'test.png'), '--language', 'en']);
    expect(done).toMatchObject({ exitCode: 0, errors: '' });
    expect(await readQrCodes(readFileSync(join(folder, 'test.png')))).toEqual(['KIOSK-TEST']);
  });

  it('names the life events there are where it is asked for another', async () => {
    const done = await run(['print', 'life-event', 'lam-nha', '--png', 'x.png', '--catalogue', catalogue]);
    expect(done).toMatchObject({ exitCode: 1, output: '' });
    expect(done.errors).toContain('holds no life event "lam-nha"; it has none.');
  });

  it.each([
    [['apology'], '', 1, 'Say what stands on the slip: --data <file>'],
    [['apology', '--data', '/nowhere.json', '--png', 'x.png'], '', 1, '/nowhere.json cannot be read'],
    [['apology', '--data', '-', '--png', 'x.png'], '{"to": "Bà Mẫu",', 1, '- is not valid JSON'],
    [['apology', '--data', '-', '--png', 'x.png'], '{"too": 1}', 1, 'too: no such field; check its spelling.'],
    [['dossier', '--data', '-', '--png', 'x.png'], '{"form": "04"}', 1, 'form: "form" must be "receipt" or "status".'],
    [['payment', '--data', 'x.json', '--png', 'x.png'], '', 1, 'A payment slip is never made from a file'],
    [['payment', '--png', 'x.png'], '', 1, 'Only a sample can be printed here: --example.'],
    [['payment', '--example'], '', 1, 'Say where the slip goes'],
    [['test-page'], '', 1, 'Say where the slip goes'],
    [['test-page', '--copies', '21', '--png', 'x.png'], '', 2, 'A number from 1 to 20 is expected.'],
    [['test-page', '--width', '500', '--png', 'x.png'], '', 2, 'Allowed choices are 576, 384'],
    [['test-page', '--profile', 'lp', '--png', 'x.png'], '', 2, 'Allowed choices are generic-80'],
    [['poster'], '', 2, "unknown command 'poster'"],
  ])('fails on %j with %s and says why', async (words, input, exitCode, message) => {
    const done = await run(['print', ...words], input);
    expect(done).toMatchObject({ exitCode, output: '' });
    expect(done.errors).toContain(message);
  });

  it('never repeats what stands in a file that is wrong', async () => {
    const facts = '{"to": "Bà Nguyễn Thị Mẫu", "reason": 5, "dossierCode": "mã bí mật"}';
    const done = await run(['print', 'apology', '--data', '-', '--png', 'x.png'], facts);
    expect(done.errors).toContain('dossierCode: must be a code');
    expect(done.errors).not.toMatch(/Nguyễn|bí mật/u);
    const broken = await run(['print', 'apology', '--data', '-', '--png', 'x.png'], `${facts} Nguyễn`);
    expect(broken.errors).not.toContain('Nguyễn');
  });
});

const slip = (fill: number, heightDots: number, cutsAtDots: readonly number[] = []): SlipImage => ({
  widthDots: 16,
  heightDots,
  bits: new Uint8Array(2 * heightDots).fill(fill),
  cutsAtDots,
});

describe('several slips as one job', () => {
  it('are cut apart and keep their own cuts', () => {
    const joined = joinSlips([slip(1, 2), slip(2, 3, [1]), slip(3, 1)]);
    expect(joined).toMatchObject({ widthDots: 16, heightDots: 6, cutsAtDots: [2, 3, 5] });
    expect([...joined.bits]).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3]);
  });

  it('must be there and of one width', () => {
    expect(() => joinSlips([])).toThrow(RangeError);
    expect(() => joinSlips([slip(1, 1), { ...slip(1, 1), widthDots: 24 }])).toThrow(RangeError);
  });
});
