/**
 * Attacks on what is published, each against a whole kiosk: forged, endless, frozen, mixed, rolled back and fast-forwarded metadata (DEVICES.md
 * §3.1; TUF 1.0.31 §1.5.2). The keys are the city's own unless the attack says so.
 */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sortedRows } from '../../main/core/catalogue/rows/catalogue-rows.ts';
import { RepositoryFetchError, type RepositoryFetchReason } from '../../main/core/ports.ts';
import type { AttackerRepository, SignedPart } from '../fakes/attacker-repository.ts';
import { makeProcedure } from '../fakes/make-procedure.ts';
import { expectShown, tryAttacks, type UpdateAttack, withstands } from './update-attack.ts';
import { createUpdateWorld, type UpdateWorld } from './update-world.ts';

const swapped = (world: UpdateWorld, path: RegExp, change: (bytes: Buffer) => Buffer): void => {
  const { files } = world.repository;
  const found = [...files].filter(([name]) => path.test(name));
  expect(found.length).toBeGreaterThan(0);
  for (const [name, bytes] of found) {
    files.set(name, change(bytes));
  }
};
const flipped = (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(copy.length >> 1) ^ 1, copy.length >> 1);
  return copy;
};

const dayMs = 86_400_000;
const timestampPath = 'metadata/timestamp.json';
const timestampOf = ({ files }: AttackerRepository): Buffer => files.get(timestampPath) ?? Buffer.alloc(0);
const drop = ({ files }: AttackerRepository, path: RegExp): void => {
  for (const name of [...files.keys()].filter((found) => path.test(found))) {
    files.delete(name);
  }
};
const fails = ({ answer }: AttackerRepository, reason: RepositoryFetchReason): void => {
  answer.by = () => {
    throw new RepositoryFetchError(reason, 'as the test wants it');
  };
};
/** Has a file of metadata list an older one, with its true length and hash. */
const pointAt =
  ({ files }: AttackerRepository, role: 'snapshot' | 'targets', version: number) =>
  (signed: SignedPart): void => {
    const bytes = files.get(`metadata/${version}.${role}.json`) ?? Buffer.alloc(0);
    const hashes = { sha256: createHash('sha256').update(bytes).digest('hex') };
    signed['meta'] = { [`${role}.json`]: { version, length: bytes.length, hashes } };
  };

