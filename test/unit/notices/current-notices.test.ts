/** Which notices stand on the screen, and in which order. */
import { describe, expect, it } from 'vitest';
import type { ShownNotice } from '../../../main/contract/notices.ts';
import { currentNotices } from '../../../main/core/notices/current-notices.ts';

const noticeOf = (id: string, changes: Partial<ShownNotice> = {}): ShownNotice => ({
  id,
  kind: 'information',
  text: { vi: 'Nội dung', en: null },
  fromMs: 100,
  untilMs: null,
  procedureCodes: [],
  origin: 'city',
  ...changes,
});
const ids = (notices: readonly ShownNotice[], nowMs: number): string[] =>
  currentNotices(notices, nowMs).map(({ id }) => id);

describe('notices', () => {
  it('are shown from their time until their end, to the millisecond', () => {
    const notices = [noticeOf('a', { untilMs: 200 })];
    expect([99, 100, 199, 200].map((nowMs) => ids(notices, nowMs).length)).toEqual([0, 1, 1, 0]);
  });

  it('stand warnings first, the last that began before others', () => {
    const notices = [
      noticeOf('old', { fromMs: 1 }),
      noticeOf('new', { fromMs: 50 }),
      noticeOf('warning', { kind: 'warning', fromMs: 10, origin: 'office' }),
    ];
    expect(ids(notices, 1_000)).toEqual(['warning', 'new', 'old']);
  });
});
