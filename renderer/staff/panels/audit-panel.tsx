/** What staff did last, here and at the terminal. */

import { Answered } from '../../components/answered.tsx';
import { useWording } from '../../hooks/use-wording.ts';
import { momentWords } from '../../wording/moment-words.ts';
import { actionKey } from '../../wording/staff-words.ts';
import { StaffTable } from '../staff-table.tsx';
import { useStaffAnswer } from '../use-staff-answer.ts';

const entriesShown = 50;

export function AuditPanel() {
  const { t, language } = useWording();
  const { answer, nowMs } = useStaffAnswer('audit.recent', { limit: entriesShown });
  return (
    <Answered answer={answer}>
      {(entries) => (
        <StaffTable
          title={t('staff.panels.audit')}
          empty={t('staff.audit.none')}
          columns={[t('staff.audit.time'), t('staff.audit.where'), t('staff.audit.action'), t('staff.audit.outcome')]}
          rows={entries.map(({ number, atMs, origin, action, outcome }) => {
            const key = actionKey(action);
            return {
              key: number,
              cells: [
                momentWords(atMs, nowMs, language),
                t(origin === 'screen' ? 'staff.audit.screen' : 'staff.audit.terminal'),
                key === null ? action : t(key),
                outcomeWords(outcome),
              ],
            };
          })}
        />
      )}
    </Answered>
  );

  function outcomeWords(outcome: string): string {
    if (outcome === 'done') return t('staff.audit.done');
    if (outcome === 'wrong' || outcome === 'paused') return t(`staff.audit.${outcome}`);
    return t('staff.failed', { code: outcome });
  }
}
