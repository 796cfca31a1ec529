/** The questions about appointments (docs/portal-api.yaml, tag `appointments`). */
import { citizenWaitMs } from './dossier-questions.ts';
import type { PortalQuestion } from './portal-question.ts';
import { type WireAppointment, type WireSlots, wireAppointmentSchema, wireSlotsSchema } from './portal-schemas.ts';
import type { Problem } from './read-answer.ts';
import { understandBody } from './understand-body.ts';

export type Settled = { readonly outcome: 'settled'; readonly appointment: WireAppointment };
export type Missing = { readonly outcome: 'not-found' };
export type Done = { readonly outcome: 'done'; readonly appointment: WireAppointment };
export type Full = { readonly outcome: 'full' };
export type OutOfWindow = {
  readonly outcome: 'too-early' | 'too-late' | 'other-day';
  readonly appointment: WireAppointment;
};

/** Longer than for a read: a booking nobody knows the outcome of is worse than three more seconds. */
const writeMs = 8_000;

const read = { method: 'GET', body: null, idempotencyKey: null, kind: 'read', deadlineMs: citizenWaitMs } as const;
const write = { body: null, idempotencyKey: null, kind: 'write', deadlineMs: writeMs } as const;

export function slotsQuestion(procedureCode: string, days: number): PortalQuestion<WireSlots | null> {
  return {
    ...read,
    name: 'free times',
    path: `v1/appointment-slots?procedure=${encodeURIComponent(procedureCode)}&days=${days}`,
    understand: understandBody(wireSlotsSchema, (slots) => ({ value: slots })),
    understandProblem: ({ code }) => (code === 'not-offered' ? { value: null } : null),
  };
}

export interface BookingWish {
  readonly procedureCode: string;
  readonly day: string;
  readonly from: string;
  readonly name: string;
}

export function bookQuestion(key: string, wish: BookingWish): PortalQuestion<Done | Full> {
  return {
    ...write,
    name: 'booking',
    method: 'POST',
    path: 'v1/appointments',
    body: wish,
    idempotencyKey: key,
    understand: understandBody(wireAppointmentSchema, (appointment) =>
      appointment.procedureCode === wish.procedureCode ? { value: { outcome: 'done', appointment } } : null,
    ),
    // Offered when the times were asked for, and no longer: for who stands there it is the same.
    understandProblem: ({ code }) =>
      code === 'slot-full' || code === 'not-offered' ? { value: { outcome: 'full' } } : null,
  };
}

export function appointmentQuestion(appointmentCode: string): PortalQuestion<WireAppointment | null> {
  return {
    ...read,
    name: 'appointment',
    path: pathOf(appointmentCode),
    understand: understandBody(wireAppointmentSchema, (appointment) =>
      isOf(appointmentCode, appointment) ? { value: appointment } : null,
    ),
    understandProblem: ({ code }) => (code === 'not-found' ? { value: null } : null),
  };
}

export function changeQuestion(
  key: string,
  appointmentCode: string,
  { day, from }: { readonly day: string; readonly from: string },
): PortalQuestion<Done | Full | Settled | Missing> {
  return {
    ...write,
    name: 'change of an appointment',
    method: 'PUT',
    path: `${pathOf(appointmentCode)}/slot`,
    body: { day, from },
    idempotencyKey: key,
    understand: understandDone(appointmentCode),
    understandProblem: (problem) =>
      problem.code === 'slot-full' ? { value: { outcome: 'full' } } : settledOrMissing(appointmentCode, problem),
  };
}

export function giveBackQuestion(appointmentCode: string): PortalQuestion<Done | Settled | Missing> {
  return {
    ...write,
    name: 'giving back of an appointment',
    method: 'DELETE',
    path: pathOf(appointmentCode),
    understand: understandDone(appointmentCode),
    understandProblem: (problem) => settledOrMissing(appointmentCode, problem),
  };
}

export function giveBackByKeyQuestion(key: string): PortalQuestion<null> {
  return {
    ...write,
    name: 'giving back of a booking without an answer',
    method: 'DELETE',
    path: `v1/appointments?key=${encodeURIComponent(key)}`,
    understand: () => ({ value: null }),
    understandProblem: () => null,
  };
}

export function checkInQuestion(appointmentCode: string): PortalQuestion<Done | OutOfWindow | Settled | Missing> {
  return {
    ...write,
    name: 'check-in',
    method: 'POST',
    path: `${pathOf(appointmentCode)}/check-in`,
    understand: understandDone(appointmentCode),
    understandProblem: (problem) => {
      const { code, appointment } = problem;
      if (code === 'too-early' || code === 'too-late' || code === 'other-day') {
        return isOf(appointmentCode, appointment) ? { value: { outcome: code, appointment } } : null;
      }
      return settledOrMissing(appointmentCode, problem);
    },
  };
}

function understandDone(appointmentCode: string): (body: unknown) => { readonly value: Done } | null {
  return understandBody(wireAppointmentSchema, (appointment) =>
    isOf(appointmentCode, appointment) ? { value: { outcome: 'done', appointment } } : null,
  );
}

function settledOrMissing(
  appointmentCode: string,
  { code, appointment }: Problem,
): { readonly value: Settled | Missing } | null {
  if (code === 'not-found') {
    return { value: { outcome: 'not-found' } };
  }
  return code === 'settled' && isOf(appointmentCode, appointment)
    ? { value: { outcome: 'settled', appointment } }
    : null;
}

/** An answer about another appointment is none. */
function isOf(appointmentCode: string, appointment: WireAppointment | undefined): appointment is WireAppointment {
  return appointment?.appointmentCode === appointmentCode;
}

function pathOf(appointmentCode: string): string {
  return `v1/appointments/${encodeURIComponent(appointmentCode)}`;
}
