/** A snapshot gives back the rows that went in, or an error that says what is wrong with it. */
import { createHash } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortedRows } from '../../../../main/core/catalogue/rows/catalogue-rows.ts';
import {
  packSnapshot,
  readSnapshot,
  unpackedSnapshotBytes,
} from '../../../../main/core/catalogue/rows/snapshot-file.ts';
import { plenty, reasonOf, someRows } from './some-rows.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function packed(lines: string, changes: object = {}): Buffer {
  const rows = lines.split('\n').length - 1;
  const header = { kind: 'kiosk-rows', form: 1, rows, sha256: sha256(lines), ...changes };
  return zstdCompressSync(`${JSON.stringify(header)}\n${lines}`);
}

describe('a snapshot', () => {
  it('gives back its rows, from the same bytes each time', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const snapshot = packSnapshot(rows);
        expect(packSnapshot(sortedRows([...rows].toReversed())).equals(snapshot)).toBe(true);
        const back = readSnapshot(snapshot, { maximumUnpackedBytes: unpackedSnapshotBytes(rows) });
        expect([...back]).toEqual([...rows]);
      }),
    );
  });

  it('is refused wherever a byte of it was changed or it was cut', () => {
    const rows = sortedRows([
      ['about', '{"number":1}'],
      ['tile/01', JSON.stringify('ố'.repeat(40))],
    ]);
    const snapshot = packSnapshot(rows);
    for (let at = 0; at < snapshot.length; at += 1) {
      const changed = Buffer.from(snapshot);
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      // A changed bit that the packing does not care about may leave the rows as they were; other rows never come.
      const same = reasonOf(() => expect([...readSnapshot(changed, plenty)]).toEqual([...rows]));
      expect([null, 'wrong-content', 'wrong-hash', 'too-large']).toContain(same);
      expect(reasonOf(() => readSnapshot(snapshot.subarray(0, at), plenty))).toBe('wrong-content');
    }
  });

  it.each([
    ['of a higher form', packed('about\t1\n', { form: 2, and: 'more' }), 'software-too-old'],
    ['with other rows than it says', packed('about\t1\n', { sha256: sha256('about\t2\n') }), 'wrong-hash'],
    ['with fewer rows than it says', packed('about\t1\n', { rows: 2 }), 'wrong-content'],
    ['with more rows than it says', packed('about\t1\ntile/01\t1\n', { rows: 1 }), 'wrong-content'],
    ['out of order', packed('tile/01\t1\nabout\t1\n'), 'wrong-content'],
    ['with a row twice', packed('about\t1\nabout\t1\n'), 'wrong-content'],
    ['with a line that is no row', packed('about\n'), 'wrong-content'],
    ['with a path for a key', packed('../../etc/x\t1\n'), 'wrong-content'],
    ['without a header', zstdCompressSync('about\t1\n'), 'wrong-content'],
    ['without a last line break', zstdCompressSync('{"kind":"kiosk-rows"}'), 'wrong-content'],
    ['of no UTF-8', zstdCompressSync(Buffer.from([0xff, 0x0a])), 'wrong-content'],
    ['of nothing', zstdCompressSync(''), 'wrong-content'],
    ['not packed at all', Buffer.from('about\t1\n'), 'wrong-content'],
  ])('%s is refused', (_what, bytes, reason) => {
    expect(reasonOf(() => readSnapshot(bytes, plenty))).toBe(reason);
  });

  it('that is a bomb stops at what is allowed, in memory that is bounded', () => {
    const megabyte = Buffer.alloc(1024 * 1024, 'a');
    // Frames after one another unpack as one: 4 GB out of 200 kB.
    const bomb = Buffer.concat(Array.from({ length: 4096 }, () => zstdCompressSync(megabyte)));
    expect(bomb.length).toBeLessThan(500_000);
    const before = process.resourceUsage().maxRSS;
    expect(reasonOf(() => readSnapshot(bomb, { maximumUnpackedBytes: 8_000_000 }))).toBe('too-large');
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(100_000);
  });
});
