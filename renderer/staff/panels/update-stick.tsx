/** A release that was brought on a stick: taken after being asked, or why it is not. */
import { useState } from 'react';
import type { OfferedStick } from '../../../main/contract/updates.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { Notice } from '../../components/notice.tsx';
import { useWording } from '../../hooks/use-wording.ts';
import { dateWords, todayInVietnam } from '../../wording/date-words.ts';
import { ActionNotice } from '../action-notice.tsx';
import { useStaffDesk } from '../staff-desk-context.ts';
import { UpdateQuestion } from './update-question.tsx';
import { useUpdateAction } from './use-update-action.ts';

interface UpdateStickProps {
  readonly stick: OfferedStick;
  /** Number of the release that is shown. */
  readonly shown: number;
  readonly onSettled: () => void;
}

export function UpdateStick({ stick, shown, onSettled }: UpdateStickProps) {
  const { t, language } = useWording();
  const desk = useStaffDesk();
  const [isAsking, setAsking] = useState(false);
  const { isBusy, report, order } = useUpdateAction(t('staff.updates.stick.gone'), onSettled);
  const { number, name, isNewer } = stick;
  const date = dateWords(todayInVietnam(stick.publishedAtMs), language);
  if (!isNewer) {
    return (
      <Notice tone="plain" icon="information" title={t('staff.updates.stick.older', { number, date })}>
        <p>{t('staff.updates.stick.olderText', { shown })}</p>
      </Notice>
    );
  }
  return (
    <>
      <Notice tone="gold" icon="gift" title={t('staff.updates.stick.newer', { number, date })}>
        <p>{t('staff.updates.stick.newerText', { name })}</p>
        <div>
          <ActionButton icon="check" isDisabled={isBusy} onPress={() => setAsking(true)}>
            {t('staff.updates.stick.take')}
          </ActionButton>
        </div>
      </Notice>
      <ActionNotice report={report} />
      {isAsking && (
        <UpdateQuestion
          title={t('staff.updates.stick.question', { number })}
          text={t('staff.updates.stick.questionText')}
          confirm={t('staff.updates.stick.take')}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            order(() => desk.ask('updates.takeStick', { number }));
          }}
        />
      )}
    </>
  );
}
