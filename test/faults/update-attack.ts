/** What an attack on catalogue updates is in these tests, and what must hold after each: the good catalogue, the reason told, no growth. */
import { expect, it } from 'vitest';
import type { UpdateFailure } from '../../main/contract/updates.ts';
import { createUpdateWorld, type UpdateWorld, type UpdateWorldOptions } from './update-world.ts';

export interface UpdateAttack {
  readonly name: string;
  /** Why the kiosk must say it took nothing; null where the attack must have no effect at all. */
  readonly reason: UpdateFailure | null;
  /** True: the content is to blame, so it is not tried a second time and refused from then on. */
  readonly isRefused?: boolean;
  readonly world?: UpdateWorldOptions;
  /** Release 1 is shown by then; release 2 is what the attacker wants, or wants to be withheld. */
  readonly attack: (world: UpdateWorld) => void | Promise<void>;
}

const tries = 3;
const passing: ReadonlySet<UpdateFailure> = new Set(['unreachable', 'timeout', 'too-slow', 'bad-answer']);

/** One test an attack. */
export function tryAttacks(attacks: readonly UpdateAttack[]): void {
  it.each(attacks)('$name', async ({ reason, isRefused = false, world: options, attack }) => {
    const world = await createUpdateWorld(options);
    expect(await world.publishAndTake(1)).toEqual({ kind: 'committed', number: 1 });
    await attack(world);
    await withstands(world, reason, 1, isRefused);
  });
}

/** Checks again and again: nothing is taken, the reason stands where staff and monitoring look, and the disk does not fill. */
export async function withstands(
  world: UpdateWorld,
  reason: UpdateFailure | null,
  shownNumber: number,
  isRefused = false,
): Promise<void> {
  const failuresBefore = (await world.status()).counts.updateFailures;
  const usage: string[] = [];
  for (let index = 0; index < tries; index += 1) {
    const failure = isRefused && index > 0 ? 'refused-before' : reason;
    expect(await world.check()).toEqual(
      failure === null
        ? { kind: 'current', number: shownNumber }
        : { kind: 'failed', reason: failure, detail: expect.any(String) },
    );
    const { failure: told, recentFailures } = await world.overview();
    expect(told?.reason ?? null).toBe(failure);
    if (reason !== null) {
      expect(recentFailures.map((one) => one.reason)).toContain(reason);
      // Staff read why without looking further back.
      expect(told?.detail).toContain(failure === reason ? '' : `(${reason})`);
    }
    usage.push(world.diskUse());
  }
  await expectShown(world, shownNumber);
  const { counts, troubles } = await world.status();
  if (reason === null) {
    expect(counts.updateFailures).toEqual(failuresBefore);
  } else {
    const expected = isRefused ? { [reason]: 1, 'refused-before': tries - 1 } : { [reason]: tries };
    for (const [name, count] of Object.entries(expected)) {
      expect(new Map(Object.entries(counts.updateFailures)).get(name)).toBe(
        count + (new Map(Object.entries(failuresBefore)).get(name) ?? 0),
      );
    }
    // What the network is to blame for may pass by itself (main/core/diagnostics).
    expect(passing.has(reason) || troubles.some((trouble) => trouble.startsWith('update-'))).toBe(true);
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
