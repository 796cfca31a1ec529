/** `kioskctl update` and `kioskctl release rollback`, beside a kiosk and where none runs; the report of what an update changed. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createUnixStaffDoor } from '../../../main/adapters/staff-door/create-unix-staff-door.ts';
import { staffSocketPath } from '../../../main/adapters/staff-door/staff-socket-path.ts';
import type { UpdateOutcome } from '../../../main/contract/updates.ts';
import { snapshotFileName } from '../../../main/core/catalogue/catalogue-files.ts';
import { packSnapshot } from '../../../main/core/catalogue/rows/snapshot-file.ts';
import { lockDataFolder } from '../../../main/core/data-folder-lock.ts';
import type { StaffHandlers } from '../../../main/core/handlers.ts';
import { createUpdateLedger } from '../../../main/core/journal/update-state.ts';
import { connectStaff } from '../../../main/core/kiosk-connection.ts';
import {
  bundled,
  firstPointer,
  type ReleaseRecord,
  readPointer,
  writePointer,
} from '../../../main/core/sync/release-pointer.ts';
import { makeUpdates } from '../../fakes/make-kiosk-status.ts';
import { makeProcedure } from '../../fakes/make-procedure.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { releaseRows } from '../../faults/release-rows.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { writeCatalogue } from '../catalogue/write-catalogue.ts';
import { openTestJournal } from '../journal/journal-fixtures.ts';
import { run } from './run-in-process.ts';

function recordOf(number: number): ReleaseRecord {
  const digit = String(number);
  return {
    folder: `${number}-${digit.repeat(12)}`,
    number,
    rowsSha256: digit.repeat(64),
    unpackedBytes: 1,
    procedureCount: 1,
    publishedAtMs: 0,
    dataDate: '2026-07-01',
    sheet: null,
    committedAtMs: 1,
    isLeft: false,
  };
}

/** What a kiosk left that shows release 2 and showed release 1 before. */
function leftFolder(former: string | null = recordOf(1).folder): string {
  const folder = temporaryFolder();
  openTestJournal(folder).close();
  mkdirSync(join(folder, 'releases'));
  for (const number of [1, 2]) {
    const catalogue = writeCatalogue({ procedures: [{ procedure: makeProcedure({ code: '1.000001' }) }], number });
    renameSync(catalogue, join(folder, 'releases', recordOf(number).folder));
  }
  const releases = [recordOf(2), recordOf(1)];
  writePointer(join(folder, 'releases', 'pointer.json'), {
    ...firstPointer,
    shown: recordOf(2).folder,
    former,
    highest: { number: 2, rowsSha256: recordOf(2).rowsSha256 },
    releases,
  });
  return folder;
}

async function runningKiosk(staffHandlers: Partial<StaffHandlers>): Promise<string> {
  const folder = temporaryFolder();
  const lock = lockDataFolder(folder);
  const logger = createRecordingLogger();
  const door = createUnixStaffDoor(staffSocketPath(folder), logger);
  await door.open((transport) =>
    connectStaff({ staffHandlers, staffRoom: { record: () => undefined }, logger }, transport),
  );
  onTestFinished(async () => {
    await door.close();
    lock.release();
  });
  return folder;
}

const rollBack = (folder: string) => run(['release', 'rollback', '--data-dir', folder]);
const pointerOf = (folder: string) => readPointer(join(folder, 'releases', 'pointer.json'));

