/** What staff do about updates: look for one now, and go back to the former release after being asked. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UpdatesOverview } from '../../../main/contract/updates.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { releaseWithin, releaseWords } from '../../wording/update-words.ts';
import { ActionNotice } from '../action-notice.tsx';
import { useStaffDesk } from '../staff-desk-context.ts';
import styles from './printer-actions.module.css';
import { UpdateQuestion } from './update-question.tsx';
import { useUpdateAction } from './use-update-action.ts';

interface UpdateActionsProps {
  readonly overview: UpdatesOverview;
  readonly onSettled: () => void;
}

export function UpdateActions({
  overview: { shown, kept, canRollBack, nextCheckAtMs },
  onSettled,
}: UpdateActionsProps) {
  const { t } = useTranslation();
  const desk = useStaffDesk();
  const [isAsking, setAsking] = useState(false);
  const { isBusy, report, order } = useUpdateAction(t('staff.updates.outcome.noFormer'), onSettled);
  const former = kept.find(({ state }) => state === 'former');
  return (
    <>
      <div className={styles['actions']}>
        <ActionButton
          icon="search"
          isDisabled={isBusy || nextCheckAtMs === null}
          onPress={() => order(() => desk.ask('updates.check', {}))}
        >
          {t('staff.updates.check')}
        </ActionButton>
        <ActionButton icon="back" isDisabled={isBusy || !canRollBack} onPress={() => setAsking(true)}>
          {t('staff.updates.rollBack')}
        </ActionButton>
      </div>
      <ActionNotice report={report} />
      {isAsking && (
        <UpdateQuestion
          title={t('staff.updates.rollBackQuestion', {
            release: former === undefined ? t('staff.updates.formerRelease') : releaseWithin(former.number, t),
          })}
          text={t('staff.updates.rollBackText', { shown: releaseWords(shown.number, t) })}
          confirm={t('staff.updates.rollBack')}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            order(() => desk.ask('updates.rollBack', {}));
          }}
        />
      )}
    </>
  );
}
