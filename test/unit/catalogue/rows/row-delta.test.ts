/** A delta leads from the former rows to the new ones and to nothing else. */
import { zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsSha256, sortedRows } from '../../../../main/core/catalogue/rows/catalogue-rows.ts';
import { applyDelta, packDelta } from '../../../../main/core/catalogue/rows/row-delta.ts';
import { commonEnds, spliced } from '../../../../main/core/catalogue/rows/row-splice.ts';
import { plenty, reasonOf, someRows } from './some-rows.ts';

const former = sortedRows([
  ['about', '{"number":1}'],
  ['procedure/1.000001', JSON.stringify({ fee: '8.000 đồng', text: 'như cũ '.repeat(20) })],
  ['procedure/1.000002', '{}'],
]);
const next = sortedRows([
  ['about', '{"number":2}'],
  ['procedure/1.000001', JSON.stringify({ fee: '9.000 đồng', text: 'như cũ '.repeat(20) })],
  ['procedure/1.000003', '{"name":"new"}'],
]);

function delta(lines: string, changes: object = {}): Buffer {
  const header = { kind: 'kiosk-delta', form: 1, fromSha256: rowsSha256(former), toSha256: rowsSha256(next) };
  return zstdCompressSync(`${JSON.stringify({ ...header, ...changes })}\n${lines}`);
}

describe('a delta', () => {
  it('applied to the former rows gives the new ones, from the same bytes each time', () => {
    fc.assert(
      fc.property(someRows, someRows, (from, to) => {
        const packed = packDelta(from, to);
        expect(packDelta(from, to).equals(packed)).toBe(true);
        expect([...applyDelta(from, packed, plenty)]).toEqual([...to]);
      }),
    );
  });

  it('between texts that share much gives them back, letters of two code units too', () => {
    const letters = fc.array(fc.constantFrom('a', 'đ', '𐐀', '𐐁', '𠐀'), { maxLength: 30 }).map((all) => all.join(''));
    fc.assert(
      fc.property(letters, letters, letters, letters, (head, one, other, tail) => {
        const [from, to] = [head + one + tail, head + other + tail];
        const { start, end } = commonEnds(from, to);
        const middle = to.slice(start, to.length - end);
        expect(middle.isWellFormed()).toBe(true);
        expect(spliced(from, start, end, middle)).toBe(to);
        expect(start + end).toBeGreaterThanOrEqual(head.length + tail.length - 2);
      }),
    );
  });

  it('tells of a long row only what changed', () => {
    const words = Array.from({ length: 3000 }, (_none, index) => (index * 7919).toString(36));
    const row = (fee: string) => JSON.stringify([...words.slice(0, 1500), fee, ...words.slice(1500)]);
    const packed = packDelta(
      sortedRows([['procedure/1.000001', row('8.000')]]),
      sortedRows([['procedure/1.000001', row('9.500')]]),
    );
    expect(packed.length).toBeLessThan(400);
  });

  it('damaged anywhere never gives other rows', () => {
    const packed = packDelta(former, next);
    for (let at = 0; at < packed.length; at += 1) {
      for (const bit of [0x01, 0x80]) {
        const changed = Buffer.from(packed);
        changed[at] = (changed[at] ?? 0) ^ bit;
        const reason = reasonOf(() => expect([...applyDelta(former, changed, plenty)]).toEqual([...next]));
        expect([null, 'wrong-content', 'wrong-hash', 'too-large']).toContain(reason);
      }
    }
  });

  it.each([
    ['from other rows', delta('', { fromSha256: '0'.repeat(64) }), 'wrong-hash'],
    ['that leads elsewhere', delta('=about\t{"number":3}\n'), 'wrong-hash'],
    ['of a higher form', delta('', { form: 2 }), 'software-too-old'],
    ['that removes what is not there', delta('-tile/09\n'), 'wrong-content'],
    ['that splices what is not there', delta('~tile/09\t0\t1\tx\n'), 'wrong-content'],
    ['that keeps more than there is', delta('~about\t9\t9\tx\n'), 'wrong-content'],
    ['with no numbers', delta('~about\tx\ty\tz\n'), 'wrong-content'],
    ['with negative numbers', delta('~about\t-1\t0\tz\n'), 'wrong-content'],
    ['with an unknown order', delta('!about\t1\n'), 'wrong-content'],
    ['that brings a path', delta('=a/../../b\t1\n'), 'wrong-content'],
    ['that makes half a letter', delta('=about\t"𐐀"\n~about\t2\t1\t\n'), 'wrong-content'],
  ])('%s is refused', (_what, packed, reason) => {
    expect(reasonOf(() => applyDelta(former, packed, plenty))).toBe(reason);
  });

  it('that doubles a row again and again stops at what is allowed', () => {
    const from = sortedRows([['about', 'x'.repeat(100_000)]]);
    const grow = Array.from({ length: 60 }, () => '~about\t100000\t0\tx\n').join('');
    const packed = zstdCompressSync(
      `${JSON.stringify({ kind: 'kiosk-delta', form: 1, fromSha256: rowsSha256(from), toSha256: '0'.repeat(64) })}\n${grow}`,
    );
    expect(reasonOf(() => applyDelta(from, packed, { maximumUnpackedBytes: 2_000_000 }))).toBe('too-large');
  });
});
