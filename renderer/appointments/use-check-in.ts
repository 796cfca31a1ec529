/** Checking in: a number for the appointment, the same one however often it is asked for. */
import { useEffect, useRef, useState } from 'react';
import type { Appointment, CheckInAnswer } from '../../main/contract/appointments.ts';
import type { Ticket } from '../../main/contract/queue.ts';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { toKioskError } from '../hooks/use-answer.ts';
import { useScanHold } from '../scanning/use-scan-hold.ts';

export type CheckInRefusal =
  | Exclude<CheckInAnswer, { outcome: 'checked-in' }>
  /** The kiosk's own fault, with a code for staff. */
  | { readonly outcome: 'failed'; readonly code: string };

export interface CheckIn {
  readonly isAsking: boolean;
  /** Null where nothing was refused. */
  readonly refusal: CheckInRefusal | null;
  readonly ask: () => void;
  readonly dismiss: () => void;
}

interface CheckInOptions {
  readonly appointmentCode: string;
  readonly onNumber: (ticket: Ticket, givenBefore: number, appointment: Appointment) => void;
}

export function useCheckIn({ appointmentCode, onNumber }: CheckInOptions): CheckIn {
  const { connection, setBusy } = useKiosk();
  const [isAsking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<CheckInRefusal | null>(null);
  const isGone = useRef(false);
  useScanHold(isAsking);

  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  useEffect(() => {
    setBusy(isAsking);
    return () => setBusy(false);
  }, [isAsking, setBusy]);

  const settle = async () => {
    let next: CheckInRefusal | null = null;
    try {
      const answer = await connection.call('appointments.checkIn', { appointmentCode });
      if (isGone.current) return;
      if (answer.outcome === 'checked-in') onNumber(answer.ticket, answer.givenBefore, answer.appointment);
      else next = answer;
    } catch (cause) {
      const { code } = toKioskError(cause);
      // The answer was lost: the number may be there, and asking again tells it.
      next = code === 'unavailable' ? { outcome: 'unsure' } : { outcome: 'failed', code };
    }
    if (isGone.current) return;
    setAsking(false);
    setRefusal(next);
  };
  return {
    isAsking,
    refusal,
    ask() {
      if (isAsking) return;
      setAsking(true);
      setRefusal(null);
      void settle();
    },
    dismiss: () => setRefusal(null),
  };
}
