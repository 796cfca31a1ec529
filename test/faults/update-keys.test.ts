/** Keys that were stolen, and their exchange: what a thief of each can do, for how long, and how the kiosks get well again without a visit. */
import { describe, expect, it } from 'vitest';
import { createAttackerKey } from '../fakes/attacker-key.ts';
import { expectShown, tryAttacks, type UpdateAttack, withstands } from './update-attack.ts';
import { createUpdateWorld } from './update-world.ts';

const twoOfThree = { targetsKeys: { count: 3, threshold: 2 } };

const stolen: UpdateAttack[] = [
  {
    name: 'a stolen timestamp key tells of a snapshot that nobody signed',
    reason: 'bad-signature',
    attack: ({ repository, draft }) => {
      draft(2);
      repository.signTargets();
      repository.signSnapshot({ keys: [createAttackerKey()] });
      repository.signTimestamp();
    },
  },
  {
    name: 'a stolen snapshot key without that of the timestamp',
    reason: 'bad-signature',
    attack: ({ repository, draft }) => {
      draft(2);
      repository.signTargets();
      repository.signSnapshot();
      repository.signTimestamp({ keys: [createAttackerKey()] });
    },
  },
  {
    name: 'stolen timestamp and snapshot keys tell of targets that nobody signed',
    reason: 'bad-signature',
    attack: ({ repository, draft }) => {
      draft(2);
      repository.signTargets('targets', { keys: [createAttackerKey()] });
      repository.signSnapshot();
      repository.signTimestamp();
    },
  },
  {
    name: 'one stolen targets key of which two are needed',
    reason: 'bad-signature',
    world: twoOfThree,
    attack: ({ repository, draft }) => {
      draft(2);
      repository.signTargets('targets', { keys: repository.signers.get('targets')?.keys.slice(0, 1) ?? [] });
      repository.signSnapshot();
      repository.signTimestamp();
    },
  },
  {
    name: 'one stolen targets key of which two are needed, under the name of a second, too',
    reason: 'bad-signature',
    world: twoOfThree,
    attack: ({ repository, draft }) => {
      draft(2);
      const [first, second] = repository.signers.get('targets')?.keys ?? [];
      repository.signTargets('targets', {
        keys: first === undefined ? [] : [first],
        tamper: ({ signatures }) => {
          signatures.push({ keyid: second?.id ?? '', sig: signatures[0]?.sig ?? '' });
        },
      });
      repository.signSnapshot();
      repository.signTimestamp();
    },
  },
  {
    name: 'one stolen targets key of which two are needed, and one of the attacker',
    reason: 'bad-signature',
    world: twoOfThree,
    attack: ({ repository, draft }) => {
      draft(2);
      const [first] = repository.signers.get('targets')?.keys ?? [];
      repository.signTargets('targets', { keys: [...(first === undefined ? [] : [first]), createAttackerKey()] });
      repository.signSnapshot();
      repository.signTimestamp();
    },
  },
  {
    name: 'a new root signed by the new keys alone',
    reason: 'bad-signature',
    attack: ({ repository, publish }) => {
      repository.rotate('root');
      repository.signRoot();
      publish(2);
    },
  },
  {
    name: 'a new root signed by the old keys alone',
    reason: 'bad-signature',
    attack: ({ repository, publish }) => {
      const old = repository.rotate('root');
      repository.signRoot({ keys: old });
      publish(2);
    },
  },
  {
    name: 'a new root signed by one old key of which two are needed',
    reason: 'bad-signature',
    world: { rootKeys: { count: 3, threshold: 2 } },
    attack: ({ repository, publish }) => {
      const old = repository.rotate('root', 3);
      repository.signRoot({ keys: [...old.slice(0, 1), ...(repository.signers.get('root')?.keys ?? [])] });
      publish(2);
    },
  },
  {
    name: 'a root that leaves out a version',
    reason: 'bad-signature',
    attack: ({ repository, publish }) => {
      repository.signRoot();
      repository.signRoot({ path: 'metadata/2.root.json' });
      publish(2);
    },
  },
  {
    name: 'the first root again under the name of the second',
    reason: 'bad-signature',
    attack: ({ repository, publish }) => {
      repository.files.set('metadata/2.root.json', repository.trustedRoot);
      publish(2);
    },
  },
];

describe('a kiosk before whoever stole a key', () => {
  tryAttacks(stolen);
});

describe('the exchange of keys', () => {
  it('takes a root that the old and the new keys signed, one after the other', async () => {
    const world = await createUpdateWorld({ rootKeys: { count: 3, threshold: 2 } });
    await world.publishAndTake(1);
    for (let index = 0; index < 4; index += 1) {
      const old = world.repository.rotate('root', 3);
      world.repository.signRoot({
        keys: [...old.slice(1), ...(world.repository.signers.get('root')?.keys.slice(1) ?? [])],
      });
    }
    expect(await world.publishAndTake(2)).toEqual({ kind: 'committed', number: 2 });
    expect((await world.overview()).trust).toMatchObject({ rootVersion: 5 });
    await world.restart();
    expect((await world.overview()).trust).toMatchObject({ rootVersion: 5 });
    await expectShown(world, 2);
  });

  it('begins from an installed root that has run out', async () => {
    const world = await createUpdateWorld();
    world.clock.nowIsMs += 400 * 86_400_000;
    for (const role of ['root', 'targets', 'snapshot', 'timestamp'] as const) {
      world.repository.expiresMs.set(role, world.clock.nowIsMs + 86_400_000);
    }
    world.repository.signRoot();
    expect(await world.publishAndTake(1)).toEqual({ kind: 'committed', number: 1 });
  });

  it.each(['timestamp', 'snapshot', 'targets'] as const)('shuts out a stolen %s key for good', async (role) => {
    const world = await createUpdateWorld();
    await world.publishAndTake(1);
    const stolenKeys = world.repository.rotate(role);
    world.repository.signRoot();
    expect(await world.publishAndTake(2)).toEqual({ kind: 'committed', number: 2 });
    world.draft(3);
    world.repository.signTargets('targets', role === 'targets' ? { keys: stolenKeys } : {});
    world.repository.signSnapshot(role === 'snapshot' ? { keys: stolenKeys } : {});
    world.repository.signTimestamp(role === 'timestamp' ? { keys: stolenKeys } : {});
    await withstands(world, 'bad-signature', 2);
    // Nor does it help to hide the new root: the kiosk has it.
    world.repository.files.delete('metadata/2.root.json');
    await withstands(world, 'bad-signature', 2);
    world.repository.signAll();
    expect(await world.check()).toEqual({ kind: 'committed', number: 3 });
  });

  it('gets over a fast-forward: whoever had timestamp and snapshot keys ran up the versions, new keys begin anew', async () => {
    const world = await createUpdateWorld();
    const { repository } = world;
    await world.publishAndTake(1);
    const far = 999_999_000;
    const honest = new Map(repository.versions);
    repository.versions.set('snapshot', far);
    repository.versions.set('timestamp', far);
    repository.signSnapshot();
    repository.signTimestamp();
    expect(await world.check()).toEqual({ kind: 'current', number: 1 });
    // As long as the keys are the old ones the honest ones are refused.
    for (const role of ['snapshot', 'timestamp'] as const) {
      repository.versions.set(role, honest.get(role) ?? 1);
    }
    world.publish(2);
    await withstands(world, 'rollback', 1);
    repository.rotate('snapshot');
    repository.rotate('timestamp');
    repository.signRoot();
    repository.signAll();
    expect(await world.check()).toEqual({ kind: 'committed', number: 2 });
    await expectShown(world, 2);
  });
});
