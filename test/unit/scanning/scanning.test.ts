import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyScan } from '../../../main/core/scanning/classify-scan.ts';
import { createScanFramer, maximumScanBytes } from '../../../main/core/scanning/scan-framer.ts';
import { createManualSchedule } from '../../fakes/manual-schedule.ts';

const template = 'https://portal.example/p?ma_thu_tuc={code}';

function framer() {
  const frames: (string | null)[] = [];
  const time = createManualSchedule();
  return { frames, time, ...createScanFramer((text) => frames.push(text), time.schedule) };
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('framing a reader', () => {
  it.each(['\r', '\n', '\r\n'])('ends a scan at %j', (terminator) => {
    const reader = framer();
    reader.push(bytes(`một${terminator}hai${terminator}`));
    expect(reader.frames).toEqual(['một', 'hai']);
  });

  it('puts a letter together that was cut in two', () => {
    const reader = framer();
    const scan = bytes('Nguyễn\r');
    reader.push(scan.slice(0, 6));
    reader.push(scan.slice(6));
    expect(reader.frames).toEqual(['Nguyễn']);
  });

  it('ends a scan without terminator at the idle gap, not before', () => {
    const reader = framer();
    reader.push(bytes('1.00'));
    reader.time.advance(50);
    reader.push(bytes('1193'));
    reader.time.advance(50);
    expect(reader.frames).toEqual([]);
    reader.time.advance(50);
    expect(reader.frames).toEqual(['1.001193']);
  });

  it('drops what is half received when the cable is pulled', () => {
    const reader = framer();
    reader.push(bytes('half'));
    reader.reset();
    reader.push(bytes('whole\r'));
    expect(reader.frames).toEqual(['whole']);
  });

  it('tells of a scan that is too long or no UTF-8 without giving it on', () => {
    const reader = framer();
    reader.push(new Uint8Array(maximumScanBytes * 3).fill(65));
    reader.push(bytes('\r'));
    reader.push(Uint8Array.of(0xff, 0xfe, 0x0d));
    expect(reader.frames).toEqual([null, null]);
  });

  it('gives the same frames however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[^\r\n]{1,30}$/u)), fc.array(fc.nat(200)), (texts, cuts) => {
        const all = bytes(texts.map((text) => `${text}\r`).join(''));
        const reader = framer();
        let from = 0;
        for (const cut of [...cuts, all.length].map((at) => Math.min(at, all.length)).sort((a, b) => a - b)) {
          reader.push(all.slice(from, cut));
          from = cut;
        }
        expect(reader.frames).toEqual(texts.map((text) => new TextDecoder().decode(bytes(text))));
      }),
    );
  });
});

describe('what was scanned', () => {
  it.each(['1.001193', ']Q11.001193', ' 1.001193 ', 'https://portal.example/p?ma_thu_tuc=1.001193'])(
    'is a procedure: %j',
    (text) => {
      expect(classifyScan(text, template)).toEqual({ kind: 'procedure', code: '1.001193' });
    },
  );

  it.each([
    '',
    'xin chào',
    'https://elsewhere.example/p?ma_thu_tuc=1.001193',
    'https://portal.example/p?ma_thu_tuc=<script>',
    '012345678901|x|NGUYEN VAN A|01011990|Nam|HA NOI|01012021',
    '9'.repeat(600),
  ])('is unknown: %j', (text) => {
    expect(classifyScan(text, template)).toEqual({ kind: 'unknown' });
  });
});