const forged: UpdateAttack[] = [
  {
    name: 'arbitrary installation: all of it signed by keys of the attacker',
    reason: 'bad-signature',
    attack: ({ repository, draft }) => {
      draft(2);
      for (const role of ['targets', 'snapshot', 'timestamp'] as const) {
        repository.rotate(role);
      }
      repository.signAll();
    },
  },
  {
    name: 'arbitrary installation: no signature at all',
    reason: 'bad-signature',
    attack: ({ repository, draft }) => {
      draft(2);
      repository.signTargets();
      repository.signSnapshot();
      repository.signTimestamp({ keys: [] });
    },
  },
  {
    name: 'arbitrary installation: a root of the attacker beside the true one',
    reason: 'bad-signature',
    attack: ({ repository, draft }) => {
      draft(2);
      for (const role of ['root', 'targets', 'snapshot', 'timestamp'] as const) {
        repository.rotate(role);
      }
      repository.signRoot();
      repository.signAll();
    },
  },
  {
    name: 'a byte changed in the timestamp',
    reason: 'bad-signature',
    attack: (world) => {
      world.publish(2);
      swapped(world, /timestamp/u, (bytes) => Buffer.from(bytes.toString().replace('"version":2', '"version":3')));
    },
  },
  {
    name: 'a byte changed in the snapshot',
    reason: 'bad-signature',
    attack: (world) => {
      world.publish(2);
      swapped(world, /2\.snapshot/u, flipped);
    },
  },
  {
    name: 'a byte changed in the list of targets',
    reason: 'bad-signature',
    attack: (world) => {
      world.publish(2);
      swapped(world, /2\.targets/u, flipped);
    },
  },
  {
    name: 'a byte changed in the manifest',
    reason: 'wrong-hash',
    attack: (world) => {
      world.publish(2);
      swapped(world, /release\.json/u, flipped);
    },
  },
  {
    name: 'a byte changed in the rows and in the delta',
    reason: 'wrong-hash',
    attack: (world) => {
      world.publish(2);
      swapped(world, /(?:rows|delta)-.*\.zst/u, flipped);
    },
  },
  {
    name: 'wrong software: the bytes of release 1 under the name of those of release 2, as long as they',
    reason: 'wrong-hash',
    attack: (world) => {
      world.publish(2);
      const former = [...world.repository.files].find(([name]) => name.endsWith('rows-1.zst'))?.[1] ?? Buffer.alloc(0);
      swapped(world, /(?:rows-2|delta-.*)\.zst/u, (bytes) =>
        Buffer.concat([former, Buffer.alloc(bytes.length)]).subarray(0, bytes.length),
      );
    },
  },
  {
    name: 'wrong type: a snapshot with its true signature in the place of the timestamp',
    reason: 'bad-signature',
    attack: ({ repository, publish }) => {
      publish(2);
      repository.files.set('metadata/timestamp.json', repository.signSnapshot());
    },
  },
  {
    name: 'wrong type: the timestamp key signs what calls itself a root',
    reason: 'bad-signature',
    attack: ({ repository, publish }) => {
      publish(2);
      repository.signTimestamp({
        edit: (signed) => {
          signed['_type'] = 'root';
        },
      });
    },
  },
  {
    name: 'a signature twice in one file',
    reason: 'bad-signature',
    attack: ({ repository, publish }) => {
      publish(2);
      repository.signTimestamp({ tamper: (envelope) => envelope.signatures.push(...envelope.signatures) });
    },
  },
  {
    name: 'a key twice in a role of a new root',
    reason: 'bad-signature',
    attack: ({ repository, publish }) => {
      publish(2);
      repository.signRoot({
        edit: (signed) => {
          const roles = JSON.parse(JSON.stringify(signed['roles'])) as Record<string, { keyids: string[] }>;
          roles['timestamp']?.keyids.push(...roles['timestamp'].keyids);
          signed['roles'] = roles;
        },
      });
    },
  },
  {
    name: 'a form of TUF that is not ours',
    reason: 'bad-signature',
    attack: ({ repository, publish }) => {
      publish(2);
      repository.signTimestamp({
        edit: (signed) => {
          signed['spec_version'] = '2.0.0';
        },
      });
    },
  },
  {
    name: 'a date that is none',
    reason: 'bad-signature',
    attack: ({ repository, publish }) => {
      publish(2);
      repository.signTimestamp({
        edit: (signed) => {
          signed['expires'] = 'never';
        },
      });
    },
  },
  {
    name: 'a version that is a text',
    reason: 'bad-signature',
    attack: ({ repository, publish }) => {
      publish(2);
      repository.signTimestamp({
        edit: (signed) => {
          signed['version'] = '99';
        },
      });
    },
  },
];

