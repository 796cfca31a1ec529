/** Notices for citizens on the page: how they are kept up to date, and in which language they are shown. */
import { describe, expect, it } from 'vitest';
import type { ShownNotice } from '../../../main/contract/notices.ts';
import { createNoticeWatch } from '../../../renderer/notices/create-notice-watch.ts';
import { noticeWords } from '../../../renderer/notices/notice-words.ts';
import { createManualSchedule } from '../../fakes/manual-schedule.ts';

const minuteMs = 60_000;

function notice(id: string, changes: Partial<ShownNotice> = {}): ShownNotice {
  return {
    id,
    kind: 'information',
    text: { vi: 'Hệ thống hộ tịch tạm dừng.', en: null },
    fromMs: 0,
    untilMs: null,
    procedureCodes: [],
    origin: 'city',
    ...changes,
  };
}

const settle = () => new Promise(setImmediate);

function setUp() {
  const manual = createManualSchedule();
  let nowMs = 0;
  let answer: readonly ShownNotice[] | Error = [];
  const asked: number[] = [];
  let changes = 0;
  const watch = createNoticeWatch({
    ask: async () => {
      asked.push(nowMs);
      if (answer instanceof Error) throw answer;
      return answer;
    },
    nowMs: () => nowMs,
    schedule: (callback, delayMs) => manual.schedule(delayMs, callback),
  });
  watch.subscribe(() => {
    changes += 1;
  });
  return {
    watch,
    asked,
    changes: () => changes,
    ids: () => watch.current().map(({ id }) => id),
    answerWith: (next: readonly ShownNotice[] | Error) => {
      answer = next;
    },
    advance: async (milliseconds: number) => {
      nowMs += milliseconds;
      manual.advance(milliseconds);
      await settle();
    },
  };
}

describe('the watch of notices', () => {
  it('puts warnings first and asks again each minute', async () => {
    const { watch, answerWith, advance, ids, asked } = setUp();
    answerWith([notice('nghi-le'), notice('tam-dung', { kind: 'warning' })]);
    watch.start();
    await settle();
    expect(ids()).toEqual(['tam-dung', 'nghi-le']);
    answerWith([]);
    await advance(minuteMs);
    expect(ids()).toEqual([]);
    expect(asked).toEqual([0, minuteMs]);
  });

  it('takes a notice down at its very end, also where the core cannot be asked', async () => {
    const { watch, answerWith, advance, ids } = setUp();
    answerWith([notice('den-12-giay', { untilMs: 12_000 }), notice('con-lai')]);
    watch.start();
    await settle();
    answerWith(new Error('no core'));
    await advance(11_999);
    expect(ids()).toEqual(['den-12-giay', 'con-lai']);
    await advance(1);
    expect(ids()).toEqual(['con-lai']);
  });

  it('says nothing where nothing changed, so that nobody hears it twice', async () => {
    const { watch, answerWith, advance, changes } = setUp();
    answerWith([notice('mot')]);
    watch.start();
    await settle();
    const first = watch.current();
    answerWith([notice('mot')]);
    await advance(minuteMs);
    expect(watch.current()).toBe(first);
    expect(changes()).toBe(1);
  });

  it('asks nothing any more once it ended, and drops what is still under way', async () => {
    const { watch, answerWith, advance, ids, asked } = setUp();
    const stop = watch.start();
    answerWith([notice('muon')]);
    watch.refresh();
    stop();
    await settle();
    await advance(10 * minuteMs);
    expect(ids()).toEqual([]);
    expect(asked.length).toBe(2);
  });
});

describe('noticeWords', () => {
  it('shows Vietnamese, and says so, where there is no English', () => {
    const both = notice('a', { text: { vi: 'Nghỉ lễ', en: 'Holiday' } });
    expect(noticeWords(both, 'en')).toEqual({ text: 'Holiday', lang: 'en' });
    expect(noticeWords(both, 'vi')).toEqual({ text: 'Nghỉ lễ', lang: 'vi' });
    expect(noticeWords(notice('b'), 'en')).toEqual({ text: 'Hệ thống hộ tịch tạm dừng.', lang: 'vi' });
  });
});
