/** Why no number came of an appointment, over its screen: what to do now, and never a dead end. */
import type { ReactNode } from 'react';
import { ActionButton } from '../components/action-button.tsx';
import { QuestionDialog } from '../components/question-dialog.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useNow } from '../hooks/use-now.ts';
import { useWording } from '../hooks/use-wording.ts';
import { fullDayWords, troubleWords } from '../wording/appointment-words.ts';
import { clockWords } from '../wording/opening-words.ts';
import type { CheckIn, CheckInRefusal } from './use-check-in.ts';

interface CheckInRefusalDialogProps {
  readonly checkIn: CheckIn;
  /** Where the appointment is. */
  readonly place: string;
  readonly onDismiss: () => void;
}

/** Draws nothing where nothing was refused. */
export function CheckInRefusalDialog({ checkIn, place, onDismiss }: CheckInRefusalDialogProps) {
  const { t } = useWording();
  const words = useRefusalWords(checkIn.refusal, place);
  if (checkIn.refusal === null || words === null) return null;
  const { outcome } = checkIn.refusal;
  const mayAskAgain = outcome === 'unsure' || outcome === 'unreachable' || outcome === 'failed';
  return (
    <QuestionDialog
      icon={outcome === 'too-early' ? 'clock' : mayAskAgain ? 'warning' : 'information'}
      title={words.title}
      onDismiss={onDismiss}
      actions={
        <>
          <ActionButton onPress={onDismiss} size="large" variant={mayAskAgain ? 'secondary' : 'primary'}>
            {t('appointment.ok')}
          </ActionButton>
          {mayAskAgain && (
            <ActionButton onPress={checkIn.ask} size="large" variant="primary">
              {t('appointment.askAgain')}
            </ActionButton>
          )}
        </>
      }
    >
      {words.text}
    </QuestionDialog>
  );
}

function useRefusalWords(refusal: CheckInRefusal | null, place: string): { title: string; text: ReactNode } | null {
  const { t, language } = useWording();
  const { helpDesk } = useKiosk().description.office;
  const nowMs = useNow();
  if (refusal === null) return null;
  const desk = <p>{t('appointment.wayDesk', { desk: helpDesk })}.</p>;
  switch (refusal.outcome) {
    case 'too-early':
    case 'too-late':
    case 'other-day': {
      const { day, checkInFromMs, checkInUntilMs } = refusal.appointment;
      const values = {
        date: fullDayWords(day, language),
        from: clockWords(checkInFromMs),
        until: clockWords(checkInUntilMs),
      };
      if (refusal.outcome === 'too-early') {
        return { title: t('appointment.earlyTitle'), text: <p>{t('appointment.earlyText', values)}</p> };
      }
      return refusal.outcome === 'too-late'
        ? { title: t('appointment.lateTitle'), text: <p>{t('appointment.lateText', values)}</p> }
        : { title: t('appointment.otherDayTitle'), text: <p>{t('appointment.aheadText', values)}</p> };
    }
    case 'settled':
      return { title: t('appointment.settledTitle'), text: <p>{t('appointment.settledText')}</p> };
    case 'not-found':
      return { title: t('appointment.notFoundTitle'), text: <p>{t('appointment.notFoundText')}</p> };
    case 'no-number':
      if (refusal.reason === 'no-queue') {
        return { title: t('appointment.noQueueTitle'), text: <p>{t('appointment.noQueueText', { place })}</p> };
      }
      return {
        title: t('appointment.noNumberTitle'),
        text: <p>{t(refusal.reason === 'closed' ? 'appointment.noNumberClosed' : 'appointment.noNumberRoom')}</p>,
      };
    case 'unsure':
      return { title: t('appointment.checkInUnsure'), text: <p>{t('appointment.unsureText')}</p> };
    case 'unreachable': {
      const why = troubleWords(refusal, nowMs, t);
      const text = (
        <>
          <p>{why}</p>
          {desk}
        </>
      );
      return { title: t('appointment.troubleTitleCheckIn'), text };
    }
    case 'failed':
      break;
  }
  const text = (
    <>
      {desk}
      <p>{t('failure.staffCode', { code: refusal.code })}</p>
    </>
  );
  return { title: t('appointment.noNumberTitle'), text };
}
