/**
 * A kiosk's core as far as the queue goes, in a process of its own that is killed at any moment: takes numbers without end and
 * prints each one it was answered, `day number`, as a line. The clock is given: it starts where it is told and goes on by
 * half a minute a ticket, wherever the real one stands.
 */
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openJournal } from '../../main/core/journal/open-journal.ts';
import { createTicketLedger } from '../../main/core/journal/queue-tickets.ts';
import { createQueue } from '../../main/core/queue/create-queue.ts';

const [dataFolder = '', startMs = ''] = process.argv.slice(2);
const stepMs = 30_000;
let nowMs = Number(startMs);
const clock = { nowMs: () => nowMs };
const trouble = (message: string): void => void process.stderr.write(`${message}\n`);
const logger = { info: () => undefined, warn: trouble, error: trouble };

const journal = openJournal(dataFolder, { clock, logger });
const hours = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '23:59' }];
const services = ['A', 'B', 'S'].map((prefix) => {
  const name = { vi: prefix, en: prefix };
  return { id: prefix.toLowerCase(), name, prefix, counter: null, fields: [], procedures: [], hours: null };
});
const queue = createQueue({
  configuration: { services, hours, mostTicketsAVisit: 2, priorityKinds: [] },
  // Open every day: the test is about numbers.
  calendar: { isClosedDate: () => false, hoursWeekdayOf: () => 1, hoursOn: () => [] },
  ledger: createTicketLedger(journal, { dataFolder, clock, logger }),
  clock,
  logger,
  getProcedure: () => null,
});

for (;;) {
  const visit = randomBytes(18).toString('base64url');
  for (const { id } of services.slice(0, 2)) {
    nowMs += stepMs;
    const outcome = await queue.handlers['queue.take']({ visit, serviceId: id, priorityId: null, code: null });
    if (outcome.outcome === 'taken') {
      // At once and whole, so that what stands here is what a citizen could have read.
      writeSync(1, `${outcome.ticket.day} ${outcome.ticket.number}\n`);
    } else if (outcome.outcome !== 'closed') {
      throw new Error(`a ticket was answered with ${outcome.outcome}`);
    }
  }
  // Somebody with an appointment, whose slip is held there twice.
  const code = randomBytes(5).toString('hex').toUpperCase();
  const [first, again] = [0, 1].map(() => queue.takeForAppointment(code, '9.999999', services[0]?.id ?? ''));
  if (first?.outcome === 'taken') {
    if (again?.outcome !== 'taken' || again.ticket.number !== first.ticket.number) {
      throw new Error('an appointment was given two numbers');
    }
    writeSync(1, `${first.ticket.day} ${first.ticket.number}\n`);
  }
  services.push(...services.splice(0, 1));
  // As `session.end` does.
  queue.forgetVisits();
  journal.checkpoint();
}
