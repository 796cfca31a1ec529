/** Typing Vietnamese: Telex, tone keys, and above all plain unaccented words and foreign ones left as they are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { telex, toggleTone } from '../../../main/contract/telex.ts';
import { type Editing, type EditKey, editText } from '../../../renderer/keyboard/edit-text.ts';

const type = (keys: string) => keys.split('').reduce(telex, '');

describe('telex', () => {
  it.each([
    ['giaays', 'giấy'],
    ['tieengs', 'tiếng'],
    ['Vieetj', 'Việt'],
    ['ddawng', 'đăng'],
    ['DDawng', 'Đăng'],
    ['kys', 'ký'],
    ['khai', 'khai'],
    ['suwar', 'sửa'],
    ['ddaats', 'đất'],
    ['nhaf', 'nhà'],
    ['nguwowif', 'người'],
    ['nguoiwf', 'người'],
    ['dduowcj', 'được'],
    ['khuyeets', 'khuyết'],
    ['taatj', 'tật'],
    ['quys', 'quý'],
    ['hoaf', 'hoà'],
    ['cuar', 'của'],
    ['muaf', 'mùa'],
    ['tuooir', 'tuổi'],
    ['giaf', 'già'],
    ['gif', 'gì'],
    ['ngoaif', 'ngoài'],
    ['trichs', 'trích'],
    ['dangdw', 'đăng'],
    ['vieetj', 'việt'],
    ['vietje', 'việt'],
    ['huwu', 'hưu'],
    ['as', 'á'],
    ['w', 'w'],
  ])('%s gives %s', (keys, word) => {
    expect(type(keys)).toBe(word.normalize('NFC'));
  });

  it.each([
    'khai',
    'sinh',
    'tam',
    'tru',
    'giay',
    'to',
    'nguoi',
    'cao',
    'tuoi',
    'bhyt',
    'cccd',
    'vneid',
    'hs',
    'photo',
    'oto',
  ])('leaves the unaccented %s alone', (word) => {
    expect(type(word)).toBe(word);
  });

  it.each(['visa', 'taxi', 'internet', 'karaoke', 'carton', 'wifi', 'fax'])('leaves the foreign %s alone', (word) => {
    expect(type(word)).toBe(word);
  });

  it('gives the letter when the tone key is pressed twice, and z takes a tone off', () => {
    expect(type('ass')).toBe('as');
    expect(type('bans')).toBe('bán');
    expect(type('bansz')).toBe('ban');
  });

  it('never throws and never loses letters that are not part of a word', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzđăâêôơưáà9'.split(''))), (keys) => {
        expect(type(keys.join('')).length).toBeGreaterThanOrEqual(keys.length > 0 ? 1 : 0);
      }),
    );
  });
});

describe('toggleTone', () => {
  it('sets, replaces and takes off', () => {
    expect(toggleTone('giây', 'acute')).toBe('giấy');
    expect(toggleTone('giấy', 'hook')).toBe('giẩy');
    expect(toggleTone('giấy', 'acute')).toBe('giây');
    expect(toggleTone('', 'acute')).toBe('');
    expect(toggleTone('bhxh', 'acute')).toBe('bhxh');
  });
});

const at = (text: string, start = text.length, end = start): Editing => ({ text, start, end });
const letter = (one: string, usesTelex = true): EditKey => ({ kind: 'letter', letter: one, usesTelex });

describe('editText', () => {
  it('composes in the middle of a text', () => {
    expect(editText(at('giây to', 4), letter('s'))).toEqual({ text: 'giấy to', start: 4, end: 4 });
  });

  it('takes keys literally where Telex is off', () => {
    expect(editText(at('marria', 6), letter('s', false)).text).toBe('marrias');
  });

  it('replaces what is selected', () => {
    expect(editText(at('khai tu', 5, 7), letter('s')).text).toBe('khai s');
  });

  it('deletes a letter, a selection, or nothing', () => {
    expect(editText(at('số'), { kind: 'backspace' }).text).toBe('s');
    expect(editText(at('abc', 0, 2), { kind: 'backspace' }).text).toBe('c');
    expect(editText(at('abc', 0), { kind: 'backspace' }).text).toBe('abc');
  });

  it('puts a tone on the word before the caret', () => {
    expect(editText(at('khai tu'), { kind: 'tone', tone: 'hook' }).text).toBe('khai tủ');
  });

  it('takes no more than 500 characters', () => {
    expect(editText(at('a'.repeat(500)), letter('b')).text).toHaveLength(500);
  });
});
