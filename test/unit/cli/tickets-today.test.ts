/** `kioskctl tickets today`: as a table, as JSON, as CSV, beside a kiosk and without one. */
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createUnixStaffDoor } from '../../../main/adapters/staff-door/create-unix-staff-door.ts';
import { staffSocketPath } from '../../../main/adapters/staff-door/staff-socket-path.ts';
import { csvText } from '../../../main/cli/csv-text.ts';
import { lockDataFolder } from '../../../main/core/data-folder-lock.ts';
import { connectStaff } from '../../../main/core/kiosk-connection.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { at, office, openQueue, visitOf, wednesday } from '../queue/queue-fixtures.ts';
import { run } from './run-in-process.ts';

// kioskctl asks the machine what day it is where no kiosk runs.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: at(`${wednesday} 23:30:00`) });
});
afterEach(() => {
  vi.useRealTimers();
});

const ask = (folder: string, ...more: string[]) => run(['tickets', 'today', '--data-dir', folder, ...more]);

/** A kiosk that gave three numbers today and one the day before. */
async function openUsedQueue() {
  const name = { vi: 'Sao y, "chứng thực"', en: 'Certified copies' };
  const services = office.services.map((service) => (service.id === 'sao-y' ? { ...service, name } : service));
  const queue = openQueue({ time: '2026-07-21 09:00:00', configuration: { ...office, services } });
  const take = (visit: string, serviceId: string, priorityId: string | null = null, code: string | null = null) =>
    queue.handlers['queue.take']({ visit: visitOf(visit), serviceId, priorityId, code });
  await take('truoc', 'ho-tich');
  queue.setTime(`${wednesday} 07:30:00`);
  await take('an', 'sao-y', 'aged', '2.000815');
  queue.setTime(`${wednesday} 16:59:59`);
  await take('binh', 'ho-tich');
  await take('chi', 'sao-y');
  return queue;
}

/** The data folder as that kiosk left it. */
async function usedFolder(): Promise<string> {
  const { folder, journal } = await openUsedQueue();
  journal.close();
  return folder;
}

describe('kioskctl tickets today', () => {
  it('shows numbers in the order they were given, and totals', async () => {
    expect(await ask(await usedFolder())).toEqual({
      exitCode: 0,
      errors: '',
      output: [
        '3 given on 2026-07-22.',
        '',
        'Number  Time      Priority  Procedure  Service',
        'S001    07:30:00  aged      2.000815   sao-y',
        'A001    16:59:59  -         -          ho-tich',
        'S002    16:59:59  -         -          sao-y',
        '',
        'Prefix  Given  Priority  Last  Service',
        'S       2      1         S002  sao-y',
        'A       1      0         A001  ho-tich',
        '',
      ].join('\n'),
    });
  });

  it('prints CSV for other programs', async () => {
    expect(await ask(await usedFolder(), '--csv')).toEqual({
      exitCode: 0,
      errors: '',
      output: [
        'day,number,service,service_name,time,priority,procedure',
        '2026-07-22,S001,sao-y,sao-y,07:30:00,aged,2.000815',
        '2026-07-22,A001,ho-tich,ho-tich,16:59:59,,',
        '2026-07-22,S002,sao-y,sao-y,16:59:59,,',
        '',
      ].join('\r\n'),
    });
  });

  it('prints JSON as the contract has it', async () => {
    const { exitCode, output } = await ask(await usedFolder(), '--json');
    expect([exitCode, JSON.parse(output)]).toMatchObject([
      0,
      {
        day: wednesday,
        services: [
          { id: 'sao-y', given: 2 },
          { id: 'ho-tich', given: 1 },
        ],
        tickets: [{ number: 'S001' }, {}, {}],
      },
    ]);
  });

  it('takes one form only', async () => {
    expect(await ask(await usedFolder(), '--json', '--csv')).toMatchObject({
      exitCode: 2,
      output: '',
      errors: expect.stringContaining('cannot be used with'),
    });
  });

  it('says kindly that there are none, and prints a header all the same', async () => {
    const queue = openQueue();
    queue.journal.close();
    expect((await ask(queue.folder)).output).toBe('No numbers were given on 2026-07-22 yet.\n');
    expect((await ask(queue.folder, '--csv')).output).toBe(
      'day,number,service,service_name,time,priority,procedure\r\n',
    );
  });

  it('says that no kiosk has run with the folder', async () => {
    expect(await ask(temporaryFolder())).toMatchObject({
      exitCode: 1,
      errors: expect.stringContaining('no kiosk has run'),
    });
  });

  it.skipIf(process.platform === 'win32')('asks a running kiosk, which names its services', async () => {
    const queue = await openUsedQueue();
    const lock = lockDataFolder(queue.folder);
    const logger = createRecordingLogger();
    const door = createUnixStaffDoor(staffSocketPath(queue.folder), logger);
    const staffRoom = { record: () => undefined };
    await door.open((transport) => connectStaff({ staffHandlers: queue.staffHandlers, staffRoom, logger }, transport));
    onTestFinished(async () => {
      await door.close();
      lock.release();
    });
    const { exitCode, output } = await ask(queue.folder, '--csv');
    expect(exitCode).toBe(0);
    expect(output.split('\r\n')[1]).toBe('2026-07-22,S001,sao-y,"Sao y, ""chứng thực""",07:30:00,aged,2.000815');
    expect((await ask(queue.folder)).output).toMatch(/\nC +0 +0 +- +Việc dat-dai\n$/);
  });
});

describe('CSV', () => {
  it('quotes what RFC 4180 says must be quoted, and nothing else', () => {
    expect(
      csvText([
        ['a', 'b c', ''],
        ['1,2', 'nói "được"', 'hai\ndòng\r\n'],
      ]),
    ).toBe('a,b c,\r\n"1,2","nói ""được""","hai\ndòng\r\n"\r\n');
  });
});
