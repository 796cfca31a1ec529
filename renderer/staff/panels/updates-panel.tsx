/** Updates of the catalogue: what is shown, what is on its way, what was refused and why, and what staff can do about it. */
import { Answered } from '../../components/answered.tsx';
import { useStaffAnswer } from '../use-staff-answer.ts';
import { UpdateActions } from './update-actions.tsx';
import { UpdateFacts } from './update-facts.tsx';
import { UpdateRecords } from './update-records.tsx';
import { UpdateState } from './update-state.tsx';
import { UpdateStick } from './update-stick.tsx';
import { useUpdateProgress } from './use-update-progress.ts';

export function UpdatesPanel() {
  const { answer, nowMs, refresh } = useStaffAnswer('updates.overview', {});
  const known = answer.kind === 'ready' ? answer.value.progress : null;
  const progress = useUpdateProgress(known, refresh);
  return (
    <Answered answer={answer}>
      {(overview) => (
        <>
          <UpdateState overview={overview} progress={progress ?? overview.progress} nowMs={nowMs} />
          {overview.stick !== null && (
            <UpdateStick stick={overview.stick} shown={overview.shown.number} onSettled={refresh} />
          )}
          <UpdateActions overview={overview} onSettled={refresh} />
          <UpdateFacts overview={overview} nowMs={nowMs} />
          <UpdateRecords overview={overview} nowMs={nowMs} />
        </>
      )}
    </Answered>
  );
}
