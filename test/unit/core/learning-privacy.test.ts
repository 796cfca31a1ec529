/** A whole kiosk, used by citizens who type what they should not: none of it may ever be in a file. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { MethodName, Params } from '../../../main/contract/methods.ts';
import type { SearchGap } from '../../../main/contract/staff-methods.ts';
import { dispatch, dispatchStaff } from '../../../main/core/dispatch.ts';
import { searchBuilder } from '../../../main/core/search/search-builder.ts';
import { startKiosk } from '../../../main/hosts/start-kiosk.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { build, entriesFolder } from '../catalogue/build-fixtures.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { temporaryFolderForSuite } from '../catalogue/temporary-folder-for-suite.ts';

const suiteFolder = temporaryFolderForSuite();
let catalogueFolder = '';
beforeAll(async () => {
  catalogueFolder = join(suiteFolder(), 'catalogue');
  await build([entriesFolder], { search: searchBuilder, outputFolder: catalogueFolder });
});

async function startTestKiosk(dataFolder = join(temporaryFolder(), 'data')) {
  const configurationPath = join(temporaryFolder(), 'site.json');
  const configuration = { office: { name: 'Phường Thử' }, printer: { target: null }, reader: { target: null } };
  writeFileSync(configurationPath, JSON.stringify(configuration));
  const logger = createRecordingLogger();
  const kiosk = await startKiosk({ configurationPath, catalogueFolder, dataFolder }, logger);
  expect(kiosk.startFailure).toBeNull();
  onTestFinished(() => kiosk.close());
  const call = async <M extends MethodName>(method: M, params: Params<M>): Promise<void> => {
    expect(await dispatch(kiosk, { id: 1, method, params })).toMatchObject({ ok: true });
  };
  /** Typed letter by letter, as the page asks. */
  const type = async (text: string): Promise<void> => {
    for (let length = 1; length <= text.length; length += 1) {
      await call('procedures.search', { words: text.slice(0, length), limit: 12 });
    }
  };
  const gaps = async (): Promise<SearchGap[]> => {
    const reply = await dispatchStaff(kiosk, { id: 1, method: 'search.gaps' }, 'terminal');
    // Parsed by the table in dispatch.
    return reply.ok ? (reply.result as SearchGap[]) : [];
  };
  return { kiosk, logger, dataFolder, call, type, gaps };
}

/** Every byte the kiosk has written, wherever in its folder. */
function everyByte(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path).toString('latin1'))
    .join('\n');
}

describe('what citizens type', () => {
  it('is in no file and no log while fewer than five sessions asked it, or where it could be personal', async () => {
    const { kiosk, logger, dataFolder, call, type, gaps } = await startTestKiosk();
    const traces = /nguyen|Nguyễn|Thi Thu|079201|0792|an@|chuyen/i;
    for (let session = 1; session <= 7; session += 1) {
      await type('0792 0100 0123');
      await type('an.nguyen@thu.vn');
      if (session <= 4) {
        await type('Nguyễn Thị Thử');
        await type('chuyện nhà tôi');
      }
      expect(everyByte(dataFolder)).not.toMatch(traces);
      await call('session.end', {});
      expect(everyByte(dataFolder)).not.toMatch(traces);
    }
    expect(await gaps()).toEqual([]);
    await kiosk.close();
    expect(everyByte(dataFolder)).not.toMatch(traces);
    expect(JSON.stringify(logger.entries)).not.toMatch(traces);
  });

  it('is counted from the fifth session on, and known to the next kiosk', async () => {
    const { kiosk, dataFolder, call, type, gaps } = await startTestKiosk();
    for (let session = 1; session <= 6; session += 1) {
      await type('pizza giao tận nơi');
      await call('session.end', {});
      expect(everyByte(dataFolder).includes('pizza giao tan noi')).toBe(session >= 5);
      expect(statSync(join(dataFolder, 'journal.db-wal')).size).toBe(0);
    }
    expect(await gaps()).toMatchObject([{ words: 'pizza giao tan noi', kind: 'no-result', sessions: 6 }]);
    await kiosk.close();
    const next = await startTestKiosk(dataFolder);
    await next.type('Pizza Giao Tận Nơi');
    await next.call('session.end', {});
    expect(await next.gaps()).toMatchObject([{ sessions: 7 }]);
  });

  it('is no gap where a procedure was opened; only that is counted', async () => {
    const { kiosk, dataFolder, call, type, gaps } = await startTestKiosk();
    for (let session = 1; session <= 6; session += 1) {
      await type('khai sinh');
      await call('procedures.get', { code: '9.000001' });
      await call('session.end', {});
    }
    expect(await gaps()).toEqual([]);
    await kiosk.close();
    expect(everyByte(dataFolder)).toContain('9.000001');
  });
});

describe('a kiosk whose journal is damaged', () => {
  it('starts, says so, and counts anew', async () => {
    const { kiosk, dataFolder } = await startTestKiosk();
    await kiosk.close();
    writeFileSync(join(dataFolder, 'journal.db'), '');
    const next = await startTestKiosk(dataFolder);
    expect(next.logger.entries).toContainEqual(
      expect.objectContaining({ level: 'error', message: expect.stringContaining('moved aside') }),
    );
    expect(await next.gaps()).toEqual([]);
  });
});

describe('a kiosk whose staff door cannot be opened', () => {
  it.skipIf(process.platform === 'win32')('serves citizens, and says so', async () => {
    const { kiosk, call, logger } = await startTestKiosk(join(temporaryFolder(), 'a'.repeat(100)));
    await call('kiosk.describe', {});
    await kiosk.close();
    expect(logger.entries).toContainEqual(
      expect.objectContaining({ fields: { reason: expect.stringContaining('--data-dir') } }),
    );
  });
});
