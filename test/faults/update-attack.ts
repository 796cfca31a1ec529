/** What an attack on catalogue updates is in these tests, and what must hold after each: the good catalogue, the reason told, no growth. */
import { expect, it } from 'vitest';
import type { UpdateFailure } from '../../main/contract/updates.ts';
import { createUpdateWorld, type UpdateWorld, type UpdateWorldOptions } from './update-world.ts';

export interface UpdateAttack {
  readonly name: string;
  /** Why the kiosk must say it took nothing; null where the attack must have no effect at all. */
  readonly reason: UpdateFailure | null;
  readonly world?: UpdateWorldOptions;
  /** Release 1 is shown by then; release 2 is what the attacker wants, or wants to be withheld. */
  readonly attack: (world: UpdateWorld) => void | Promise<void>;
}

const tries = 3;

/** One test an attack. */
export function tryAttacks(attacks: readonly UpdateAttack[]): void {
  it.each(attacks)('$name', async ({ reason, world: options, attack }) => {
    const world = await createUpdateWorld(options);
    expect(await world.publishAndTake(1)).toEqual({ kind: 'committed', number: 1 });
    await attack(world);
    await withstands(world, reason, 1);
  });
}

/** Checks again and again: nothing is taken, the reason stands where staff and monitoring look, and the disk does not fill. */
export async function withstands(world: UpdateWorld, reason: UpdateFailure | null, shownNumber: number): Promise<void> {
  const failuresBefore = (await world.status()).counts.updateFailures;
  const usage: string[] = [];
  for (let index = 0; index < tries; index += 1) {
    const outcome = await world.check();
    expect(outcome).toEqual(
      reason === null
        ? { kind: 'current', number: shownNumber }
        : { kind: 'failed', reason, detail: expect.any(String) },
    );
    usage.push(world.diskUse());
  }
  await expectShown(world, shownNumber);
  const overview = await world.overview();
  const { counts, troubles } = await world.status();
  if (reason === null) {
    expect(overview.failure).toBeNull();
    expect(counts.updateFailures).toEqual(failuresBefore);
  } else {
    expect(overview.failure).toMatchObject({ reason, source: 'network' });
    expect(counts.updateFailures[reason]).toBe((failuresBefore[reason] ?? 0) + tries);
    expect(troubles.length).toBeGreaterThan(0);
  }
  // What a first look leaves may stay (refused hashes, metadata); nothing comes on top of it.
  expect(new Set(usage.slice(1)).size).toBe(1);
  expect(world.strayFiles()).toEqual([]);
}

/** The catalogue is there as it was published: told, readable and searchable; also after a start. */
export async function expectShown(world: UpdateWorld, number: number): Promise<void> {
  const { shown, progress } = await world.overview();
  expect([shown.number, progress.phase]).toEqual([number, 'idle']);
  expect(await world.shownTitle()).toBe(world.titleOf(number));
  expect(await world.foundTitles()).toContain(world.titleOf(number));
}
