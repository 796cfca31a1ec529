/** What a citizen's page may do with the queue, and what it may not. */
import { describe, expect, it } from 'vitest';
import { methods } from '../../../main/contract/methods.ts';
import { staffMethods } from '../../../main/contract/staff-methods.ts';
import { createQueue } from '../../../main/core/queue/create-queue.ts';
import { makeCalendar } from '../office-calendar/make-calendar.ts';
import { at, type OpenedQueue, office, openQueue, visitOf, wednesday } from './queue-fixtures.ts';

const an = visitOf('an');

function take(queue: OpenedQueue, serviceId: string, visit = an, more: { priorityId?: string; code?: string } = {}) {
  const params = { visit, serviceId, priorityId: more.priorityId ?? null, code: more.code ?? null };
  return methods['queue.take'].result.parse(queue.handlers['queue.take'](params));
}

/** "taken A001": the outcome and whatever numbers it tells. */
function say(outcome: ReturnType<typeof take>): string {
  const numbers =
    'ticket' in outcome
      ? [outcome.ticket.number]
      : 'tickets' in outcome
        ? outcome.tickets.map(({ number }) => number)
        : [];
  return [outcome.outcome, ...numbers].join(' ');
}

async function describeFor(queue: OpenedQueue, visit: string) {
  return methods['queue.describe'].result.parse(await queue.handlers['queue.describe']({ visit }));
}

async function serviceFor(queue: OpenedQueue, code: string) {
  return (
    methods['queue.serviceFor'].result.parse(await queue.handlers['queue.serviceFor']({ code })).service?.id ?? null
  );
}

describe('taking a number', () => {
  it('gives what stands on the ticket', () => {
    expect(take(openQueue(), 'sao-y', an, { priorityId: 'aged', code: '2.000815' })).toEqual({
      outcome: 'taken',
      ticket: {
        number: 'S001',
        day: wednesday,
        serviceId: 'sao-y',
        serviceName: { vi: 'Việc sao-y', en: 'Service sao-y' },
        counter: { vi: 'Quầy 1', en: 'Counter 1' },
        priority: { id: 'aged', title: { vi: 'Người từ 60 tuổi', en: 'Aged 60 or over' } },
        takenAtMs: at(`${wednesday} 09:41:05`),
      },
    });
  });

  it('counts each prefix by itself, and anew each day', () => {
    const queue = openQueue();
    const given = ['b', 'c'].flatMap((name) => [
      take(queue, 'ho-tich', visitOf(name)),
      take(queue, 'sao-y', visitOf(name)),
    ]);
    queue.setTime('2026-07-23 07:30:00');
    given.push(take(queue, 'ho-tich', an));
    queue.setTime('2026-07-22 14:00:00');
    given.push(take(queue, 'ho-tich', visitOf('d')));
    expect(given.map(say)).toEqual([
      'taken A001',
      'taken S001',
      'taken A002',
      'taken S002',
      'taken A001',
      'taken A003',
    ]);
  });

  it('answers a repeated call with the same number, also after closing time', () => {
    const queue = openQueue();
    const first = take(queue, 'ho-tich');
    queue.setTime(`${wednesday} 17:30:00`);
    const again = take(queue, 'ho-tich', an, { priorityId: 'aged' });
    expect([say(first), say(again)]).toEqual(['taken A001', 'already-taken A001']);
    expect('ticket' in first && 'ticket' in again && again.ticket).toEqual('ticket' in first && first.ticket);
    expect(queue.ledger.onDay(wednesday)).toHaveLength(1);
  });

  it('gives one visit no more than the office allows, and names what it has', () => {
    const queue = openQueue();
    expect(['ho-tich', 'sao-y', 'dat-dai', 'sao-y'].map((id) => say(take(queue, id)))).toEqual([
      'taken A001',
      'taken S001',
      'too-many A001 S001',
      'already-taken S001',
    ]);
  });

  it('says outside of the hours when they begin, for each service by its own', () => {
    const [first, ...others] = office.services;
    const early = [{ days: [3], from: '07:00', to: '08:00' }];
    const services = first === undefined ? [] : [{ ...first, hours: early }, ...others];
    const queue = openQueue({ time: `${wednesday} 07:10:00`, configuration: { ...office, services } });
    expect(say(take(queue, 'sao-y'))).toBe('taken S001');
    expect(take(queue, 'ho-tich')).toEqual({ outcome: 'closed', opensAtMs: at(`${wednesday} 07:30:00`) });
    queue.setTime(`${wednesday} 11:30:00`);
    expect(take(queue, 'ho-tich')).toEqual({ outcome: 'closed', opensAtMs: at(`${wednesday} 13:00:00`) });
  });

  it.each([
    ['a service there is not', { serviceId: 'nowhere' }],
    ['a kind of priority there is not', { priorityId: 'minister' }],
    ['a procedure there is not', { code: '9.999999' }],
    ['a name that every object has', { serviceId: 'constructor' }],
  ])('refuses %s and writes nothing', (_what, changes) => {
    const queue = openQueue();
    const params = { visit: an, serviceId: 'ho-tich', priorityId: null, code: null, ...changes };
    expect(() => queue.handlers['queue.take'](params)).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(queue.ledger.onDay(wednesday)).toEqual([]);
  });

  it.each([
    ['a visit that could be guessed', { visit: 'an' }],
    ['a visit without an end', { visit: 'a'.repeat(100_000) }],
    ['a service of a megabyte', { serviceId: 'a'.repeat(1_000_000) }],
    ['SQL for a visit', { visit: "x' OR visit IS NOT NULL --" }],
    ['keys nobody knows', { number: 'A001' }],
    ['no kind of priority at all', { priorityId: undefined }],
  ])('is not even tried with %s', (_what, changes) => {
    const params = { visit: an, serviceId: 'ho-tich', priorityId: null, code: null, ...changes };
    expect(methods['queue.take'].params.safeParse(params).success).toBe(false);
  });
});

