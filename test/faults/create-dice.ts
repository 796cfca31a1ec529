/** Chance that comes again: the same seed throws the same dice, so that whatever they found can be looked at again. */

export interface Dice {
  /** 0 ≤ n < sides. */
  throw(sides: number): number;
  bytes(length: number): Uint8Array;
}

/** Mulberry32. */
export function createDice(seed: number): Dice {
  let state = seed;
  const roll = (sides: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
  return { throw: roll, bytes: (length) => Uint8Array.from({ length }, () => roll(256)) };
}
