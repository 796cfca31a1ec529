/** Last step: everything once more, and one button. Whatever becomes of the answer, the wish keeps its key. */
import { useEffect, useEffectEvent } from 'react';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useWording } from '../hooks/use-wording.ts';
import { useCardTaker } from '../scanning/use-card-taker.ts';
import type { Screen } from '../state/screen.ts';
import { BookingHead } from './booking-head.tsx';
import { afterFull, type BookingStep } from './booking-steps.ts';
import { ConfirmActions } from './confirm-actions.tsx';
import { ConfirmFacts } from './confirm-facts.tsx';
import { holderToSend } from './holder.ts';
import { LeavingQuestion } from './leaving-question.tsx';
import { useWish } from './use-wish.ts';
import { isDoubtful, type WishState } from './wish-state.ts';
import { WishTrouble } from './wish-trouble.tsx';

interface ConfirmStepProps {
  readonly screen: Extract<Screen, { kind: 'book' }>;
  readonly step: Extract<BookingStep, { at: 'confirm' }>;
}

export function ConfirmStep({ screen, step }: ConfirmStepProps) {
  const { t } = useWording();
  const { amend, connection, conclude, returnTo } = useKiosk();
  const { code, change, caseChoice } = screen;
  const { time, holder, key } = step;
  const { state, ask } = useWish(key);
  const isChange = change !== undefined;
  const send = () => {
    const { day, from } = time;
    if (change !== undefined) {
      const { appointmentCode } = change;
      return connection.call('appointments.change', { key, appointmentCode, day, from });
    }
    // Without a name there is no way here; an empty one is refused by name.
    const whoever = holderToSend(holder ?? { by: 'name', name: '  ' });
    return connection.call('appointments.book', { key, code, day, from, holder: whoever });
  };
  const fillIn = () => returnTo({ ...screen, step: { at: 'who', time, typed: '', isRefused: false } });
  // The core has forgotten the card: the next one fills the same wish.
  useCardTaker(
    state.kind === 'card-needed'
      ? ({ card, maskedNumber }) => {
          amend({ ...screen, step: { ...step, holder: { by: 'card', card, maskedNumber } } });
        }
      : null,
  );

  const follow = useEffectEvent((now: WishState) => {
    if (now.kind === 'done') {
      const { appointment } = now;
      const what = isChange ? 'changed' : 'booked';
      const news = { what, appointment, ...(caseChoice === undefined ? {} : { caseChoice }) } as const;
      conclude({ kind: 'appointment', appointmentCode: appointment.appointmentCode, news });
    }
    if (now.kind !== 'refused') return;
    const { refusal } = now;
    if (refusal.outcome === 'full') returnTo({ kind: 'book', ...afterFull(screen, step) });
    else if (refusal.outcome === 'name-unusable') {
      const typed = holder?.by === 'name' ? holder.name : '';
      returnTo({ ...screen, step: { at: 'who', time, typed, isRefused: true } });
    } else if (change !== undefined) {
      // Settled or unknown: the appointment's own screen says how it stands.
      const { appointmentCode } = change;
      const news = refusal.outcome === 'settled' ? ({ what: 'told', appointment: refusal.appointment } as const) : null;
      conclude({ kind: 'appointment', appointmentCode, ...(news === null ? {} : { news }) });
    }
  });
  useEffect(() => follow(state), [state]);

  return (
    <ScreenLayout
      title={t(isChange ? 'appointment.confirmTitleChange' : 'appointment.confirmTitle')}
      lead={<BookingHead booking={screen} />}
      footer={
        <ConfirmActions
          state={state}
          isChange={isChange}
          onAsk={() => ask(send)}
          onOtherTime={() => returnTo({ ...screen, step: { at: 'time', day: time.day } })}
        />
      }
    >
      <WishTrouble
        state={state}
        titles={{
          unsure: t(isChange ? 'appointment.unsureTitleChange' : 'appointment.unsureTitle'),
          unreachable: t(isChange ? 'appointment.troubleTitleChange' : 'appointment.troubleTitle'),
          holds: t(isChange ? 'appointment.nothingChanged' : 'appointment.nothingBooked'),
        }}
        ways={{ code: isChange ? null : code, contact: screen.service?.contact ?? null }}
        onTypeName={isDoubtful(state) ? null : fillIn}
      />
      <ConfirmFacts booking={screen} time={time} holder={holder} />
      {state.kind === 'open' && <p>{t(isChange ? 'appointment.confirmTextChange' : 'appointment.confirmText')}</p>}
      <LeavingQuestion
        isGuarded={isDoubtful(state)}
        text={t(isChange ? 'appointment.leaveTextChange' : 'appointment.leaveText')}
      />
    </ScreenLayout>
  );
}