describe('a number', () => {
  it('is told to the visit that took it and to no other', async () => {
    const queue = openQueue();
    take(queue, 'ho-tich');
    const other = visitOf('binh');
    expect((await describeFor(queue, an)).taken.map(({ number }) => number)).toEqual(['A001']);
    expect((await describeFor(queue, other)).taken).toEqual([]);
    expect([queue.ticketOf(an, 'A001')?.number, queue.ticketOf(other, 'A001'), queue.ticketOf(an, 'A002')]).toEqual([
      'A001',
      null,
      null,
    ]);
  });

  it('is nobody’s once the citizen has gone, though it stays given', () => {
    const queue = openQueue();
    take(queue, 'ho-tich');
    queue.forgetVisits();
    expect(queue.ticketOf(an, 'A001')).toBeNull();
    expect(say(take(queue, 'ho-tich'))).toBe('taken A002');
    expect(queue.ledger.onDay(wednesday)).toHaveLength(2);
  });

  it('is over with its day', async () => {
    const queue = openQueue({ configuration: { ...office, hours: [{ days: [3, 4], from: '00:00', to: '23:59' }] } });
    queue.setTime(`${wednesday} 23:58:59`);
    take(queue, 'ho-tich');
    queue.setTime('2026-07-23 00:00:00');
    expect([queue.ticketOf(an, 'A001'), (await describeFor(queue, an)).taken]).toEqual([null, []]);
    expect(say(take(queue, 'ho-tich'))).toBe('taken A001');
  });

  it('keeps the id of a service or kind that has gone from the configuration', () => {
    const { folder, journal } = ((queue) => {
      take(queue, 'dat-dai', an, { priorityId: 'aged' });
      return queue;
    })(openQueue());
    journal.close();
    const queue = openQueue({
      folder,
      configuration: { ...office, services: office.services.slice(0, 2), priorityKinds: [] },
    });
    expect(queue.ticketOf(an, 'C001')).toMatchObject({
      serviceName: { vi: 'dat-dai', en: 'dat-dai' },
      counter: null,
      priority: { id: 'aged', title: { vi: 'aged', en: 'aged' } },
    });
  });
});

