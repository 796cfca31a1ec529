/** Queue tickets of one kiosk: which services there are, when they are open, and numbers that are never given twice. */
import { KioskError } from '../../contract/error.ts';
import type { Procedure } from '../../contract/procedure.ts';
import type { PriorityKind, QueueService, Ticket } from '../../contract/queue.ts';
import type { Handlers, StaffHandlers } from '../handlers.ts';
import type { Clock, Logger } from '../ports.ts';
import type { TicketLedger } from './ticket-ledger.ts';

type Bilingual = QueueService['name'];

/** A span of hours on some days of the week. */
export interface OpenHours {
  /** 1 Monday … 7 Sunday. */
  readonly days: readonly number[];
  /** HH:MM, office time. */
  readonly from: string;
  readonly to: string;
}

export interface ConfiguredService {
  readonly id: string;
  readonly name: Bilingual;
  readonly prefix: string;
  readonly counter: Bilingual | null;
  /** Fields (lĩnh vực) by name, and single procedures, which win over fields. */
  readonly fields: readonly string[];
  readonly procedures: readonly string[];
  /** Null: the queue's. */
  readonly hours: readonly OpenHours[] | null;
}

/** The queue's part of the site's configuration. */
export interface QueueConfiguration {
  readonly services: readonly ConfiguredService[];
  readonly hours: readonly OpenHours[];
  /** YYYY-MM-DD. */
  readonly closedDates: readonly string[];
  readonly mostTicketsAVisit: number;
  readonly priorityKinds: readonly PriorityKind[];
}

export interface QueueOptions {
  readonly configuration: QueueConfiguration;
  readonly ledger: TicketLedger;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly getProcedure: (code: string) => Procedure | null;
}

export interface Queue {
  readonly handlers: Pick<Handlers, 'queue.describe' | 'queue.serviceFor' | 'queue.take'>;
  readonly staffHandlers: Pick<StaffHandlers, 'tickets.today'>;
  /** A number this visit took today; null for any other. */
  ticketOf(visit: string, number: string): Ticket | null;
  /** The citizen has gone: no visit can show or print what it took any more. */
  forgetVisits(): void;
}

export function createQueue(_options: QueueOptions): Queue {
  const missing = (): never => {
    throw new KioskError('unavailable', 'not built yet');
  };
  return {
    handlers: { 'queue.describe': missing, 'queue.serviceFor': missing, 'queue.take': missing },
    staffHandlers: { 'tickets.today': missing },
    ticketOf: () => null,
    forgetVisits: () => undefined,
  };
}
