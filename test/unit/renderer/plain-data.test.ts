/** Small pure pieces of the page: names of screens, keys of lists, words about printing, answers kept for one visit. */
import { describe, expect, it } from 'vitest';
import { type KioskDescription, printerStates } from '../../../main/contract/kiosk.ts';
import { printReasons, printRefusals } from '../../../main/contract/printing.ts';
import { keyedItems } from '../../../renderer/components/keyed-items.ts';
import { createAnswerCache } from '../../../renderer/hooks/answer-cache.ts';
import { tellDescription } from '../../../renderer/hooks/use-told-description.ts';
import { createTranslator } from '../../../renderer/i18n/create-translator.ts';
import { keyRows, readKey } from '../../../renderer/keyboard/key-layout.ts';
import type { Screen } from '../../../renderer/state/screen.ts';
import { screenName } from '../../../renderer/state/screen-name.ts';
import { failureKeysOf, mayPrint, pauseKey, statusKey, unknownKey } from '../../../renderer/wording/print-words.ts';

function makeDescription(dataDate: string): KioskDescription {
  return {
    office: { name: 'Trung tâm', parentName: null, helpDesk: 'Quầy hướng dẫn', address: null, hours: null },
    languages: ['vi'],
    timeouts: { idleMs: 1, readingIdleMs: 1, countdownMs: 1 },
    catalogue: { version: dataDate, dataDate, profile: 'ward', procedureCount: 1, number: 0 },
    printer: { state: 'ready', paperNearEnd: false, sinceMs: 0 },
    reader: { state: 'none', sinceMs: 0 },
    hasQueue: false,
    hasPortal: false,
    places: {},
  };
}

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
    expect(name({ kind: 'queue', code: null })).not.toBe(name({ kind: 'queue', code: '1.001193' }));
    expect(name({ kind: 'queue', code: null })).toBe(name({ kind: 'queue', code: null, priorityId: 'aged' }));
  });
});

describe('keyedItems', () => {
  it('gives unique keys to lines that repeat', () => {
    const keyed = keyedItems(['a', 'b', 'a', '2 a'], (text) => text);
    expect(new Set(keyed.map(({ key }) => key)).size).toBe(4);
    expect(keyed.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });
});

describe('words about printing', () => {
  it('let paper that is nearly at its end hinder nobody, nor a printer that says nothing', () => {
    expect(statusKey({ state: 'ready', paperNearEnd: true, sinceMs: 0 })).toBe('print.printerNearEnd');
    expect(mayPrint({ state: 'ready', paperNearEnd: true, sinceMs: 0 })).toBe(true);
    expect(mayPrint(null)).toBe(true);
    const open = printerStates.filter((state) => mayPrint({ state, paperNearEnd: false, sinceMs: 0 }));
    expect(open).toEqual(['ready', 'unknown']);
  });

  it('have something to say for each state and reason', () => {
    const { t } = createTranslator('vi');
    for (const state of printerStates)
      expect(t(statusKey({ state, paperNearEnd: false, sinceMs: 0 }))).toMatch(/máy in/iu);
    for (const reason of printReasons) {
      const words = [t(pauseKey(reason)), t(failureKeysOf(reason).words), t(unknownKey(reason))];
      for (const one of words) expect(one).not.toMatch(/^print\./u);
    }
    for (const reason of printRefusals) expect(t(failureKeysOf(reason).words)).not.toMatch(/^print\./u);
    expect(failureKeysOf('cancelled').title).not.toBe(failureKeysOf('error').title);
  });
});

describe('createAnswerCache', () => {
  it('keeps the latest answers and lets the oldest go', () => {
    const cache = createAnswerCache();
    for (let number = 0; number < 100; number += 1) cache.set(`key ${number}`, number, cache.age());
    expect(cache.get('key 99')).toBe(99);
    expect(cache.get('key 0')).toBeUndefined();
  });

  it('keeps nothing of a former catalogue, also where the answer comes after the news', () => {
    const cache = createAnswerCache();
    cache.set('procedure', 'old fee', cache.age());
    const askedAt = cache.age();
    cache.empty();
    expect(cache.get('procedure')).toBeUndefined();
    cache.set('procedure', 'old fee', askedAt);
    expect(cache.get('procedure')).toBeUndefined();
    cache.set('procedure', 'new fee', cache.age());
    expect(cache.get('procedure')).toBe('new fee');
  });
});

describe('tellDescription', () => {
  const july = makeDescription('2026-07-15');
  const august = makeDescription('2026-08-20');
  const told = { description: july, screen: '1 procedure' };

  it('changes nothing under the hands of a citizen, and tells the next screen', () => {
    expect(tellDescription(told, { description: august, screen: '1 procedure' }, false)).toBe(told);
    expect(tellDescription(told, { description: august, screen: '2 print' }, false).description).toBe(august);
  });

  it('tells the welcome screen at once', () => {
    expect(tellDescription(told, { description: august, screen: '1 procedure' }, true).description).toBe(august);
    expect(tellDescription(told, { description: july, screen: '1 procedure' }, true)).toBe(told);
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
