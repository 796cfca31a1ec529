import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesForKiosk, type KioskStanding } from '../../../main/core/releases/files-for-kiosk.ts';
import { timestampPath, writeRepositoryFile } from '../../fixtures/releases/repository-folder.ts';
import { formerRowsSha256, writeUnsignedRepository } from '../../fixtures/releases/unsigned-repository.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';

function withRepository() {
  const folder = temporaryFolder();
  const written = writeUnsignedRepository(folder);
  const read = async (path: string): Promise<Uint8Array | null> => {
    try {
      return readFileSync(join(folder, path));
    } catch {
      return null;
    }
  };
  const ask = (standing: Partial<KioskStanding>, isWhole = false) =>
    filesForKiosk(read, { rowsSha256: null, rootVersion: 3, office: null, ...standing }, isWhole);
  return { folder, ...written, ask };
}

const always = [timestampPath, 'metadata/9.snapshot.json', 'metadata/7.targets.json'];

describe('what a kiosk is sent', () => {
  it('is the delta from its rows, else the snapshot, and nothing of both where it has them', async () => {
    const { ask, paths, manifest } = withRepository();
    expect(await ask({ rowsSha256: formerRowsSha256 })).toEqual({
      number: 5,
      way: 'delta',
      paths: [...always, paths.manifest, paths.delta],
    });
    for (const rowsSha256 of [null, 'f'.repeat(64)]) {
      expect(await ask({ rowsSha256 })).toMatchObject({
        way: 'snapshot',
        paths: [...always, paths.manifest, paths.snapshot],
      });
    }
    expect(await ask({ rowsSha256: manifest.rowsSha256 })).toMatchObject({
      way: 'none',
      paths: [...always, paths.manifest],
    });
    for (const rowsSha256 of [formerRowsSha256, manifest.rowsSha256]) {
      expect(await ask({ rowsSha256 }, true)).toMatchObject({ way: 'snapshot' });
    }
  });

  it('has all roots after its own, and of all offices only its own sheet', async () => {
    const { ask, paths } = withRepository();
    const all = async (standing: Partial<KioskStanding>) => (await ask(standing)).paths;
    const roots = ['metadata/1.root.json', 'metadata/2.root.json', 'metadata/3.root.json'];
    expect((await all({ rootVersion: null })).slice(0, 3)).toEqual(roots);
    expect((await all({ rootVersion: 1 })).slice(0, 3)).toEqual([...roots.slice(1), timestampPath]);
    const ofOffice = await all({ office: 'ba-dinh' });
    expect(ofOffice).toContain('metadata/2.office-ba-dinh.json');
    expect(ofOffice).toContain(paths.sheet);
    expect(ofOffice.filter((path) => path.includes('cau-giay'))).toEqual([]);
    expect(await all({ office: 'nowhere' })).toEqual(await all({ office: null }));
    // A name every object has is no office.
    expect(await all({ office: '__proto__' })).toEqual(await all({ office: null }));
  });

  it('is nothing where the folder is no repository with a release in it', async () => {
    const { ask, folder, paths } = withRepository();
    const damage = async (path: string, content: string | null) => {
      const former = readFileSync(join(folder, path));
      if (content === null) {
        rmSync(join(folder, path));
      } else {
        writeRepositoryFile(folder, path, content);
      }
      await expect(ask({})).rejects.toMatchObject({ name: 'RepositoryContentError' });
      writeRepositoryFile(folder, path, former);
    };
    for (const path of [...always, paths.manifest]) {
      for (const content of [null, '', '[]', '{"signed":{}}', '{"signed":{"meta":{},"targets":{}}}']) {
        await damage(path, content);
      }
    }
    await ask({});
  });
});
