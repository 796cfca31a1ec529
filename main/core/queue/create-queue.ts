/** Queue tickets of one kiosk: which services there are, when they are open, and numbers that are never given twice. */
import { KioskError } from '../../contract/error.ts';
import type { Procedure } from '../../contract/procedure.ts';
import type { Ticket } from '../../contract/queue.ts';
import type { QueueConfiguration } from '../configuration/site-configuration.ts';
import type { Handlers, StaffHandlers } from '../handlers.ts';
import type { Journal } from '../journal/journal.ts';
import type { Clock, Logger } from '../ports.ts';

export interface QueueOptions {
  readonly configuration: QueueConfiguration;
  readonly journal: Journal;
  /** Kept beside the journal is a second record of the numbers, for the day the journal is damaged. */
  readonly dataFolder: string;
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
