import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fenceId } from '../../../main/core/printing/device/escpos-commands.ts';
import {
  createReplyReader,
  type ExpectedReplies,
  type PrinterReply,
} from '../../../main/core/printing/device/reply-reader.ts';

const everything: ExpectedReplies = { status: true, changes: true, sensor: true, cleared: true, fences: [7, 4711] };
const nothing: ExpectedReplies = { status: false, changes: false, sensor: false, cleared: false, fences: [] };

/** Reads the bytes in pieces that end at these places. */
function read(bytes: readonly number[], expected: ExpectedReplies, ends: readonly number[] = []): PrinterReply[] {
  const heard: PrinterReply[] = [];
  const reader = createReplyReader(() => expected);
  const borders = [0, ...ends.filter((end) => end < bytes.length).sort((a, b) => a - b), bytes.length];
  for (const [index, to] of borders.slice(1).entries()) {
    reader.read(Uint8Array.from(bytes.slice(borders[index], to)), (reply) => heard.push(reply));
  }
  return heard;
}

const fenceOf = (number: number): number[] => [0x37, 0x22, ...fenceId(number), 0x00];
const change = [0x14, 0x00, 0x00, 0x0f] as const;

describe('replies', () => {
  it.each<[string, number[], PrinterReply[]]>([
    ['a status byte', [0x16], [{ kind: 'status', byte: 0x16 }]],
    ['an automatic status', [...change], [{ kind: 'change', bytes: change }]],
    ['a fence', fenceOf(4711), [{ kind: 'fence', number: 4711 }]],
    ['cleared buffers', [0x37, 0x25, 0x00], [{ kind: 'cleared' }]],
    ['the paper sensor', [0x0f], [{ kind: 'sensor', byte: 0x0f }]],
    ['a fence that breaks off', [...fenceOf(7).slice(0, 4), 0x99], [{ kind: 'noise' }, { kind: 'noise' }]],
    ['a fence after a broken one', [0x37, ...fenceOf(7)], [{ kind: 'noise' }, { kind: 'fence', number: 7 }]],
    [
      'a status inside an automatic one',
      [0x14, 0x12, 0x00, 0x00, 0x0f],
      [
        { kind: 'status', byte: 0x12 },
        { kind: 'change', bytes: change },
      ],
    ],
    [
      'a status inside a fence',
      [0x37, 0x22, 0x16, ...fenceOf(7).slice(2)],
      [
        { kind: 'status', byte: 0x16 },
        { kind: 'fence', number: 7 },
      ],
    ],
    ['bytes no printer says', [0xff, 0x93, 0x80], Array.from({ length: 3 }, () => ({ kind: 'noise' }))],
  ])('tell %s', (_what, bytes, replies) => {
    expect(read(bytes, everything)).toEqual(replies);
  });

  it('do not tell of a fence that nobody sent', () => {
    const expected = { ...everything, status: false, sensor: false, changes: false };
    expect(new Set(read(fenceOf(8), expected).map(({ kind }) => kind))).toEqual(new Set(['noise']));
  });

  it('are the same however the bytes are cut', () => {
    const bytes = [0x12, ...change, ...fenceOf(7), 0x16, 0x37, 0x25, 0x00, 0x03, ...fenceOf(4711)];
    const whole = read(bytes, everything);
    expect(whole.map(({ kind }) => kind)).toEqual([
      'status',
      'change',
      'fence',
      'status',
      'cleared',
      'sensor',
      'fence',
    ]);
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length)), (ends) => {
        expect(read(bytes, everything, ends)).toEqual(whole);
      }),
    );
  });

  it('are none where nothing is awaited: 10,000 random strings', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const kinds = new Set(read([...bytes], nothing).map(({ kind }) => kind));
        expect([...kinds].filter((kind) => kind !== 'noise')).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  });

  it('never invent a fence or a confirmation: 10,000 random strings', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const replies = read([...bytes], everything);
        const text = Buffer.from(bytes);
        for (const reply of replies) {
          if (reply.kind === 'fence') {
            // Only with its digits in their order, whatever stood between them.
            expect(text.includes(0x37)).toBe(true);
          }
          expect(reply.kind === 'cleared' && !text.includes(0x25)).toBe(false);
        }
        expect(replies.filter(({ kind }) => kind === 'fence').length).toBeLessThanOrEqual(bytes.length / 7);
      }),
      { numRuns: 10_000 },
    );
  });
});
