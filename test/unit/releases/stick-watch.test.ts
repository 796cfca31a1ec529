/** Sticks that come and go, two at once, links and other people's sticks. */
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createStickWatch } from '../../../main/adapters/releases/create-stick-watch.ts';
import type { ReleaseRepository } from '../../../main/core/ports.ts';
import { createManualSchedule } from '../../fakes/manual-schedule.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { until } from '../../fakes/until.ts';
import { fetchFailure, fetchOnce } from '../../fixtures/releases/fetch-file.ts';
import { timestampPath, writeRepositoryFile } from '../../fixtures/releases/repository-folder.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';

function startWatch(mounts = join(temporaryFolder(), 'kiosk')) {
  const schedule = createManualSchedule();
  const logger = createRecordingLogger();
  const heard: (string | null)[] = [];
  let repository: ReleaseRepository | null = null;
  let rounds = 0;
  const watch = createStickWatch({
    folder: mounts,
    logger,
    schedule: (delayMs, action) => {
      rounds += 1;
      return schedule.schedule(delayMs, action);
    },
  });
  onTestFinished(() => watch.close());
  watch.start((stick) => {
    heard.push(stick?.name ?? null);
    repository = stick?.repository ?? repository;
  });
  return {
    mounts,
    heard,
    logger,
    watch,
    current: (): ReleaseRepository => repository ?? expect.fail('no stick was told'),
    /** One more look, two seconds later. */
    look: async () => {
      await until(() => rounds > 0);
      const former = rounds;
      schedule.advance(2_000);
      await until(() => rounds > former);
    },
  };
}

const plug = (mounts: string, name: string, content = 'time'): void => {
  writeRepositoryFile(join(mounts, name, 'kiosk-release'), timestampPath, content);
};
const pull = (mounts: string, name: string): void => rmSync(join(mounts, name), { recursive: true });

describe('sticks', () => {
  it('are told as they come and go, also where their folder comes later than the kiosk', async () => {
    const { mounts, heard, look, current } = startWatch();
    await look();
    plug(mounts, 'BLUE');
    await look();
    await look();
    expect(heard).toEqual(['BLUE']);
    const repository = current();
    expect((await fetchOnce(repository, timestampPath)).bytes.toString()).toBe('time');
    pull(mounts, 'BLUE');
    await look();
    expect(heard).toEqual(['BLUE', null]);
    expect(await fetchFailure(repository, timestampPath)).toMatchObject({
      reason: 'unreachable',
      message: 'the stick was pulled out',
    });
  });

  it('of two at once the first stays the one until it goes, and the second is told in the log once', async () => {
    const { mounts, heard, look, logger } = startWatch();
    plug(mounts, 'RED');
    await look();
    // Comes before it by name, and yet after it.
    plug(mounts, 'BLUE');
    await look();
    await look();
    expect(heard).toEqual(['RED']);
    expect(logger.entries.filter(({ level }) => level === 'warn')).toMatchObject([
      { fields: { stick: 'BLUE', first: 'RED' } },
    ]);
    pull(mounts, 'RED');
    await look();
    expect(heard).toEqual(['RED', null, 'BLUE']);
  });

  it('that take another’s place within one look, or are written anew, are told anew', async () => {
    const { mounts, heard, look, current } = startWatch();
    plug(mounts, 'USB');
    await look();
    const former = current();
    renameSync(join(mounts, 'USB'), join(mounts, '.gone'));
    plug(mounts, 'USB', 'another time');
    await look();
    expect(heard).toEqual(['USB', null, 'USB']);
    expect(await fetchFailure(former, timestampPath)).toMatchObject({ reason: 'unreachable' });
    expect((await fetchOnce(current(), timestampPath)).bytes.toString()).toBe('another time');
  });

  it('without a release, behind links, hidden or with names that would steer a screen are passed by', async () => {
    const { mounts, heard, look } = startWatch();
    const elsewhere = temporaryFolder();
    plug(elsewhere, 'REAL');
    mkdirSync(mounts, { recursive: true });
    symlinkSync(join(elsewhere, 'REAL'), join(mounts, 'LINK'));
    mkdirSync(join(mounts, 'LINKED-FOLDER'));
    symlinkSync(join(elsewhere, 'REAL/kiosk-release'), join(mounts, 'LINKED-FOLDER/kiosk-release'));
    mkdirSync(join(mounts, 'LINKED-METADATA/kiosk-release'), { recursive: true });
    symlinkSync(join(elsewhere, 'REAL/kiosk-release/metadata'), join(mounts, 'LINKED-METADATA/kiosk-release/metadata'));
    mkdirSync(join(mounts, 'LINKED-FILE/kiosk-release/metadata'), { recursive: true });
    symlinkSync(
      join(elsewhere, 'REAL/kiosk-release/metadata/timestamp.json'),
      join(mounts, 'LINKED-FILE/kiosk-release/metadata/timestamp.json'),
    );
    mkdirSync(join(mounts, 'PHOTOS/holiday'), { recursive: true });
    mkdirSync(join(mounts, 'FOLDER/kiosk-release/metadata/timestamp.json'), { recursive: true });
    writeFileSync(join(mounts, 'FILE'), '');
    plug(mounts, '.HIDDEN');
    plug(mounts, 'A\u001B[31mRED');
    plug(mounts, 'A\u202EDESREVER');
    plug(mounts, 'X'.repeat(130));
    await look();
    await look();
    expect(heard).toEqual([]);
  });

  it('are looked for no more once the watch is closed', async () => {
    const { mounts, heard, look, watch, current } = startWatch();
    plug(mounts, 'BLUE');
    await look();
    const repository = current();
    await watch.close();
    expect(await fetchFailure(repository, timestampPath)).toMatchObject({ reason: 'unreachable' });
    expect(heard).toEqual(['BLUE']);
  });
});
