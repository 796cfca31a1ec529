import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildJobFrame } from '../../../main/adapters/printing/build-job-frame.ts';
import { createCanvasTextPainter } from '../../../main/adapters/printing/create-canvas-text-painter.ts';
import { type PrinterProfile, printerProfileNames, printerProfiles } from '../../../main/core/printer-profile.ts';
import { encodeJob, withoutRealTimeCommands } from '../../../main/core/printing/device/encode-job.ts';
import { createSlipRasteriser } from '../../../main/core/printing/typesetting/create-slip-rasteriser.ts';
import type { SlipElement, SlipImage } from '../../../main/core/printing/typesetting/slip-layout.ts';

const profiles = printerProfileNames.map((name) => printerProfiles[name]);

function encode(image: SlipImage, profile: PrinterProfile): Uint8Array {
  return encodeJob(image, buildJobFrame(profile), profile);
}

/** Runs that a printer would carry out wherever they stand. */
function realTimeRuns(bytes: Uint8Array): number {
  let count = 0;
  for (let index = 1; index < bytes.length; index += 1) {
    count += bytes[index - 1] === 0x10 && [0x04, 0x05, 0x14].includes(bytes[index] ?? 0) ? 1 : 0;
  }
  return count;
}

/** What a job consists of: `strip` with its rows, or the hex of any other command (of those that jobs hold). */
function commandsOf(job: Uint8Array): (string | { strip: number; bytesARow: number })[] {
  const bytes = Buffer.from(job);
  const commands: (string | { strip: number; bytesARow: number })[] = [];
  for (let at = 0; at < bytes.length; ) {
    const name = bytes.subarray(at, at + 2).toString('hex');
    if (name === '1d76') {
      const [bytesARow, strip] = [bytes.readUInt16LE(at + 4), bytes.readUInt16LE(at + 6)];
      commands.push({ strip, bytesARow });
      at += 8 + strip * bytesARow;
    } else {
      const length = name === '1b40' || name === '1b32' ? 2 : 3;
      commands.push(bytes.subarray(at, at + length).toString('hex'));
      at += length;
    }
  }
  return commands;
}

function blank(widthDots: number, heightDots: number, cutsAtDots: readonly number[] = []): SlipImage {
  return { widthDots, heightDots, bits: new Uint8Array((widthDots / 8) * heightDots).fill(0xaa), cutsAtDots };
}

/** Bytes that make the dangerous runs likely. */
const spiteful = fc.constantFrom(0x10, 0x10, 0x04, 0x05, 0x14, 0x00, 0xff);

/** Any image a profile's paper takes, with cuts anywhere; strips of 8 rows make borders frequent. */
const anyJob = fc
  .record({
    profile: fc.constantFrom(...profiles, { ...printerProfiles['generic-80'], stripRows: 8, headToCutterDots: 400 }),
    dots: fc.array(spiteful, { minLength: 1, maxLength: 4000 }),
    bytesARow: fc.constantFrom(1, 2, 4, 5, 16, 20, 48),
    cuts: fc.array(fc.nat(400), { maxLength: 4 }),
  })
  .map(({ profile, dots, bytesARow, cuts }) => {
    const heightDots = Math.floor(dots.length / bytesARow);
    const cutsAtDots = cuts.filter((row) => row <= heightDots).toSorted((a, b) => a - b);
    const bits = Uint8Array.from(dots.slice(0, heightDots * bytesARow));
    return { profile, image: { widthDots: bytesARow * 8, heightDots, bits, cutsAtDots } };
  });

