/** A queue over a real journal in a temporary folder, with a clock that the test sets. */
import { onTestFinished } from 'vitest';
import type { Place, Procedure } from '../../../main/contract/procedure.ts';
import type { Journal } from '../../../main/core/journal/journal.ts';
import { openJournal } from '../../../main/core/journal/open-journal.ts';
import { createTicketLedger } from '../../../main/core/journal/queue-tickets.ts';
import { createQueue } from '../../../main/core/queue/create-queue.ts';
import type { ConfiguredService, QueueConfiguration } from '../../../main/core/queue/queue-configuration.ts';
import type { TicketLedger, TicketWish } from '../../../main/core/queue/ticket-ledger.ts';
import { makeProcedure } from '../../fakes/make-procedure.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { makeCalendar } from '../office-calendar/make-calendar.ts';

/** A moment of the office's clock: `at('2026-07-22 09:41:05')`. */
export function at(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}+07:00`);
}

/** A Wednesday. */
export const wednesday = '2026-07-22';

export function makeService(
  changes: Partial<ConfiguredService> & Pick<ConfiguredService, 'id' | 'prefix'>,
): ConfiguredService {
  return {
    name: { vi: `Việc ${changes.id}`, en: `Service ${changes.id}` },
    counter: null,
    fields: [],
    procedures: [],
    hours: null,
    ...changes,
  };
}

export const office: QueueConfiguration = {
  services: [
    makeService({ id: 'sao-y', prefix: 'S', procedures: ['2.000815'], counter: { vi: 'Quầy 1', en: 'Counter 1' } }),
    makeService({ id: 'ho-tich', prefix: 'A', fields: ['Hộ tịch', 'Chứng thực'] }),
    makeService({ id: 'dat-dai', prefix: 'C', fields: ['Đất đai', 'Hộ tịch'], procedures: ['1.012786'] }),
  ],
  hours: null,
  mostTicketsAVisit: 2,
  priorityKinds: [{ id: 'aged', title: { vi: 'Người từ 60 tuổi', en: 'Aged 60 or over' } }],
};

const procedures = new Map(
  (
    [
      ['2.000815', 'Chứng thực', 'here'],
      ['1.001193', 'Hộ tịch', 'here'],
      ['1.013978', 'Đất đai', 'here'],
      ['1.012786', 'Đất đai', 'land-office'],
      ['1.004222', 'Hộ tịch', 'police'],
      ['1.013855', 'An toàn thực phẩm', 'here'],
    ] satisfies [string, string, Place][]
  ).map(([code, field, servedAt]) => [code, makeProcedure({ code, field, servedAt })]),
);

function procedureOf(code: string): Procedure | null {
  return procedures.get(code) ?? null;
}

export function openLedger(folder: string, nowMs: number, logger = createRecordingLogger()) {
  const clock = { nowMs: () => nowMs };
  const journal = openJournal(folder, { clock, logger });
  onTestFinished(() => journal.close());
  return { journal, logger, ledger: createTicketLedger(journal, { dataFolder: folder, clock, logger }) };
}

export interface OpenedQueue extends ReturnType<typeof createQueue> {
  readonly folder: string;
  readonly journal: Journal;
  readonly ledger: TicketLedger;
  readonly logger: ReturnType<typeof createRecordingLogger>;
  readonly clock: { nowMs(): number };
  setTime(text: string): void;
}

export function openQueue({
  folder = temporaryFolder(),
  time = `${wednesday} 09:41:05`,
  configuration = office,
}: {
  readonly folder?: string;
  readonly time?: string;
  readonly configuration?: QueueConfiguration;
} = {}): OpenedQueue {
  let nowMs = at(time);
  const clock = { nowMs: () => nowMs };
  const logger = createRecordingLogger();
  const journal = openJournal(folder, { clock, logger });
  onTestFinished(() => journal.close());
  const ledger = createTicketLedger(journal, { dataFolder: folder, clock, logger });
  const queue = createQueue({
    configuration,
    calendar: makeCalendar(),
    ledger,
    clock,
    logger,
    getProcedure: procedureOf,
  });
  const setTime = (text: string): void => {
    nowMs = at(text);
  };
  return { ...queue, folder, journal, ledger, logger, clock, setTime };
}

/** Visits as the page names them. */
export function visitOf(name: string): string {
  return name.padEnd(16, '_');
}

export function makeWish(changes: Partial<TicketWish> = {}): TicketWish {
  return {
    day: wednesday,
    serviceId: 'ho-tich',
    prefix: 'A',
    visit: visitOf('anybody'),
    appointment: null,
    priorityId: null,
    code: null,
    takenAtMs: at(`${wednesday} 09:41:05`),
    ...changes,
  };
}