describe('the services', () => {
  it('stand in the order of the configuration with today’s count and opening', async () => {
    const queue = openQueue();
    take(queue, 'ho-tich');
    const { services, priorityKinds } = await describeFor(queue, an);
    expect(
      services.map(({ id, prefix, procedureCode, givenToday }) => [id, prefix, procedureCode, givenToday]),
    ).toEqual([
      ['sao-y', 'S', '2.000815', 0],
      ['ho-tich', 'A', null, 1],
      ['dat-dai', 'C', null, 0],
    ]);
    expect(services.every(({ opening }) => opening.isOpen)).toBe(true);
    expect(priorityKinds).toEqual(office.priorityKinds);
    queue.setTime('2026-07-23 09:00:00');
    expect((await describeFor(queue, an)).services.map(({ givenToday }) => givenToday)).toEqual([0, 0, 0]);
  });

  it.each<[code: string, service: string | null, why: string]>([
    ['2.000815', 'sao-y', 'a service for the single procedure wins over its field'],
    ['1.001193', 'ho-tich', 'the first of two services for a field'],
    ['1.013978', 'dat-dai', 'by the field'],
    ['1.012786', 'dat-dai', 'named by the office, though it is handed in elsewhere'],
    ['1.004222', null, 'the field is served here, and this paper goes to the police'],
    ['1.013855', null, 'no service has the field'],
  ])('for %s it is %s: %s', async (code, service, _why) => {
    expect(await serviceFor(openQueue(), code)).toBe(service);
  });

  it('are none for a procedure the catalogue does not hold', async () => {
    await expect(async () => serviceFor(openQueue(), '9.999999')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are told in the log where they name such a procedure', () => {
    const services = office.services.map((service) => ({
      ...service,
      procedures: [...service.procedures, '9.99999' + service.prefix.length],
    }));
    expect(openQueue({ configuration: { ...office, services } }).logger.entries).toMatchObject([
      { level: 'warn', fields: { codes: ['9.999991', '9.999991', '9.999991'] } },
    ]);
    expect(openQueue().logger.entries).toEqual([]);
  });
});

describe('what staff see', () => {
  it('is every number of today with totals, whose it is left out', async () => {
    const queue = openQueue();
    take(queue, 'ho-tich', an, { priorityId: 'aged', code: '1.001193' });
    take(queue, 'ho-tich', visitOf('binh'));
    queue.forgetVisits();
    const today = staffMethods['tickets.today'].result.parse(await queue.staffHandlers['tickets.today']({}));
    expect(
      today.services.map(({ id, given, givenWithPriority, lastNumber }) => [id, given, givenWithPriority, lastNumber]),
    ).toEqual([
      ['sao-y', 0, 0, null],
      ['ho-tich', 2, 1, 'A002'],
      ['dat-dai', 0, 0, null],
    ]);
    expect(today.tickets).toEqual([
      {
        number: 'A001',
        serviceId: 'ho-tich',
        takenAtMs: at(`${wednesday} 09:41:05`),
        priorityId: 'aged',
        procedureCode: '1.001193',
      },
      {
        number: 'A002',
        serviceId: 'ho-tich',
        takenAtMs: at(`${wednesday} 09:41:05`),
        priorityId: null,
        procedureCode: null,
      },
    ]);
    expect(JSON.stringify(today)).not.toContain(an);
  });
});

describe('a ledger that cannot be read', () => {
  const unreadable = {
    take: () => null,
    takenBy: () => null,
    takenFor: () => null,
    onDay: () => null,
    forgetVisits: () => undefined,
  };
  const createUnreadable = () => {
    const { clock, logger } = openQueue();
    return createQueue({
      configuration: office,
      calendar: makeCalendar(),
      ledger: unreadable,
      clock,
      logger,
      getProcedure: () => null,
    });
  };

  it('gives no numbers, and is never taken for a day without any', async () => {
    const queue = createUnreadable();
    const { handlers, staffHandlers } = queue;
    const params = { visit: an, serviceId: 'ho-tich', priorityId: null, code: null };
    expect(await handlers['queue.take'](params)).toEqual({ outcome: 'no-room' });
    const unavailable = expect.objectContaining({ code: 'unavailable', retryable: true });
    expect(() => handlers['queue.describe']({ visit: an })).toThrow(unavailable);
    expect(() => staffHandlers['tickets.today']({})).toThrow(unavailable);
    expect(queue.ticketOf(an, 'A001')).toBeNull();
  });
});