describe('encodeJob', () => {
  it('initialises, asks for automatic status, sends strips, feeds to the blade and cuts', () => {
    expect(commandsOf(encode(blank(16, 300), printerProfiles['epson-tm-t82']))).toEqual([
      '1b40',
      '1b32',
      '1b6100',
      '1d610e',
      { strip: 256, bytesARow: 2 },
      { strip: 44, bytesARow: 2 },
      '1b6404',
      '1d5601',
    ]);
  });

  it('keeps to the strips, the cutter and the way to the blade of each profile', () => {
    const twoSlips = blank(384, 300, [140]);
    expect(commandsOf(encode(twoSlips, printerProfiles['generic-80'])).slice(3)).toEqual([
      { strip: 128, bytesARow: 48 },
      { strip: 12, bytesARow: 48 },
      '1b6404',
      '1d5600',
      { strip: 128, bytesARow: 48 },
      { strip: 32, bytesARow: 48 },
      '1b6404',
      '1d5600',
    ]);
    // Without a blade the paper is brought to the tear bar.
    expect(
      commandsOf(encode(twoSlips, printerProfiles['generic-58'])).filter((part) => typeof part === 'string'),
    ).toEqual(['1b40', '1b32', '1b6100', '1b6404', '1b6404']);
  });

  it('cuts nothing off where a cut is named at an end or twice', () => {
    const job = commandsOf(encode(blank(384, 100, [0, 50, 50, 100]), printerProfiles['generic-80']));
    expect(job.filter((part) => part === '1d5600')).toHaveLength(2);
    expect(job.filter((part) => typeof part !== 'string')).toEqual([
      { strip: 50, bytesARow: 48 },
      { strip: 50, bytesARow: 48 },
    ]);
  });

  it('refuses a slip that is wider than the paper, and takes a narrower one', () => {
    expect(() => encode(blank(584, 8), printerProfiles['generic-80'])).toThrow(RangeError);
    expect(() => encode(blank(392, 8), printerProfiles['generic-58'])).toThrow('392 dots does not fit');
    expect(encode(blank(384, 8), printerProfiles['generic-80']).length).toBeGreaterThan(48 * 8);
  });

  it('never feeds less than to the blade', () => {
    fc.assert(
      fc.property(fc.nat(400), (headToCutterDots) => {
        const { cut } = buildJobFrame({ ...printerProfiles['generic-80'], headToCutterDots });
        const lines = cut[2] ?? 0;
        expect(lines * 30).toBeGreaterThanOrEqual(headToCutterDots);
        expect(lines * 30).toBeLessThan(headToCutterDots + 30);
        expect(lines).toBeLessThan(0x10);
      }),
    );
  });

  it('holds no real-time command, whatever the image, and loses no row', () => {
    fc.assert(
      fc.property(anyJob, ({ image, profile }) => {
        const job = encode(image, profile);
        expect(realTimeRuns(job)).toBe(0);
        const strips = commandsOf(job).filter((part) => typeof part !== 'string');
        expect(strips.reduce((sum, { strip }) => sum + strip, 0)).toBe(image.heightDots);
        expect(Math.max(0, ...strips.map(({ strip }) => strip))).toBeLessThanOrEqual(profile.stripRows);
      }),
      { numRuns: 1_000 },
    );
  });

  it('holds none in any header: every width and strip height there is', () => {
    const frame = buildJobFrame(printerProfiles['generic-80']);
    for (let widthDots = 8; widthDots <= 832; widthDots += 8) {
      for (let rows = 1; rows <= 256; rows += 1) {
        const bits = new Uint8Array((widthDots / 8) * rows);
        // What follows a header and what stands before the next command: the worst there is.
        bits[0] = 0x04;
        bits[bits.length - 1] = 0x10;
        const image = { widthDots, heightDots: rows, bits, cutsAtDots: [] };
        const job = encodeJob(image, frame, { ...printerProfiles['generic-80'], widthDots, stripRows: rows });
        if (realTimeRuns(job) > 0) {
          expect.fail(`${widthDots} dots, ${rows} rows`);
        }
      }
    }
  });

  it('only ever adds a dot beside a black one', () => {
    fc.assert(
      fc.property(fc.array(spiteful, { maxLength: 500 }), (dots) => {
        const before = Uint8Array.from(dots);
        const after = withoutRealTimeCommands(before);
        for (const [index, byte] of before.entries()) {
          const added = (after[index] ?? 0) ^ byte;
          expect((after[index] ?? 0) & byte).toBe(byte);
          expect(added & (added - 1), 'more than one dot').toBe(0);
          expect(added === 0 || (((added << 1) | (added >> 1)) & byte) !== 0).toBe(true);
        }
      }),
    );
  });

  it('holds none in slips either', () => {
    const rasteriser = createSlipRasteriser(createCanvasTextPainter());
    const words = 'Giấy khai sinh, Tờ khai đăng ký thường trú theo mẫu CT01 và Quyết định số 163/QĐ-BTP';
    let nudged = 0;
    for (const profile of profiles) {
      for (let seed = 0; seed < 8; seed += 1) {
        const text = words.slice(seed);
        // Codes of one dot a square are as full of lone dots as a slip can be.
        const code: SlipElement = { kind: 'qr', text: text.repeat(4), moduleDots: 1, beside: [] };
        const line: SlipElement = { kind: 'text', size: 'small', runs: [{ text }] };
        const image = rasteriser.rasterise({ elements: [line, code] }, profile.widthDots);
        nudged += realTimeRuns(image.bits);
        const half = Math.floor(image.heightDots / 2);
        expect(realTimeRuns(encode({ ...image, cutsAtDots: [half] }, profile))).toBe(0);
      }
    }
    // Otherwise this would show nothing.
    expect(nudged).toBeGreaterThan(0);
  });
});
