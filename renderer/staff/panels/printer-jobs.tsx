/** The last slips: what became of each, in words; what is not at its end can be called off. */
import { useTranslation } from 'react-i18next';
import type { StaffPrintJob } from '../../../main/contract/printing.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { useLanguage } from '../../hooks/use-language.ts';
import { momentWords } from '../../wording/moment-words.ts';
import { isSettled, jobKeys, slipKindKeys } from '../../wording/staff-words.ts';
import { ActionNotice } from '../action-notice.tsx';
import { useStaffDesk } from '../staff-desk-context.ts';
import { StaffTable } from '../staff-table.tsx';
import { useStaffAction } from '../use-staff-action.ts';
import styles from './printer-jobs.module.css';

interface PrinterJobsProps {
  readonly jobs: readonly StaffPrintJob[];
  /** UTC epoch. */
  readonly nowMs: number;
  readonly onSettled: () => void;
}

export function PrinterJobs({ jobs, nowMs, onSettled }: PrinterJobsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const desk = useStaffDesk();
  const { isBusy, report, run } = useStaffAction(({ code }) => t('staff.failed', { code }), onSettled);

  const cancel = (job: number) => {
    run(async () => {
      const ended = await desk.ask('printer.cancel', { job });
      return { tone: isSettled(ended) ? 'green' : 'gold', words: t('staff.job.cancelled', { job }) };
    });
  };

  return (
    <>
      <ActionNotice report={report} />
      <StaffTable
        title={t('staff.job.title')}
        empty={t('staff.job.none')}
        columns={[t('staff.job.number'), t('staff.job.time'), t('staff.job.slip'), t('staff.job.outcome')]}
        rows={jobs.map((job) => ({
          key: job.job,
          cells: [
            job.job,
            momentWords(job.queuedAtMs, nowMs, language),
            <Slip key="slip" job={job} />,
            <span key="outcome" className={styles['outcome']}>
              <Outcome job={job} />
              {!isSettled(job) && (
                <ActionButton isDisabled={isBusy} onPress={() => cancel(job.job)}>
                  {t('staff.job.cancel')}
                </ActionButton>
              )}
            </span>,
          ],
        }))}
      />
    </>
  );
}

function Slip({ job }: { readonly job: StaffPrintJob }) {
  const { t } = useTranslation();
  return (
    <span className={styles['slip']}>
      {t(slipKindKeys[job.kind])}
      <span className={styles['source']}>
        {t(job.source === 'staff' ? 'staff.job.ofStaff' : 'staff.job.ofCitizen')}
      </span>
    </span>
  );
}

function Outcome({ job }: { readonly job: StaffPrintJob }) {
  const { t } = useTranslation();
  const { state, reason } = jobKeys(job);
  return (
    <span className={styles['slip']}>
      <strong className={styles[job.state]}>{t(state)}</strong>
      {reason !== null && <span className={styles['source']}>{t(reason)}</span>}
    </span>
  );
}
