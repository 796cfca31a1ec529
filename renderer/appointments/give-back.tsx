/** Giving an appointment back: a question first, then until it is known what became of it. */
import { useEffect, useEffectEvent, useState } from 'react';
import type { Appointment } from '../../main/contract/appointments.ts';
import { ActionButton } from '../components/action-button.tsx';
import { QuestionDialog } from '../components/question-dialog.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useWording } from '../hooks/use-wording.ts';
import { fullDayWords, timeSpanWords } from '../wording/appointment-words.ts';
import { useWish } from './use-wish.ts';
import { isDoubtful, type WishState } from './wish-state.ts';
import { WishTrouble } from './wish-trouble.tsx';

interface GiveBackProps {
  readonly appointment: Appointment;
  /** What the portal said: given back, or settled otherwise before. Null: it knows no such appointment. */
  readonly onTold: (what: 'given-back' | 'told', appointment: Appointment | null) => void;
  readonly onKeep: () => void;
}

export function GiveBack({ appointment, onTold, onKeep }: GiveBackProps) {
  const { t, language } = useWording();
  const { connection, wishes } = useKiosk();
  const { appointmentCode } = appointment;
  // Giving back twice is giving back once, so this key stays here: it only finds what is under way.
  const [key] = useState(() => wishes.keyFor(`give back ${appointmentCode}`));
  const { state, ask } = useWish(key);
  const tell = useEffectEvent((now: WishState) => {
    if (now.kind === 'done') onTold('given-back', now.appointment);
    else if (now.kind === 'refused') onTold('told', 'appointment' in now.refusal ? now.refusal.appointment : null);
  });
  useEffect(() => tell(state), [state]);
  const isAsking = state.kind === 'asking';
  const isOpen = state.kind === 'open';
  const when = `${timeSpanWords(appointment)}, ${fullDayWords(appointment.day, language)}`;
  return (
    <QuestionDialog
      icon={isOpen || isAsking ? 'calendar' : 'warning'}
      title={t(isAsking ? 'appointment.givingBack' : 'appointment.giveBackTitle')}
      onDismiss={() => {
        if (!isAsking) onKeep();
      }}
      actions={
        <>
          <ActionButton
            onPress={() => ask(() => connection.call('appointments.giveBack', { appointmentCode }))}
            size="large"
            isDisabled={isAsking}
          >
            {t(isOpen || isAsking ? 'appointment.giveBackYes' : 'appointment.askAgain')}
          </ActionButton>
          <ActionButton onPress={onKeep} size="large" variant="primary" isDisabled={isAsking}>
            {t(isDoubtful(state) ? 'shell.close' : 'appointment.giveBackNo')}
          </ActionButton>
        </>
      }
    >
      <p>{t('appointment.giveBackText', { when })}</p>
      <WishTrouble
        state={state}
        titles={{
          unsure: t('appointment.unsureTitleGiveBack'),
          unreachable: t('appointment.troubleTitleGiveBack'),
          holds: t('appointment.nothingChanged'),
        }}
        ways={null}
        onTypeName={null}
      />
    </QuestionDialog>
  );
}
