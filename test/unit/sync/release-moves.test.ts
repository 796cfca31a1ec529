/** Whatever the order of moves between releases: what is shown lies there, three are kept, and nothing leads back by itself. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterCommit, afterGoingBack, afterSettling, placesToTry } from '../../../main/core/sync/release-moves.ts';
import { bundled, firstPointer, type ReleaseRecord } from '../../../main/core/sync/release-pointer.ts';
import { hashOf } from './hash-of.ts';

function recordOf(number: number, sheet: string | null = null): ReleaseRecord {
  const rowsSha256 = hashOf(Buffer.from(String(number)));
  const sheetSha256 = sheet === null ? null : hashOf(Buffer.from(sheet));
  return {
    folder: `${number}-${rowsSha256.slice(0, 12)}${sheetSha256 === null ? '' : `-${sheetSha256.slice(0, 8)}`}`,
    number,
    rowsSha256,
    unpackedBytes: 1,
    procedureCount: 1,
    publishedAtMs: number,
    dataDate: '2026-07-01',
    sheet: sheetSha256 === null ? null : { office: 'a', sha256: sheetSha256 },
    committedAtMs: null,
    isLeft: false,
  };
}

describe('moves between releases', () => {
  it('hold together in any order', () => {
    const move = fc.oneof(
      fc.record({ kind: fc.constant('next' as const), sheet: fc.constantFrom(null, 'one', 'two') }),
      fc.record({ kind: fc.constant('sheet' as const), sheet: fc.constantFrom(null, 'one', 'two', 'three') }),
      fc.record({ kind: fc.constant('back' as const) }),
      fc.record({ kind: fc.constant('damaged' as const) }),
    );
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        let pointer = firstPointer;
        let number = 0;
        for (const [index, step] of moves.entries()) {
          const shown = pointer.releases.find(({ folder }) => folder === pointer.shown) ?? null;
          if (step.kind === 'next') {
            number = Math.max(number, pointer.highest.number) + 1;
            pointer = afterCommit(pointer, recordOf(number, step.sheet), index);
          } else if (step.kind === 'sheet' && shown !== null) {
            pointer = afterCommit(pointer, recordOf(shown.number, step.sheet), index);
          } else if (step.kind === 'back' && shown !== null && pointer.former !== null) {
            pointer = afterGoingBack(pointer, shown);
          } else if (step.kind === 'damaged' && shown !== null) {
            const place = placesToTry(pointer, 0).find((other) => other !== pointer.shown) ?? bundled;
            pointer = afterSettling(pointer, place, [pointer.shown]);
          }
          const folders = pointer.releases.map(({ folder }) => folder);
          expect(new Set(folders).size).toBe(folders.length);
          expect(folders.length).toBeLessThanOrEqual(3);
          for (const place of [pointer.shown, pointer.former]) {
            expect(place === null || place === bundled || folders.includes(place)).toBe(true);
          }
          expect(pointer.former).not.toBe(pointer.shown);
          // A start shows the same again, and never what was left behind before what was not.
          expect(placesToTry(pointer, 0)[0]).toBe(pointer.shown);
          expect(placesToTry(pointer, 0)).toContain(bundled);
          const left = new Set(pointer.releases.filter(({ isLeft }) => isLeft).map(({ folder }) => folder));
          expect(placesToTry(pointer, 0).filter((place) => left.has(place))).toEqual([]);
          expect(pointer.highest.number).toBe(number);
        }
      }),
    );
  });

  it('keep a release of other rows beside two of the same under other sheets', () => {
    let pointer = firstPointer;
    for (const record of [recordOf(1), recordOf(2), recordOf(2, 'one'), recordOf(2, 'two'), recordOf(2, 'three')]) {
      pointer = afterCommit(pointer, record, record.number);
    }
    expect(pointer.releases.map(({ number }) => number)).toEqual([2, 2, 1]);
  });

  it('show the bundled catalogue only where its number is higher than any that was taken', () => {
    const pointer = afterCommit(firstPointer, recordOf(5), 1);
    expect(placesToTry(pointer, 5)[0]).toBe(pointer.shown);
    expect(placesToTry(pointer, 6)[0]).toBe(bundled);
  });
});
