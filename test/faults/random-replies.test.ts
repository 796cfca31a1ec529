/**
 * Random bytes in place of a printer's replies, through the real line and spooler: nothing falls over, no job counts as printed, and
 * no state is believed, unless the bytes happened to be whole answers. What a whole answer is, is decided here anew.
 */
import { describe, expect, it } from 'vitest';
import type { FakePrinter } from '../fakes/fake-printer.ts';
import { createWorld, epson, generic, type World } from '../unit/printing/spooler-world.ts';
import { createDice, type Dice } from './create-dice.ts';
import { tellCounts } from './tell-counts.ts';

const isWhole = process.env['KIOSK_FAULTS'] === 'all';
/** Of each of the three kinds below. */
const strings = isWhole ? 3_400 : 500;

/** Bytes of which real answers are made, near misses among them. */
const treacherous = [
  0x12, 0x16, 0x1a, 0x1e, 0x32, 0x52, 0x72, 0x10, 0x18, 0x14, 0x37, 0x22, 0x25, 0x00, 0x03, 0x0c, 0x0f,
];

interface Said {
  readonly to: 1 | 2 | 3 | 4 | 'change' | 'fence' | 'cleared' | 'sensor';
  readonly bytes: Uint8Array;
}

/** `almostSane`: single bytes of the right form, so that now and then a whole answer comes about. */
function randomReply(dice: Dice, proper: Uint8Array, almostSane: boolean): Uint8Array {
  if (almostSane && dice.throw(12) > 0) {
    return Uint8Array.of(dice.throw(4) > 0 ? 0x12 : 0x12 | (dice.throw(256) & 0x6c));
  }
  const length = 1 + dice.throw(dice.throw(4) === 0 ? 64 : 8);
  switch (dice.throw(8)) {
    case 0:
      // The form of a status byte, and whatever it says.
      return Uint8Array.of(0x12 | (dice.throw(256) & 0x6c));
    case 1:
      // All but one byte of the real answer, or one of them another.
      return dice.throw(2) === 0 ? proper.subarray(0, -1) : withAnother(dice, proper);
    case 2:
    case 3:
    case 4:
      return Uint8Array.from({ length }, () => treacherous[dice.throw(treacherous.length)] ?? 0);
    default:
      return dice.bytes(length);
  }
}

function withAnother(dice: Dice, proper: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(proper);
  const at = dice.throw(changed.length);
  changed[at] = ((changed[at] ?? 0) + 1 + dice.throw(255)) & 0xff;
  return changed;
}

const isStatusByte = (bytes: Uint8Array): boolean => bytes.length === 1 && ((bytes[0] ?? 0) & 0x93) === 0x12;
const bit = (byte: number, index: number): boolean => ((byte >> index) & 1) === 1;

/** What four answers say (Epson, DLE EOT 1 to 4); null where they are no answers or contradict one another. */
function stateOfRound(round: readonly Said[]): string | null {
  if (round.length !== 4 || round.some(({ to, bytes }, index) => to !== index + 1 || !isStatusByte(bytes))) {
    return null;
  }
  const [printer = 0, offline = 0, error = 0, paper = 0] = round.map(({ bytes }) => bytes[0] ?? 0);
  const agrees = bit(paper, 2) === bit(paper, 3) && bit(paper, 5) === bit(paper, 6);
  if (!agrees || ((offline & 0x64) !== 0 && !bit(printer, 3))) {
    return null;
  }
  if (bit(offline, 2)) {
    return 'cover-open';
  }
  if (bit(offline, 5) || bit(paper, 5)) {
    return 'paper-out';
  }
  if (bit(error, 3)) {
    return 'cutter-error';
  }
  return bit(offline, 6) || (error & 0x60) !== 0 || bit(printer, 3) ? 'error' : 'ready';
}

/** Whether some four bytes of these are what a printer tells unasked (Epson, GS a). */
function holdsChange({ bytes }: Said): boolean {
  return bytes.some(
    (first, at) =>
      (first & 0x93) === 0x10 &&
      at + 4 <= bytes.length &&
      bytes.subarray(at + 1, at + 4).every((byte) => (byte & 0x90) === 0),
  );
}

/** In what came, one reply after the other. */
const holds = (heard: readonly Said[], wanted: readonly number[]): boolean =>
  Buffer.concat(heard.map(({ bytes }) => bytes)).includes(Buffer.from(wanted));

/** Answers whatever is asked with random bytes, and remembers them. */
function babble(printer: FakePrinter, dice: Dice, said: Said[], isAlmostSane: () => boolean): void {
  printer.instead = (command, proper) => {
    const bytes = randomReply(dice, proper, isAlmostSane());
    const asked = printer.received.at(-1);
    const to = command !== 'status' ? command : proper.length === 4 ? 'change' : (asked as 1 | 2 | 3 | 4);
    said.push({ to, bytes });
    return bytes;
  };
}

/** Says what was believed without a whole answer; empty where nothing was. */
function falseWord(world: World, said: readonly Said[], job: number, before: number): string[] {
  const outcome = world.job(job);
  const heard = said.slice(before);
  // The job's number in four digits of 95, from the blank on.
  const fence = [0x37, 0x22, 0x20, 0x20, 0x20 + Math.floor(job / 95), 0x20 + (job % 95), 0x00];
  const isTold =
    world.profile.fence === 'gs-h'
      ? holds(heard, fence)
      : heard.some(
          ({ to, bytes }) => to === 'sensor' && bytes.length === 1 && [0x00, 0x03, 0x0c, 0x0f].includes(bytes[0] ?? 1),
        );
  const isCleared = holds(heard, [0x37, 0x25, 0x00]);
  return [
    ...(outcome.endsWith('printed') && !isTold ? [outcome] : []),
    ...(outcome.endsWith('failed cancelled') && world.changes.includes(`${job} sending`) && !isCleared
      ? [outcome]
      : []),
  ];
}

describe.each([
  ['that has a fence and tells of changes', epson],
  ['that has neither', generic],
  ['that has no fence and tells of changes', { ...generic, status: 'asb' as const }],
])('a printer %s and answers with random bytes', (_kind, profile) => {
  it(`is not believed a word of ${strings}`, async () => {
    const dice = createDice(11);
    const world = createWorld({ profile, start: false });
    const said: Said[] = [];
    const wrong: string[] = [];
    const states = new Map<string, number>();
    const outcomes = new Map<string, number>();
    let almostSane = false;
    babble(world.printer, dice, said, () => almostSane);
    world.line.start();
    world.spooler.start();
    while (said.length < strings) {
      almostSane = dice.throw(2) === 0;
      const before = said.length;
      const known = world.states.length;
      const job = world.print(1 + dice.throw(90));
      await world.pass(dice.throw(30_000));
      if (dice.throw(4) === 0) {
        void world.spooler.cancel(job);
      }
      await world.pass(90_000);
      wrong.push(...falseWord(world, said, job, before));
      for (const state of world.states.slice(known)) {
        const rounds = said.slice(Math.max(0, before - 8)).map((_one, at, all) => stateOfRound(all.slice(at, at + 4)));
        const isTold = rounds.includes(state) || (profile.status === 'asb' && said.slice(before).some(holdsChange));
        if (!['unknown', 'unreachable'].includes(state) && !isTold) {
          wrong.push(`${state} after job ${job}`);
        }
        states.set(state, (states.get(state) ?? 0) + 1);
      }
      const outcome = world.job(job).replace(/^\d+ /u, '');
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    tellCounts(`${said.length} strings`, new Map([...states, ...outcomes]));
    expect(wrong).toEqual([]);
    expect(world.logger.entries.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
