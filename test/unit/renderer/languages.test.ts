/** Both languages have the same words, and the Vietnamese ones are those of a friendly clerk (docs/catalogue.md §9). */
import { describe, expect, it } from 'vitest';
import { en } from '../../../renderer/i18n/en.ts';
import { vi } from '../../../renderer/i18n/vi.ts';

function leaves(tree: unknown, path = ''): [string, string][] {
  if (typeof tree === 'string') return [[path, tree]];
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) => leaves(value, path === '' ? key : `${path}.${key}`));
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').toSorted((a, b) => a.localeCompare(b));

describe('language files', () => {
  it('have the same keys', () => {
    expect(leaves(en).map(([key]) => key)).toEqual(leaves(vi).map(([key]) => key));
  });

  it('fill in the same values', () => {
    const english = new Map(leaves(en));
    for (const [key, text] of leaves(vi)) {
      expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(text));
    }
  });

  it('leave no text empty', () => {
    for (const [key, text] of [...leaves(vi), ...leaves(en)]) expect(text.trim(), key).not.toBe('');
  });

  it('never say "bạn", "thao tác", "tra cứu" or the words of the forms', () => {
    for (const [key, text] of leaves(vi)) {
      expect(text, key).not.toMatch(/(?<!\p{L})bạn(?!\p{L})/iu);
      expect(text, key).not.toMatch(/thao tác|tra cứu|thành phần hồ sơ|thời hạn giải quyết|lệ phí|TTHC/iu);
    }
  });

  it('never send a citizen away with "not here"', () => {
    for (const [key, text] of leaves(vi)) expect(text, key).not.toMatch(/không làm ở đây/iu);
  });
});
