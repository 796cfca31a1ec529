/** Lines must come out the same however the bytes arrive. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ByteLine, splitLines } from '../../../main/core/catalogue/sources/split-lines.ts';
import { collect } from './collect.ts';

async function* inPieces(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let start = 0;
  for (const size of sizes) {
    yield bytes.subarray(start, start + size);
    start += size;
  }
  yield bytes.subarray(start);
}

async function linesOf(chunks: AsyncIterable<Uint8Array>, maximumBytes = 1000): Promise<ByteLine[]> {
  return collect(splitLines(chunks, maximumBytes));
}

const textOf = ({ bytes }: ByteLine) => (bytes === null ? null : Buffer.from(bytes).toString('utf8'));

describe('splitLines', () => {
  it('gives the same lines however the bytes are cut', async () => {
    const property = fc.asyncProperty(
      fc.array(fc.stringMatching(/^[a-zđ]{0,6}$/), { minLength: 1, maxLength: 8 }),
      fc.array(fc.nat({ max: 5 }), { maxLength: 20 }),
      async (texts, sizes) => {
        const lines = await linesOf(inPieces(Buffer.from(`${texts.join('\n')}\n`), sizes));
        expect(lines.map(textOf)).toEqual(texts);
        expect(lines.map(({ line }) => line)).toEqual(texts.map((_text, index) => index + 1));
      },
    );
    await fc.assert(property);
  });

  it('tells that the last line has no line break', async () => {
    const lines = await linesOf(inPieces(Buffer.from('a\nb'), []));
    expect(lines.map(({ ended }) => ended)).toEqual([true, false]);
  });

  it('skips a line that is too long and reads the next', async () => {
    const lines = await linesOf(inPieces(Buffer.from(`a\n${'x'.repeat(11)}\nb\n`), [4, 4]), 10);
    expect(lines.map(textOf)).toEqual(['a', null, 'b']);
  });
});
