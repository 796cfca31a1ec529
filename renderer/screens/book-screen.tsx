/** Booking an appointment, or another time for one: a question a screen, and the way back through them. */
import { stepOf } from '../appointments/booking-steps.ts';
import { ConfirmStep } from '../appointments/confirm-step.tsx';
import { DayStep } from '../appointments/day-step.tsx';
import { TimeStep } from '../appointments/time-step.tsx';
import { WhoStep } from '../appointments/who-step.tsx';
import type { Screen } from '../state/screen.ts';

export function BookScreen({ screen }: { readonly screen: Extract<Screen, { kind: 'book' }> }) {
  const step = stepOf(screen);
  switch (step.at) {
    case 'time':
      return <TimeStep screen={screen} day={step.day} />;
    case 'who':
      return <WhoStep screen={screen} step={step} />;
    case 'confirm':
      return <ConfirmStep screen={screen} step={step} />;
    case 'day':
      break;
  }
  return <DayStep screen={screen} />;
}