const mixed: UpdateAttack[] = [
  {
    name: 'mix-and-match: the snapshot of yesterday under the name of that of today',
    reason: 'bad-signature',
    attack: ({ repository, publish }) => {
      const former = repository.files.get('metadata/1.snapshot.json') ?? Buffer.alloc(0);
      publish(2);
      repository.files.set('metadata/2.snapshot.json', former);
    },
  },
  {
    name: 'mix-and-match: the targets of yesterday under the name of those of today',
    reason: 'bad-signature',
    attack: ({ repository, publish }) => {
      const former = repository.files.get('metadata/1.targets.json') ?? Buffer.alloc(0);
      publish(2);
      repository.files.set('metadata/2.targets.json', former);
    },
  },
  {
    name: 'mix-and-match: a snapshot (its key stolen) that lists another list of targets than the one that is served',
    reason: 'bad-signature',
    attack: ({ repository, publish }) => {
      publish(2);
      repository.signTargets();
      const third = repository.files.get('metadata/3.targets.json') ?? Buffer.alloc(0);
      repository.files.set('metadata/2.targets.json', third);
    },
  },
  {
    name: 'rollback: the timestamp of before',
    reason: 'rollback',
    attack: async ({ repository, check }) => {
      const former = timestampOf(repository);
      repository.signTimestamp();
      expect(await check()).toMatchObject({ kind: 'current' });
      repository.files.set(timestampPath, former);
    },
  },
  {
    name: 'rollback: a new timestamp (its key stolen) for the snapshot of before',
    reason: 'rollback',
    attack: async ({ repository, check }) => {
      repository.signSnapshot();
      repository.signTimestamp();
      expect(await check()).toMatchObject({ kind: 'current' });
      repository.signTimestamp({ edit: pointAt(repository, 'snapshot', 1) });
    },
  },
  {
    name: 'rollback: a new snapshot and timestamp (both keys stolen) for the targets of before',
    reason: 'rollback',
    attack: async ({ repository, check }) => {
      repository.signAll();
      expect(await check()).toMatchObject({ kind: 'current' });
      repository.signSnapshot({ edit: pointAt(repository, 'targets', 1) });
      repository.signTimestamp();
    },
  },
  {
    name: 'rollback: a snapshot (its key stolen) that has lost the list of targets',
    reason: 'bad-signature',
    attack: ({ repository, publish }) => {
      publish(2);
      repository.signSnapshot({
        edit: (signed) => {
          signed['meta'] = {};
        },
      });
      repository.signTimestamp();
    },
  },
  {
    name: 'the content of the timestamp changed without a new version',
    reason: null,
    attack: ({ repository, draft }) => {
      draft(2);
      repository.signTargets();
      repository.signSnapshot();
      repository.signTimestamp({ raises: false });
    },
  },
  {
    name: 'extraneous dependencies: targets that nobody asked for, properly signed',
    reason: null,
    attack: ({ repository }) => {
      repository.addTarget('catalogue/install-me.sh', Buffer.from('#!/bin/sh'));
      repository.addTarget('software/kiosk.deb', Buffer.alloc(1_000_000, 1));
      repository.signAll();
    },
  },
];

const frozen: UpdateAttack[] = [
  {
    name: 'indefinite freeze: a timestamp that has run out',
    reason: 'frozen',
    attack: ({ clock }) => {
      clock.nowIsMs += 8 * dayMs;
    },
  },
  {
    name: 'indefinite freeze: a new timestamp for a snapshot that has run out',
    reason: 'frozen',
    attack: ({ repository, clock, publish }) => {
      publish(2);
      clock.nowIsMs += 31 * dayMs;
      repository.expiresMs.set('timestamp', clock.nowIsMs + dayMs);
      repository.signTimestamp();
    },
  },
  {
    name: 'a list of targets that has run out',
    reason: 'frozen',
    attack: ({ repository, clock, draft }) => {
      draft(2);
      repository.expiresMs.set('targets', clock.nowIsMs - dayMs);
      repository.signAll();
    },
  },
  {
    name: 'a root that has run out, with nothing newer',
    reason: 'frozen',
    attack: ({ repository, clock, publish }) => {
      repository.expiresMs.set('root', clock.nowIsMs - dayMs);
      repository.signRoot();
      publish(2);
    },
  },
  {
    name: 'a release with a number that was there before (the keys of the city in the hands of a careless person)',
    reason: 'rollback',
    attack: ({ publish, rowsOf }) =>
      publish(
        1,
        {},
        sortedRows([...rowsOf(1), ['procedure/1.000009', JSON.stringify(makeProcedure({ code: '1.000009' }))]]),
      ),
  },
];

