/** The releases that lie on this kiosk, and the updates that were not taken lately. */
import type { UpdatesOverview } from '../../../main/contract/updates.ts';
import { useWording } from '../../hooks/use-wording.ts';
import { dateWords } from '../../wording/date-words.ts';
import { momentWords } from '../../wording/moment-words.ts';
import { keptStateKeys, releaseWords, updateFailureKeys, updateSourceKeys } from '../../wording/update-words.ts';
import { StaffTable } from '../staff-table.tsx';

interface UpdateRecordsProps {
  readonly overview: UpdatesOverview;
  /** UTC epoch. */
  readonly nowMs: number;
}

export function UpdateRecords({ overview: { kept, recentFailures }, nowMs }: UpdateRecordsProps) {
  const { t, language } = useWording();
  return (
    <>
      <StaffTable
        title={t('staff.updates.kept')}
        empty={t('staff.updates.keptNone')}
        columns={[
          t('staff.updates.number'),
          t('staff.updates.dataDate'),
          t('staff.updates.published'),
          t('staff.updates.keptState'),
        ]}
        rows={kept.map(({ number, dataDate, publishedAtMs, state }) => ({
          key: `${number} ${state} ${publishedAtMs ?? ''}`,
          cells: [
            releaseWords(number, t),
            dateWords(dataDate, language),
            publishedAtMs === null ? t('staff.updates.notPublished') : momentWords(publishedAtMs, nowMs, language),
            t(keptStateKeys[state]),
          ],
        }))}
      />
      <StaffTable
        title={t('staff.updates.failures')}
        empty={t('staff.updates.failuresNone')}
        columns={[t('staff.updates.time'), t('staff.updates.way'), t('staff.updates.reason')]}
        rows={recentFailures.map(({ atMs, source, reason, detail }, index) => ({
          key: `${atMs} ${index}`,
          cells: [
            momentWords(atMs, nowMs, language),
            t(updateSourceKeys[source]),
            <div key="reason">
              <p>{t(updateFailureKeys[reason])}</p>
              <p lang="en">{detail}</p>
            </div>,
          ],
        }))}
      />
    </>
  );
}
