/** The printer: how it is since when, what is left of the roll, the last slips, and what staff can do about them. */
import { Answered } from '../../components/answered.tsx';
import { useStaffAnswer } from '../use-staff-answer.ts';
import { PrinterActions } from './printer-actions.tsx';
import { PrinterFacts } from './printer-facts.tsx';
import { PrinterJobs } from './printer-jobs.tsx';
import { PrinterState } from './printer-state.tsx';

export function PrinterPanel() {
  const { answer, nowMs, refresh } = useStaffAnswer('printer.overview', {});
  return (
    <Answered answer={answer}>
      {(overview) => (
        <>
          <PrinterState status={overview.status} nowMs={nowMs} />
          {overview.target !== null && <PrinterActions rollMetres={overview.roll.rollMetres} onSettled={refresh} />}
          {overview.target !== null && <PrinterFacts overview={overview} nowMs={nowMs} />}
          <PrinterJobs jobs={overview.jobs} nowMs={nowMs} onSettled={refresh} />
        </>
      )}
    </Answered>
  );
}
