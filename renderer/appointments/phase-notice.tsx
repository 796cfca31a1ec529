/** What an appointment's moment means for whoever stands here with its slip. */
import type { Appointment } from '../../main/contract/appointments.ts';
import { Notice } from '../components/notice.tsx';
import { useWording } from '../hooks/use-wording.ts';
import { fullDayWords } from '../wording/appointment-words.ts';
import { clockWords } from '../wording/opening-words.ts';
import type { AppointmentPhase } from './appointment-phase.ts';

const titleKeys = {
  ahead: 'appointment.aheadTitle',
  early: 'appointment.earlyTitle',
  open: 'appointment.openTitle',
  late: 'appointment.lateTitle',
  over: 'appointment.overTitle',
  'checked-in': 'appointment.checkedInTitle',
  'given-back': 'appointment.givenBackTitle',
  missed: 'appointment.missedTitle',
} as const satisfies Record<AppointmentPhase, string>;

const textKeys = {
  ahead: 'appointment.aheadText',
  early: 'appointment.earlyText',
  open: 'appointment.openText',
  late: 'appointment.lateText',
  over: 'appointment.overText',
  'checked-in': 'appointment.checkedInText',
  'given-back': 'appointment.givenBackText',
  missed: 'appointment.missedText',
} as const satisfies Record<AppointmentPhase, string>;

const goodPhases: ReadonlySet<AppointmentPhase> = new Set(['ahead', 'open', 'checked-in', 'given-back']);

interface PhaseNoticeProps {
  readonly appointment: Appointment;
  readonly phase: AppointmentPhase;
}

export function PhaseNotice({ appointment, phase }: PhaseNoticeProps) {
  const { t, language } = useWording();
  const values = {
    date: fullDayWords(appointment.day, language),
    from: clockWords(appointment.checkInFromMs),
    until: clockWords(appointment.checkInUntilMs),
  };
  const isGood = goodPhases.has(phase);
  return (
    <Notice
      tone={isGood ? 'green' : 'gold'}
      icon={isGood ? 'check' : phase === 'early' ? 'clock' : 'information'}
      isLive
      title={t(titleKeys[phase])}
    >
      <p>{t(textKeys[phase], values)}</p>
    </Notice>
  );
}
