/** Two spellings of one word have one form, and two words never do (vietnamese-text.ts). */
import { describe, expect, it } from 'vitest';
import { toneOf, withoutTone, wordForms } from '../../../main/core/vietnamese-text.ts';
import { differentWords, sameWords } from './word-spellings.ts';

describe('the forms of a word', () => {
  it.each(sameWords)('are one for every spelling of %s', (...spellings) => {
    const [first = '', ...others] = spellings;
    for (const spelling of others.flatMap((other) => [other, other.normalize('NFD'), other.toUpperCase()])) {
      expect(wordForms(spelling), spelling).toEqual(wordForms(first));
    }
    expect(wordForms(first).folded).toMatch(/^[a-z\d]+$/);
  });

  it.each(differentWords)('differ between %s and %s', (...words) => {
    expect(new Set(words.map((word) => wordForms(word).accented)).size).toBe(words.length);
  });

  it('fold to letters that keep "tay" and "tai", "thuy" and "thui" apart', () => {
    for (const [one = '', other = ''] of [
      ['tay', 'tai'],
      ['thuy', 'thui'],
      ['máy', 'mái'],
    ]) {
      expect(wordForms(one).folded).not.toBe(wordForms(other).folded);
    }
  });

  it('have their tone at the end, whichever letter bears it', () => {
    expect(['hoà', 'hòa', 'mã', 'mạ', 'ma', 'đường'].map((word) => toneOf(wordForms(word).accented))).toEqual([
      '`',
      '`',
      '~',
      '.',
      '',
      '`',
    ]);
    expect(withoutTone(wordForms('đường').accented)).toBe('đương');
  });
});
