/** A repository as the ceremony makes it, and changes of it, seen through the real TUF client. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changeRepository, targetJson, targetsContentOf } from '../../../main/core/publishing/change-repository.ts';
import { readRepository } from '../../../main/core/publishing/read-repository.ts';
import { createPublishingWorld, createTufClient, type PublishingWorld, passphrase } from './publishing-world.ts';

async function publishText({ repository, signing }: PublishingWorld, target: string, text: string): Promise<void> {
  const state = readRepository(repository);
  const { targets, delegations } = targetsContentOf(state.targets);
  const bytes = Buffer.from(text);
  changeRepository(
    state,
    {
      files: new Map([[target, bytes]]),
      targets: { targets: { ...targets, [target]: targetJson(bytes) }, delegations },
    },
    await signing(),
  );
}

describe('a new repository', () => {
  it('is accepted by the TUF client, empty', async () => {
    const { repository, firstRoot } = await createPublishingWorld();
    const client = createTufClient(repository, firstRoot);
    await client.refresh();
    expect(await client.read('catalogue/release.json')).toBeNull();
  });

  it('keeps private keys for their owner alone, those of root and targets sealed', async () => {
    const { keysFolder } = await createPublishingWorld({ root: { keyCount: 3, threshold: 2 } });
    const files = ['root', 'targets', 'online'].flatMap((folder) =>
      readdirSync(join(keysFolder, folder)).map((name) => join(keysFolder, folder, name)),
    );
    expect(files).toHaveLength(6);
    for (const file of files) {
      expect(statSync(file).mode & 0o777).toBe(0o600);
      const isSealed = !readFileSync(file, 'utf8').includes('"seed"');
      expect(isSealed).toBe(!file.includes('/online/'));
      expect(readFileSync(file, 'utf8')).not.toContain(passphrase);
    }
    expect(statSync(keysFolder).mode & 0o777).toBe(0o700);
  });

  it('hands on a target, and the next content of it', async () => {
    const world = await createPublishingWorld();
    const client = createTufClient(world.repository, world.firstRoot);
    await publishText(world, 'catalogue/release.json', 'một');
    expect(String(await client.read('catalogue/release.json'))).toBe('một');
    await publishText(world, 'catalogue/release.json', 'hai');
    expect(String(await client.read('catalogue/release.json'))).toBe('hai');
    expect(readRepository(world.repository)).toMatchObject({ timestampVersion: 3 });
  });
});
