/** Small pure pieces of the page: names of screens, keys of lists, what became of a slip, answers kept for one visit. */
import { describe, expect, it } from 'vitest';
import { keyedItems } from '../../../renderer/components/keyed-items.ts';
import { createAnswerCache } from '../../../renderer/hooks/answer-cache.ts';
import { keyRows, readKey } from '../../../renderer/keyboard/key-layout.ts';
import { printReducer } from '../../../renderer/state/print-state.ts';
import type { Screen } from '../../../renderer/state/screen.ts';
import { screenName } from '../../../renderer/state/screen-name.ts';

const name = (screen: Screen, past: readonly Screen[] = []) => screenName({ past, screen });

describe('screenName', () => {
  it('stays while words are typed and a case is chosen', () => {
    expect(name({ kind: 'search', words: 'a' })).toBe(name({ kind: 'search', words: 'ab' }));
    expect(name({ kind: 'procedure', code: '1.001193', caseChoice: undefined })).toBe(
      name({ kind: 'procedure', code: '1.001193', caseChoice: 'g1' }),
    );
  });

  it('stays while a list is narrowed and another way of browsing is chosen, and differs between lists', () => {
    const list = (letter: string, pages = 1) =>
      name({ kind: 'list', of: { kind: 'letter', letter }, view: { filters: { online: true }, pages } });
    expect(list('C', 3)).toBe(name({ kind: 'list', of: { kind: 'letter', letter: 'C' } }));
    expect(list('C')).not.toBe(list('D'));
    expect(name({ kind: 'browse', by: 'field' })).toBe(name({ kind: 'browse', by: 'letter' }));
  });

  it('differs between procedures, topics and steps of the way', () => {
    expect(name({ kind: 'tile', number: 1 })).not.toBe(name({ kind: 'tile', number: 2 }));
    expect(name({ kind: 'home' })).not.toBe(name({ kind: 'home' }, [{ kind: 'help' }]));
  });
});

describe('keyedItems', () => {
  it('gives unique keys to lines that repeat', () => {
    const keyed = keyedItems(['a', 'b', 'a', '2 a'], (text) => text);
    expect(new Set(keyed.map(({ key }) => key)).size).toBe(4);
    expect(keyed.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });
});

describe('printReducer', () => {
  it('tells why a slip failed', () => {
    const answered = { kind: 'answered', outcome: { outcome: 'failed', reason: 'paper-out' } } as const;
    expect(printReducer({ kind: 'printing' }, answered)).toEqual({ kind: 'failed', reason: 'paper-out' });
  });

  it('asks rather than claims when nobody can know', () => {
    expect(printReducer({ kind: 'printing' }, { kind: 'lost' })).toEqual({ kind: 'unknown' });
    const unknown = { kind: 'answered', outcome: { outcome: 'unknown' } } as const;
    expect(printReducer({ kind: 'printing' }, unknown)).toEqual({ kind: 'unknown' });
  });

  it('starts again after a failure', () => {
    expect(printReducer({ kind: 'failed', reason: 'timeout' }, { kind: 'pressed' })).toEqual({ kind: 'printing' });
  });
});

describe('createAnswerCache', () => {
  it('keeps the latest answers and lets the oldest go', () => {
    const cache = createAnswerCache();
    for (let number = 0; number < 100; number += 1) cache.set(`key ${number}`, number);
    expect(cache.get('key 99')).toBe(99);
    expect(cache.get('key 0')).toBeUndefined();
  });
});

describe('the on-screen keyboard', () => {
  it('has every letter, digit and tone of Vietnamese, and understands each of its keys', () => {
    const keys = keyRows.flatMap((row) => row.split(' '));
    for (const letter of 'abcdeghiklmnopqrstuvxyfjwzđăâêôơư0123456789'.split('')) expect(keys).toContain(letter);
    for (const key of keys) expect(readKey(key), key).not.toBeNull();
    expect(keys.map(readKey).filter((key) => key?.kind === 'tone')).toHaveLength(5);
    expect(readKey('{enter}')).toBeNull();
  });
});