describe('kioskctl release rollback without a kiosk', () => {
  it('has the next start show the former release, and the one left refused and told', async () => {
    const folder = leftFolder();
    expect(await rollBack(folder)).toEqual({ exitCode: 0, output: 'The kiosk shows release 1 again.\n', errors: '' });
    expect(pointerOf(folder)).toMatchObject({ shown: recordOf(1).folder, former: null, leftBehind: 2 });
    const journal = openTestJournal(folder);
    expect(createUpdateLedger(journal).refused()).toMatchObject([{ sha256: recordOf(2).rowsSha256, number: 2 }]);
    journal.close();
    const audit = await run(['staff', 'audit', '--data-dir', folder]);
    expect(audit.output).toMatch(/terminal +updates\.rollBack +done/u);
    // Once more there is nothing to go back to.
    expect(await rollBack(folder)).toMatchObject({ exitCode: 1, errors: expect.stringContaining('no former release') });
  });

  it('goes back to the catalogue of the software', async () => {
    const folder = leftFolder(bundled);
    expect((await rollBack(folder)).output).toBe('The kiosk shows the catalogue that came with the software again.\n');
    expect(pointerOf(folder)).toMatchObject({ shown: bundled });
  });

  it('changes nothing where the former release is damaged', async () => {
    const folder = leftFolder();
    writeFileSync(join(folder, 'releases', recordOf(1).folder, 'catalogue.db'), '');
    expect(await rollBack(folder)).toMatchObject({ exitCode: 1, errors: expect.stringContaining('is empty') });
    expect(pointerOf(folder)).toMatchObject({ shown: recordOf(2).folder });
  });

  it('says what to do where no kiosk ever ran', async () => {
    const folder = temporaryFolder();
    expect(await rollBack(folder)).toMatchObject({ exitCode: 1, errors: expect.stringContaining('--data-dir') });
    expect(existsSync(join(folder, 'releases'))).toBe(false);
  });
});

describe.skipIf(process.platform === 'win32')('beside a kiosk', () => {
  const outcomes: readonly (readonly [UpdateOutcome, number, RegExp])[] = [
    [{ kind: 'committed', number: 7 }, 0, /^The kiosk shows release 7 now\.$/mu],
    [{ kind: 'current', number: 7 }, 0, /^Nothing new: the kiosk shows release 7\.$/mu],
    [{ kind: 'current', number: 0 }, 0, /came with the software/u],
    [{ kind: 'waiting', number: 8 }, 0, /as soon as the citizen has left/u],
    [{ kind: 'busy' }, 1, /on its way already/u],
    [{ kind: 'failed', reason: 'frozen', detail: 'since July' }, 1, /kioskctl release refresh.*since July/u],
  ];

  it.each(outcomes)('update tells %j', async (outcome, exitCode, words) => {
    const folder = await runningKiosk({ 'updates.check': () => outcome, 'updates.overview': () => makeUpdates() });
    const told = await run(['update', '--data-dir', folder]);
    expect([told.exitCode, `${told.output}${told.errors}`]).toEqual([exitCode, expect.stringMatching(words)]);
  });

  it('rollback tells that a citizen stands there', async () => {
    const folder = await runningKiosk({ 'updates.rollBack': () => ({ kind: 'waiting', number: 6 }) });
    expect(await rollBack(folder)).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('release 6 as soon as'),
    });
  });
});

describe('kioskctl update without a kiosk', () => {
  it('says that one must run', async () => {
    const done = await run(['update', '--data-dir', leftFolder()]);
    expect(done).toMatchObject({ exitCode: 1, errors: expect.stringContaining('start it') });
  });
});

describe('the report of an update', () => {
  it('tells what the rows on the kiosk tell', async () => {
    const folder = leftFolder();
    for (const number of [1, 2]) {
      writeFileSync(
        join(folder, 'releases', recordOf(number).folder, snapshotFileName),
        packSnapshot(releaseRows(number)),
      );
    }
    const png = join(folder, 'report.png');
    const done = await run(['print', 'update-report', '--kiosk', folder, '--png', png]);
    expect(done).toMatchObject({ exitCode: 0, errors: '' });
    expect(readFileSync(png).length).toBeGreaterThan(1_000);
  });

  it('says so where there was none', async () => {
    const done = await run([
      'print',
      'update-report',
      '--kiosk',
      leftFolder(null),
      '--png',
      join(temporaryFolder(), 'a.png'),
    ]);
    expect(done).toMatchObject({ exitCode: 1, errors: expect.stringContaining('no update to tell of') });
  });
});
