/** `kioskctl update --stick`: a member of staff confirms a release on a stick by naming its number. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { createUnixStaffDoor } from '../../../main/adapters/staff-door/create-unix-staff-door.ts';
import { staffSocketPath } from '../../../main/adapters/staff-door/staff-socket-path.ts';
import { lockDataFolder } from '../../../main/core/data-folder-lock.ts';
import { connectStaff } from '../../../main/core/kiosk-connection.ts';
import { makeUpdates, statusMs } from '../../fakes/make-kiosk-status.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { openTestJournal } from '../journal/journal-fixtures.ts';
import { run } from './run-in-process.ts';

/** A kiosk that sees release 8 on a stick, when it is asked a second time; `taken` are the numbers it was told to take. */
async function kioskWithStick() {
  const folder = temporaryFolder();
  const lock = lockDataFolder(folder);
  const logger = createRecordingLogger();
  const taken: number[] = [];
  let looks = 0;
  const staffHandlers = {
    'updates.overview': () => {
      looks += 1;
      const stick = { name: 'IT', number: 8, publishedAtMs: statusMs, isNewer: true };
      // The first two questions come before the stick is verified.
      return makeUpdates({ stick: looks < 3 ? null : stick });
    },
    'updates.takeStick': ({ number }: { readonly number: number }) => {
      taken.push(number);
      return { kind: 'committed' as const, number };
    },
  };
  const door = createUnixStaffDoor(staffSocketPath(folder), logger);
  await door.open((transport) =>
    connectStaff({ staffHandlers, staffRoom: { record: () => undefined }, logger }, transport),
  );
  onTestFinished(async () => {
    await door.close();
    lock.release();
  });
  return { folder, taken };
}

describe.skipIf(process.platform === 'win32')('kioskctl update --stick', () => {
  it('waits until the kiosk has verified the stick, and has it taken', async () => {
    const { folder, taken } = await kioskWithStick();
    expect(await run(['update', '--stick', '8', '--data-dir', folder])).toEqual({
      exitCode: 0,
      output: 'The kiosk shows release 8 now.\n',
      errors: '',
    });
    expect(taken).toEqual([8]);
  });

  it('takes nothing where another release is on the stick', async () => {
    const { folder, taken } = await kioskWithStick();
    expect(await run(['update', '--stick', '9', '--data-dir', folder])).toEqual({
      exitCode: 1,
      output: '',
      errors: 'kioskctl: Release 8 is on the stick, not release 9; nothing was changed.\n',
    });
    expect(taken).toEqual([]);
  });

  it('takes a number only', async () => {
    expect(await run(['update', '--stick', 'newest'])).toMatchObject({
      exitCode: 2,
      errors: expect.stringContaining('It must be the number of a release'),
    });
  });

  it('needs a kiosk that runs', async () => {
    const folder = temporaryFolder();
    openTestJournal(folder).close();
    expect(await run(['update', '--stick', '8', '--data-dir', folder])).toMatchObject({
      exitCode: 1,
      errors: expect.stringContaining('No kiosk runs'),
    });
  });
});