const mirrors: UpdateAttack[] = [
  {
    name: 'malicious mirror: nothing is there',
    reason: 'bad-answer',
    attack: ({ repository }) => repository.files.clear(),
  },
  {
    name: 'malicious mirror: a page of a hotel in the place of everything',
    reason: 'bad-answer',
    attack: ({ repository }) => {
      for (const path of repository.files.keys()) {
        repository.files.set(path, Buffer.from('<!doctype html><title>Wi-Fi</title>'));
      }
      repository.files.set('metadata/2.root.json', Buffer.from('<!doctype html><title>Wi-Fi</title>'));
    },
  },
  {
    name: 'malicious mirror: empty files',
    reason: 'bad-answer',
    attack: ({ repository }) => void repository.files.set(timestampPath, Buffer.alloc(0)),
  },
  {
    name: 'malicious mirror: JSON that is no metadata',
    reason: 'bad-signature',
    attack: ({ repository }) => void repository.files.set(timestampPath, Buffer.from('null')),
  },
  {
    name: 'malicious mirror: the snapshot is missing',
    reason: 'bad-answer',
    attack: ({ repository, publish }) => {
      publish(2);
      repository.files.delete('metadata/2.snapshot.json');
    },
  },
  {
    name: 'malicious mirror: the list of targets is missing',
    reason: 'bad-answer',
    attack: ({ repository, publish }) => {
      publish(2);
      repository.files.delete('metadata/2.targets.json');
    },
  },
  {
    name: 'malicious mirror: the manifest is missing',
    reason: 'bad-answer',
    attack: ({ repository, publish }) => {
      publish(2);
      drop(repository, /release\.json$/u);
    },
  },
  {
    name: 'malicious mirror: neither delta nor snapshot is there',
    reason: 'bad-answer',
    attack: ({ repository, publish }) => {
      publish(2);
      drop(repository, /(?:rows-2|delta-1-2)\.zst$/u);
    },
  },
  {
    name: 'malicious mirror: refuses the connection',
    reason: 'unreachable',
    attack: ({ repository }) => fails(repository, 'unreachable'),
  },
  {
    name: 'slow retrieval: a mirror that gives a byte now and then',
    reason: 'too-slow',
    attack: ({ repository, publish }) => {
      publish(2);
      fails(repository, 'too-slow');
    },
  },
  {
    name: 'slow retrieval: a mirror that says nothing',
    reason: 'timeout',
    attack: ({ repository }) => fails(repository, 'timeout'),
  },
];

describe('a kiosk before forged files', () => {
  tryAttacks(forged);
});

describe('a kiosk before files that do not belong together', () => {
  tryAttacks(mixed);
});

describe('a kiosk before a repository that stands still or goes back', () => {
  tryAttacks(frozen);
});

describe('a kiosk before a mirror that does what it likes', () => {
  tryAttacks(mirrors);

  it('asks for no file that the release does not name', async () => {
    const world = await createUpdateWorld();
    await world.publishAndTake(1);
    world.repository.addTarget('catalogue/install-me.sh', Buffer.from('#!/bin/sh'));
    world.repository.addTarget('software/kiosk.deb', Buffer.alloc(1_000_000, 1));
    world.repository.requests.length = 0;
    await world.publishAndTake(2);
    const asked = world.repository.requests.map(({ path }) => path.replace(/[0-9a-f]{64}/u, '…'));
    expect(asked.toSorted()).toEqual([
      'metadata/2.root.json',
      'metadata/2.snapshot.json',
      'metadata/2.targets.json',
      'metadata/timestamp.json',
      'targets/catalogue/….delta-1-2.zst',
      'targets/catalogue/….release.json',
    ]);
  });

  it('is up to date again as soon as the mirror is honest', async () => {
    const world = await createUpdateWorld();
    await world.publishAndTake(1);
    const honest = world.repository.copyFiles();
    world.repository.files.clear();
    await withstands(world, 'bad-answer', 1);
    world.repository.serve(honest);
    expect(await world.publishAndTake(2)).toEqual({ kind: 'committed', number: 2 });
    await expectShown(world, 2);
    expect((await world.overview()).failure).toBeNull();
  });
});

describe('a kiosk before data without an end', () => {
  it.each([
    ['timestamp', /^metadata\/timestamp/u],
    ['next root', /^metadata\/2\.root/u],
    ['snapshot', /^metadata\/2\.snapshot/u],
    ['list of targets', /^metadata\/2\.targets/u],
    ['manifest', /release\.json$/u],
    ['delta and of the snapshot of rows', /\.zst$/u],
  ])('takes no more than it was told of the %s', async (_what, path) => {
    const world = await createUpdateWorld({ over: 'http' });
    await world.publishAndTake(1);
    world.publish(2);
    let written = 0;
    world.served.misbehave.by = (asked, _request, response) => {
      if (!path.test(asked)) {
        return false;
      }
      response.writeHead(200);
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 0x20))) {
          written += 65_536;
        }
      };
      response.on('drain', more);
      response.on('error', () => undefined);
      more();
      return true;
    };
    await withstands(world, 'too-large', 1);
    // Three looks, what the sockets hold among it; the longest of the files may have five megabytes.
    expect(written).toBeLessThan(80_000_000);
  });
});
