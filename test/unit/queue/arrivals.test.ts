/** Numbers for who comes with an appointment, and where a number stands. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { methods } from '../../../main/contract/methods.ts';
import { folderInMemory } from '../../faults/folder-in-memory.ts';
import { journalBytes } from '../journal/journal-fixtures.ts';
import { at, type OpenedQueue, office, openQueue, visitOf, wednesday } from './queue-fixtures.ts';

const birth = '1.001193';

/** "A001 after 0", or why there is none. */
function arrive(queue: OpenedQueue, code: string, procedureCode = birth, serviceId = 'portal-service'): string {
  const number = queue.takeForAppointment(code, procedureCode, serviceId);
  return number.outcome === 'taken' ? `${number.ticket.number} after ${number.givenBefore}` : number.outcome;
}

function take(queue: OpenedQueue, name: string, serviceId = 'ho-tich'): void {
  void queue.handlers['queue.take']({ visit: visitOf(name), serviceId, priorityId: null, code: null });
}

async function place(queue: OpenedQueue, number: string, day: string = wednesday) {
  const { params, result } = methods['queue.place'];
  return result.parse(await queue.handlers['queue.place'](params.parse({ day, number })));
}

describe('an appointment', () => {
  it('gets a number as everybody does, with its place', () => {
    const queue = openQueue();
    take(queue, 'an');
    take(queue, 'binh', 'sao-y');
    const number = queue.takeForAppointment('AB12CD34', birth, 'portal-service');
    expect(number).toEqual({
      outcome: 'taken',
      givenBefore: 1,
      ticket: {
        number: 'A002',
        day: wednesday,
        serviceId: 'ho-tich',
        serviceName: { vi: 'Việc ho-tich', en: 'Service ho-tich' },
        counter: null,
        priority: null,
        takenAtMs: at(`${wednesday} 09:41:05`),
      },
    });
    expect(queue.ledger.onDay(wednesday)?.at(-1)).toMatchObject({ number: 'A002', code: birth });
    expect(arrive(queue, 'EF56GH78')).toBe('A003 after 2');
  });

  it('has the same number each time: for the next citizen, after closing time, after a restart', () => {
    const queue = openQueue();
    take(queue, 'an');
    const seen = [arrive(queue, 'AB12CD34')];
    take(queue, 'binh');
    seen.push(arrive(queue, 'AB12CD34'));
    queue.forgetVisits();
    seen.push(arrive(queue, 'AB12CD34'));
    queue.setTime(`${wednesday} 20:00:00`);
    seen.push(arrive(queue, 'AB12CD34'));
    queue.journal.close();
    const next = openQueue({ folder: queue.folder, time: `${wednesday} 14:00:00` });
    seen.push(arrive(next, 'AB12CD34'));
    expect(seen).toEqual(Array.from({ length: 5 }, () => 'A002 after 1'));
    expect(next.ledger.onDay(wednesday)).toHaveLength(3);
  });

  it('is not limited by what a visit may take, and takes nothing from it', () => {
    const queue = openQueue();
    expect(['A1', 'A2', 'A3', 'A4'].map((code) => arrive(queue, code))).toEqual([
      'A001 after 0',
      'A002 after 1',
      'A003 after 2',
      'A004 after 3',
    ]);
  });

  it.each([
    ['the procedure is named there', '2.000815', 'dat-dai', 'S001 after 0'],
    ['its field is', birth, 'dat-dai', 'A001 after 0'],
    ['the portal calls it so, and the procedure is handed in elsewhere', '1.004222', 'dat-dai', 'C001 after 0'],
    ['the portal calls it so, and the catalogue knows no such procedure', '9.999999', 'dat-dai', 'C001 after 0'],
  ])('is of the service where %s', (_why, procedureCode, serviceId, expected) => {
    expect(arrive(openQueue(), 'AB12CD34', procedureCode, serviceId)).toBe(expected);
  });

  it('gets none where there is no service, none outside of its hours, none that cannot be written down', () => {
    const queue = openQueue();
    expect(arrive(queue, 'AB12CD34', '1.013855', 'nowhere')).toBe('no-queue');
    expect(arrive(openQueue({ configuration: { ...office, services: [] } }), 'AB12CD34')).toBe('no-queue');
    queue.setTime(`${wednesday} 12:00:00`);
    expect(arrive(queue, 'AB12CD34')).toBe('closed');
    queue.setTime(`${wednesday} 14:00:00`);
    queue.journal.read((reader) => reader.prepare('PRAGMA query_only = ON').run());
    expect(() => arrive(queue, 'AB12CD34')).not.toThrow();
    expect(arrive(queue, 'AB12CD34')).toBe('no-room');
    expect(queue.ledger.onDay(wednesday)).toEqual([]);
  });

  it('can be printed by whoever stands there, until he has gone', () => {
    const queue = openQueue();
    take(queue, 'an');
    arrive(queue, 'AB12CD34');
    const other = visitOf('binh');
    expect([queue.ticketOf(other, 'A002')?.number, queue.ticketOf(other, 'A001')]).toEqual(['A002', null]);
    queue.forgetVisits();
    expect(queue.ticketOf(other, 'A002')).toBeNull();
    arrive(queue, 'AB12CD34');
    queue.setTime('2026-07-23 08:00:00');
    expect(queue.ticketOf(other, 'A002')).toBeNull();
  });

  it('leaves no code on the disk, and no trace of it once another day has begun', () => {
    const queue = openQueue();
    arrive(queue, 'SECRET1234');
    expect(journalBytes(queue.folder).includes('SECRET1234')).toBe(false);
    expect(readFileSync(join(queue.folder, 'queue-numbers.json'), 'utf8')).not.toContain('SECRET');
    const kept = () => {
      const sql = 'SELECT count(*) FROM queue_ticket WHERE appointment IS NOT NULL';
      return queue.journal.read((reader) => reader.prepare(sql).pluck().get());
    };
    expect(kept()).toEqual({ done: true, value: 1 });
    queue.setTime('2026-07-23 08:00:00');
    take(queue, 'an');
    expect(kept()).toEqual({ done: true, value: 0 });
    expect(JSON.stringify(queue.logger.entries)).not.toContain('SECRET');
  });

  it('has one number a day whatever happens between (property)', () => {
    const steps = fc.constantFrom('AAAA1111', 'BBBB2222', 'CCCC3333', 'restart', 'leave', 'walk-in');
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 25 }), (events) => {
        const folder = folderInMemory();
        let queue = openQueue({ folder });
        const numbers = new Map<string, string>();
        events.forEach((event, index) => {
          if (event === 'restart') {
            queue.journal.close();
            queue = openQueue({ folder });
          } else if (event === 'leave') {
            queue.forgetVisits();
          } else if (event === 'walk-in') {
            take(queue, `visit${index}`);
          } else {
            const seen = arrive(queue, event);
            expect(numbers.get(event) ?? seen).toBe(seen);
            numbers.set(event, seen);
          }
        });
        expect(new Set(numbers.values()).size).toBe(numbers.size);
        queue.journal.close();
      }),
      { numRuns: 40 },
    );
  });
});

describe('where a number stands', () => {
  it('is told among those of its service, today', async () => {
    const queue = openQueue();
    for (const [name, serviceId] of [
      ['a', 'ho-tich'],
      ['b', 'sao-y'],
      ['c', 'ho-tich'],
      ['d', 'ho-tich'],
    ] as const) {
      take(queue, name, serviceId);
    }
    expect(await place(queue, 'A002')).toMatchObject({
      outcome: 'today',
      ticket: { number: 'A002', serviceId: 'ho-tich' },
      givenBefore: 1,
      givenAfter: 1,
    });
    expect(await place(queue, 'S001')).toMatchObject({ outcome: 'today', givenBefore: 0, givenAfter: 0 });
  });

  it('is not told of another day, nor of a number nobody was given', async () => {
    const queue = openQueue();
    take(queue, 'a');
    expect(await place(queue, 'A002')).toEqual({ outcome: 'not-found' });
    expect(await place(queue, 'A001', '2026-07-21')).toEqual({ outcome: 'other-day', day: '2026-07-21' });
    queue.setTime('2026-07-23 08:00:00');
    expect(await place(queue, 'A001')).toEqual({ outcome: 'other-day', day: wednesday });
  });
});
