/** What staff read about updates: every reason says what to do, ages are told to be old in time, no phase is nameless. */
import { describe, expect, it } from 'vitest';
import { oldCatalogueMs } from '../../../main/contract/release-age.ts';
import { troubles } from '../../../main/contract/status.ts';
import { type UpdatesOverview, updateFailures, updatePhases } from '../../../main/contract/updates.ts';
import { createTranslator } from '../../../renderer/i18n/create-translator.ts';
import { actionKey, troubleKeys } from '../../../renderer/wording/staff-words.ts';
import { ageWords, outcomeWords, phaseWords, updateFailureKeys } from '../../../renderer/wording/update-words.ts';

const { t } = createTranslator('vi');
const dayMs = 24 * 3_600_000;
const publishedAtMs = Date.UTC(2026, 6, 1, 5);

function shown(changes: Partial<UpdatesOverview['shown']> = {}): UpdatesOverview['shown'] {
  return {
    number: 41,
    publishedAtMs,
    committedAtMs: publishedAtMs,
    origin: 'release',
    office: null,
    catalogue: { version: 'v', dataDate: '2026-06-25', profile: 'ward', procedureCount: 1, number: 41 },
    ...changes,
  };
}

describe('words about updates', () => {
  it('say for each reason in one sentence what happened and what to do', () => {
    for (const reason of updateFailures) expect(t(updateFailureKeys[reason]), reason).toMatch(/^[^:]+: [^:]+\.$/u);
    expect(t(updateFailureKeys['no-trust'])).toContain('trusted-root.json');
  });

  it('say for each trouble what is wrong and what to do', () => {
    for (const trouble of troubles) {
      const [title, text] = troubleKeys[trouble];
      expect(t(title), trouble).not.toMatch(/[.:]$/u);
      expect(t(text), trouble).toMatch(/\.$/u);
    }
  });

  it('name each phase but rest, with the number where it is known', () => {
    for (const phase of updatePhases) {
      const words = phaseWords({ phase, source: 'network', number: 42, share: null }, t);
      if (phase === 'idle') expect(words).toBeNull();
      else if (phase !== 'checking') expect(words, phase).toMatch(/bản số 42/iu);
    }
    expect(phaseWords({ phase: 'downloading', source: null, number: null, share: null }, t)).toBe('Đang tải bản mới');
  });

  it('call a release old from the day on that it is a trouble; a bundled one by the day of its data', () => {
    expect(ageWords(shown(), publishedAtMs + 5 * dayMs, t)).toEqual({ words: '5 ngày', isOld: false });
    expect(ageWords(shown(), publishedAtMs - dayMs, t).words).toBe('Chưa đến 1 ngày');
    expect(ageWords(shown(), publishedAtMs + oldCatalogueMs + 1, t).isOld).toBe(true);
    const bundled = shown({ number: 0, publishedAtMs: null, committedAtMs: null, origin: 'bundled' });
    expect(ageWords(bundled, Date.UTC(2026, 5, 27), t).words).toBe('2 ngày');
  });

  it('tell what became of an order', () => {
    expect(outcomeWords({ kind: 'waiting', number: 42 }, t)).toEqual({
      tone: 'gold',
      words: 'Bản số 42 đã sẵn sàng. Máy sẽ đổi khi không có người đứng trước máy.',
    });
    expect(outcomeWords({ kind: 'committed', number: 0 }, t).words).toContain('bản có sẵn trong phần mềm');
    expect(outcomeWords({ kind: 'failed', reason: 'disk-full', detail: '' }, t)).toMatchObject({ tone: 'red' });
    expect(outcomeWords({ kind: 'busy' }, t).tone).toBe('gold');
  });

  it('name what staff did about updates in the trail', () => {
    for (const action of ['updates.check', 'updates.takeStick', 'updates.rollBack'])
      expect(actionKey(action)).not.toBeNull();
  });
});
