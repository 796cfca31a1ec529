/** Taking a number: never lost with a connection, never two; the visit's name; when numbers are given again, in words. */
import { describe, expect, it } from 'vitest';
import { type Ticket, visitSchema } from '../../../main/contract/queue.ts';
import { createTranslator } from '../../../renderer/i18n/create-translator.ts';
import { takeNumber } from '../../../renderer/queue/take-number.ts';
import { createRandomKey } from '../../../renderer/random-key.ts';
import { clockWords, openingWords } from '../../../renderer/wording/opening-words.ts';
import { createFakeConnection } from '../../fakes/fake-connection.ts';

const wish = { visit: 'a-visit-of-one-citizen', serviceId: 'sao-y', priorityId: null, code: null };
const ticket: Ticket = {
  number: 'A042',
  day: '2026-07-15',
  serviceId: 'sao-y',
  serviceName: { vi: 'Sao y', en: 'Copies' },
  counter: null,
  priority: null,
  takenAtMs: 0,
};

/** A moment of the office's clock. */
const at = (text: string) => Date.parse(`${text}+07:00`);

/** A number is being asked for. */
const begin = () => {
  const core = createFakeConnection();
  const controller = new AbortController();
  return { core, controller, outcome: takeNumber(core.connection, wish, controller.signal) };
};

describe('takeNumber', () => {
  it('hands on what the core says', async () => {
    const { core, outcome } = begin();
    await core.answer('queue.take', { outcome: 'closed', opensAtMs: null });
    expect(await outcome).toEqual({ outcome: 'closed', opensAtMs: null });
  });

  it('asks again after the reconnect, and the number is as new as it would have been', async () => {
    const { core, outcome } = begin();
    await core.lose();
    expect(core.waiting()).toEqual([]);
    await core.comeBack();
    expect(await core.answer('queue.take', { outcome: 'already-taken', ticket })).toEqual(wish);
    expect(await outcome).toEqual({ outcome: 'taken', ticket });
  });

  it('says of a number that was there before that it was', async () => {
    const { core, outcome } = begin();
    await core.answer('queue.take', { outcome: 'already-taken', ticket });
    expect(await outcome).toEqual({ outcome: 'already-taken', ticket });
  });

  it('gives up a core that never answers, and a refusal at once', async () => {
    const silent = begin();
    const unanswered = expect(silent.outcome).rejects.toMatchObject({ code: 'unavailable' });
    await silent.core.fail('queue.take', 'unavailable');
    await silent.core.fail('queue.take', 'unavailable');
    await unanswered;
    const refused = begin();
    const notFound = expect(refused.outcome).rejects.toMatchObject({ code: 'not-found' });
    await refused.core.fail('queue.take', 'not-found');
    await notFound;
    expect(refused.core.waiting()).toEqual([]);
  });

  it('asks no more once the citizen has gone on', async () => {
    const { core, controller, outcome } = begin();
    await core.lose();
    controller.abort();
    expect(await outcome).toBeNull();
    await core.comeBack();
    expect(core.waiting()).toEqual([]);
    expect(core.observerCount()).toBe(0);
  });
});

describe('createRandomKey', () => {
  it('is what the contract asks for, and never twice the same', () => {
    const keys = Array.from({ length: 500 }, createRandomKey);
    for (const key of keys) expect(visitSchema.safeParse(key).success, key).toBe(true);
    expect(new Set(keys).size).toBe(keys.length);
    expect(Math.min(...keys.map((key) => key.length))).toBeGreaterThanOrEqual(22);
  });
});

describe('openingWords', () => {
  const vi = { t: createTranslator('vi').t, language: 'vi' } as const;
  const en = { t: createTranslator('en').t, language: 'en' } as const;
  it('says today, tomorrow, or the day itself, by the office’s clock', () => {
    const now = at('2026-07-17T11:40');
    expect(openingWords(at('2026-07-17T13:00'), now, vi)).toBe('Phát số lại lúc 13:00 hôm nay');
    expect(openingWords(at('2026-07-18T07:30'), now, vi)).toBe('Phát số lại lúc 7:30 ngày mai');
    expect(openingWords(at('2026-07-20T07:05'), now, vi)).toBe('Phát số lại lúc 7:05, Thứ Hai 20/7/2026');
    expect(openingWords(at('2026-07-20T07:30'), now, en)).toBe('Numbers again at 7:30 on Monday, 20 July 2026');
  });

  it('keeps to the office’s day around midnight', () => {
    expect(openingWords(at('2026-07-18T00:10'), at('2026-07-17T23:50'), vi)).toContain('ngày mai');
    expect(openingWords(at('2026-07-18T07:30'), at('2026-07-18T00:10'), vi)).toContain('hôm nay');
    expect(clockWords(at('2026-07-18T00:05'))).toBe('0:05');
  });

  it('promises nothing where no opening is foreseen', () => {
    expect(openingWords(null, 0, vi)).toBe('Chưa biết khi nào phát số lại, xin hỏi quầy hướng dẫn');
  });
});
