import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScanFramer, type ScanFraming } from '../../../main/core/scanning/scan-framer.ts';
import { createManualSchedule } from '../../fakes/manual-schedule.ts';

const framing: ScanFraming = { terminator: 'any', idleGapMs: 80, maximumBytes: 4_096 };

function framer(changes: Partial<ScanFraming> = {}) {
  const frames: (string | null)[] = [];
  const time = createManualSchedule();
  const onFrame = (text: string | null): void => void frames.push(text);
  return { frames, time, ...createScanFramer({ ...framing, ...changes, onFrame, schedule: time.schedule }) };
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('framing a reader', () => {
  it.each([
    ['any', '\r'],
    ['any', '\n'],
    ['any', '\r\n'],
    ['any', '\t'],
    ['cr', '\r'],
    ['lf', '\n'],
    ['crlf', '\r\n'],
    ['tab', '\t'],
  ] as const)('configured for %s ends scans at %j, two in one chunk as well', (terminator, end) => {
    const reader = framer({ terminator });
    reader.push(bytes(`một${end}hai${end}`));
    expect(reader.frames).toEqual(['một', 'hai']);
  });

  it.each([
    ['cr', '\t'],
    ['lf', '\t'],
    ['crlf', '\t'],
    ['crlf', '\n'],
    ['tab', '\n'],
    ['none', '\r\n'],
  ] as const)('configured for %s takes %j as part of the scan', (terminator, inside) => {
    const reader = framer({ terminator });
    reader.push(bytes(`một${inside}hai`));
    expect(reader.frames).toEqual([]);
    reader.time.advance(80);
    expect(reader.frames).toEqual([`một${inside}hai`]);
  });

  it('puts a pair together that came in two chunks', () => {
    const reader = framer({ terminator: 'crlf' });
    reader.push(bytes('một\r'));
    reader.push(bytes('\nhai\r\n'));
    expect(reader.frames).toEqual(['một', 'hai']);
  });

  it('takes no notice of a line feed that is left behind', () => {
    const reader = framer({ terminator: 'cr' });
    reader.push(bytes('một\r\n'));
    reader.time.advance(200);
    expect(reader.frames).toEqual(['một']);
  });

  it('puts a letter together that was cut anywhere', () => {
    const scan = bytes('NGUYỄN nguyễn\r');
    for (let cut = 1; cut < scan.length; cut += 1) {
      const reader = framer();
      reader.push(scan.slice(0, cut));
      reader.push(scan.slice(cut));
      expect(reader.frames).toEqual(['NGUYỄN nguyễn']);
    }
  });

  it('ends a scan without terminator at the idle gap, not before', () => {
    const reader = framer({ idleGapMs: 80 });
    reader.push(bytes('1.00'));
    reader.time.advance(79);
    reader.push(bytes('1193'));
    reader.time.advance(79);
    expect(reader.frames).toEqual([]);
    reader.time.advance(1);
    expect(reader.frames).toEqual(['1.001193']);
  });

  it('drops what is half received when the cable is pulled, and forgets that it was too long', () => {
    const reader = framer({ maximumBytes: 256 });
    reader.push(bytes('half'));
    reader.reset();
    reader.time.advance(200);
    reader.push(bytes('x'.repeat(1_000)));
    reader.reset();
    reader.push(bytes('whole\r'));
    expect(reader.frames).toEqual(['whole']);
  });

  it('tells of a scan that is too long or no UTF-8 without giving it on', () => {
    const reader = framer();
    reader.push(new Uint8Array(framing.maximumBytes * 3).fill(65));
    reader.push(bytes('\r'));
    reader.push(Uint8Array.of(0xff, 0xfe, 0x0d));
    // "Nguyễn" as windows-1258 has it, cut off in the middle of a letter, and a surrogate.
    reader.push(
      Uint8Array.of(0x4e, 0x67, 0x75, 0x79, 0xea, 0xde, 0x6e, 0x0d, 0xe1, 0xbb, 0x0d, 0xed, 0xa0, 0x80, 0x0d),
    );
    expect(reader.frames).toEqual([null, null, null, null, null]);
  });

  it.each(['any', 'crlf'] as const)(
    'takes a scan of exactly the longest length, and not one byte more (%s)',
    (terminator) => {
      const reader = framer({ maximumBytes: 256, terminator });
      reader.push(bytes(`${'a'.repeat(256)}\r\n${'b'.repeat(257)}\r\n${'c'.repeat(258)}\r\n`));
      expect(reader.frames).toEqual(['a'.repeat(256), null, null]);
    },
  );

  it('says once that a megabyte without terminator was read, in time that grows with it and no faster', () => {
    const reader = framer();
    const chunk = bytes('ễ'.repeat(20));
    const millisecondsFor = (count: number): number => {
      const startMs = performance.now();
      for (let index = 0; index < count; index += 1) {
        reader.push(chunk);
      }
      return performance.now() - startMs;
    };
    const chunksOfMegabyte = Math.ceil(1_048_576 / chunk.length);
    expect(millisecondsFor(chunksOfMegabyte)).toBeLessThan(2_000);
    reader.time.advance(80);
    expect(reader.frames).toEqual([null]);
    reader.push(bytes('1.001193\r'));
    expect(reader.frames).toEqual([null, '1.001193']);
  });

  it('gives the same frames however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(['any', '\r'], ['crlf', '\r\n'], ['tab', '\t']),
        fc.array(fc.stringMatching(/^[^\s]{1,30}$/u)),
        fc.array(fc.nat(200)),
        ([terminator, end], texts, cuts) => {
          const all = bytes(texts.map((text) => `${text}${end}`).join(''));
          const reader = framer({ terminator: terminator as ScanFraming['terminator'] });
          let from = 0;
          for (const cut of [...cuts, all.length].map((at) => Math.min(at, all.length)).sort((a, b) => a - b)) {
            reader.push(all.slice(from, cut));
            from = cut;
          }
          expect(reader.frames).toEqual(texts.map((text) => new TextDecoder().decode(bytes(text))));
        },
      ),
    );
  });
});
