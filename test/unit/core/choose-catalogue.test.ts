/** Which catalogue a start shows where some of those that lie there are damaged. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KioskError } from '../../../main/contract/error.ts';
import { chooseCatalogue } from '../../../main/core/choose-catalogue.ts';
import { siteConfigurationSchema } from '../../../main/core/configuration/site-configuration.ts';
import { openWholeCatalogue } from '../../../main/core/open-whole-catalogue.ts';
import { bundled, firstPointer, type ReleaseRecord, writePointer } from '../../../main/core/sync/release-pointer.ts';
import { createReleaseStore } from '../../../main/core/sync/release-store.ts';
import { makeProcedure } from '../../fakes/make-procedure.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { writeCatalogue } from '../catalogue/write-catalogue.ts';

const recordOf = (number: number): ReleaseRecord => ({
  folder: `${number}-${String(number).repeat(12)}`,
  number,
  rowsSha256: String(number).repeat(64),
  unpackedBytes: 1,
  procedureCount: 1,
  publishedAtMs: 0,
  dataDate: '2026-07-01',
  sheet: null,
  committedAtMs: number,
  isLeft: false,
});
const configuration = siteConfigurationSchema.parse({ office: { name: 'Phường Thử' } });

function startWith(damaged: readonly string[], bundledNumber = 0) {
  const dataFolder = temporaryFolder();
  const catalogue = writeCatalogue({ procedures: [{ procedure: makeProcedure({ code: '1.000001' }) }] });
  const releases = [3, 2, 1].map(recordOf);
  for (const { folder } of releases) {
    mkdirSync(join(dataFolder, 'releases', folder), { recursive: true });
  }
  const [third, second] = releases.map(({ folder }) => folder);
  const pointer = { ...firstPointer, shown: third ?? '', former: second ?? '', releases };
  writePointer(join(dataFolder, 'releases', 'pointer.json'), {
    ...pointer,
    highest: { number: 3, rowsSha256: recordOf(3).rowsSha256 },
  });
  const logger = createRecordingLogger();
  const store = createReleaseStore({ dataFolder, bundledFolder: join(dataFolder, bundled), logger });
  const choose = () =>
    chooseCatalogue({
      store,
      bundledNumber,
      logger,
      open: (folder) => {
        if (damaged.some((name) => folder.endsWith(name))) {
          throw new KioskError('catalogue-damaged', `${folder} is damaged`);
        }
        return openWholeCatalogue(catalogue, { configuration, onTrouble: () => undefined });
      },
    }).catalogue.close();
  return { store, logger, choose };
}

describe('the catalogue a start shows', () => {
  it.each([
    ['the shown one', [], 3, []],
    ['the former one', [recordOf(3).folder], 2, [3]],
    ['the one before', [recordOf(3).folder, recordOf(2).folder], 1, [3, 2]],
  ] as const)('is %s where it can be opened', (_what, damaged, number, gone) => {
    const { store, logger, choose } = startWith(damaged);
    choose();
    expect(store.shown()?.number).toBe(number);
    expect(store.pointer().releases.map((record) => record.number)).toEqual(
      [3, 2, 1].filter((other) => !(gone as readonly number[]).includes(other)),
    );
    expect(logger.entries.filter(({ level }) => level === 'error')).toHaveLength(damaged.length);
  });

  it('is the one of the software where none of the others can be opened', () => {
    const { store, choose } = startWith([3, 2, 1].map((number) => recordOf(number).folder));
    choose();
    expect(store.pointer()).toMatchObject({ shown: bundled, former: null, releases: [] });
    // The number is remembered: what is older is not taken for new.
    expect(store.pointer().highest.number).toBe(3);
  });

  it('is the one of the software where that has a higher number than any that was taken', () => {
    const { store, choose } = startWith([], 4);
    choose();
    expect(store.pointer().shown).toBe(bundled);
  });

  it('fails with what is wrong with the one of the software where nothing can be opened', () => {
    const { choose } = startWith([bundled, ...[3, 2, 1].map((number) => recordOf(number).folder)]);
    expect(choose).toThrow(/bundled is damaged/u);
  });
});
