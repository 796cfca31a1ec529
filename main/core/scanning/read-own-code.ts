/** Reads what kiosks themselves print: tickets, appointments, checklists, and the badges of staff. */
import { z } from 'zod';
import { appointmentCodeSchema } from '../../contract/appointments.ts';
import { procedureCodeSchema } from '../../contract/procedure.ts';
import { ticketNumberSchema } from '../../contract/queue.ts';
import type { Scan } from './scan.ts';

const caseIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,20}$/u);
const badgeSchema = z.string().regex(/^[A-Za-z0-9-]{4,32}$/u);

/** No part of any of them holds a colon. */
const mostParts = 3;

/**
 * `TICKET:<YYYY-MM-DD>:<number>`, `APPOINTMENT:<code>`, `CHECKLIST:<procedure>[:<case>]`, `STAFF:<badge>`.
 * Null for everything else.
 */
export function readOwnCode(text: string): Scan | null {
  const [prefix = '', first, second, ...more] = text.split(':', mostParts + 1);
  if (first === undefined || more.length > 0) {
    return null;
  }
  switch (prefix) {
    case 'TICKET':
      return z.iso.date().safeParse(first).success && ticketNumberSchema.safeParse(second).success
        ? { kind: 'ticket', day: first, number: second ?? '' }
        : null;
    case 'APPOINTMENT':
      return appointmentCodeSchema.safeParse(first).success && second === undefined
        ? { kind: 'appointment', appointmentCode: first }
        : null;
    case 'CHECKLIST':
      return procedureCodeSchema.safeParse(first).success && caseIdSchema.optional().safeParse(second).success
        ? { kind: 'checklist', procedureCode: first, caseId: second ?? null }
        : null;
    case 'STAFF':
      return badgeSchema.safeParse(first).success && second === undefined
        ? { kind: 'staff-badge', badge: first }
        : null;
    default:
      return null;
  }
}
