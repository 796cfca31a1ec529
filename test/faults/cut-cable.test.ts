/** A cable that is cut in a real job, after every 64th byte; a part of the places in `npm test`. */
import { describe, expect, it } from 'vitest';
import { createPrinterTransport } from '../../main/adapters/printing/create-printer-transport.ts';
import { type PrinterProfile, printerProfiles } from '../../main/core/printer-profile.ts';
import { jobPieces } from '../../main/core/printing/device/job-pieces.ts';
import { behaveAs } from '../../scripts/virtual-printer/behave-as.ts';
import { likeness } from './compare-paper.ts';
import { createFaultWorld, type FaultWorld } from './fault-world.ts';
import { drawJob, layoutOf } from './job-pictures.ts';
import { tellCounts } from './tell-counts.ts';

const isWhole = process.env['KIOSK_FAULTS'] === 'all';
/** In `npm test` every 64th of the places below; a prime number off, so that it is not always the same dot of a row. */
const every = isWhole ? 64 : 64 * 61;
const fenceBytes = { 'gs-h': 11, 'gs-r': 3, none: 0 } as const;

function places(bytes: number): number[] {
  const steps = Array.from({ length: Math.floor(bytes / every) }, (_none, index) => (index + 1) * every);
  // The first command, and the last ones and the fence byte by byte.
  const ends = Array.from({ length: isWhole ? 28 : 12 }, (_none, index) => [index + 1, bytes - index]).flat();
  return [...new Set([...steps, ...ends])].sort((a, b) => a - b);
}

function openWorld(profile: PrinterProfile): Promise<FaultWorld> {
  return createFaultWorld({
    profile,
    printer: behaveAs(profile),
    transport: ({ port }) => createPrinterTransport({ kind: 'virtual', port }),
  });
}

describe.each(['epson-tm-t82', 'generic-80'] as const)('a printer of the kind %s', (name) => {
  const profile = printerProfiles[name];
  const job = drawJob(layoutOf('checklist'), profile);
  const next = drawJob(layoutOf('next'), profile);
  // A fence after each piece but the last, and one after all.
  const whole = job.bytes.length + jobPieces(job.bytes).length * fenceBytes[profile.fence];

  /** Prints with the cable cut after so many bytes, then another slip, and says what was wrong with either; null: nothing. */
  async function cutAt(
    world: FaultWorld,
    place: number,
    cut: 'drop' | 'drop-fin',
    counts: Map<string, number>,
  ): Promise<string | null> {
    world.paper.length = 0;
    const stop = world.onChange((change) => {
      if (change.endsWith('sending')) {
        world.printer.faultAt({ bytes: place }, cut);
        stop();
      }
    });
    const outcome = await world.ended(world.print('checklist'));
    const nextOutcome = await world.ended(world.print('next'));
    const pieces = world.paper.map(({ image }) =>
      likeness(image, next.image) === 'whole' ? 'next' : likeness(image, job.image),
    );
    const came = pieces.filter((piece) => piece !== 'white');
    const isRight =
      came.pop() === 'next' &&
      nextOutcome === 'printed' &&
      (place >= whole
        ? came.join() === 'whole' && (profile.fence === 'gs-h' ? outcome === 'printed' : outcome === 'unknown cut-off')
        : ['', 'part', 'whole'].includes(came.join()) && outcome === 'unknown cut-off');
    counts.set(
      `${outcome}, ${came.join() || 'nothing'}`,
      (counts.get(`${outcome}, ${came.join() || 'nothing'}`) ?? 0) + 1,
    );
    return isRight ? null : `${place}: ${outcome} and ${nextOutcome} with ${pieces.join()}`;
  }

  it.each(['drop', 'drop-fin'] as const)(
    `a job of ${whole} bytes: %s, and never a false word, never two slips, never one in the way of the next`,
    { timeout: 900_000 },
    async (cut) => {
      const world = await openWorld(profile);
      const wrong: (string | null)[] = [];
      const counts = new Map<string, number>();
      for (const place of places(whole)) {
        wrong.push(await cutAt(world, place, cut, counts));
      }
      tellCounts(`${name}, ${cut}, ${wrong.length} places`, counts);
      expect(wrong.filter((one) => one !== null)).toEqual([]);
    },
  );

  it('a line that was cut before the first byte: it never began', async () => {
    const world = await openWorld(profile);
    await world.ended(world.print('next'));
    world.printer.fault('refuse');
    world.printer.fault('drop');
    await world.printer.settled();
    world.paper.length = 0;
    const number = world.print('checklist');
    expect(await world.ended(number)).toBe('failed unreachable');
    expect(world.changes.filter((change) => change.startsWith(`${number} `))).toEqual([
      `${number} queued`,
      `${number} failed unreachable`,
    ]);
    world.printer.set({ reachable: true });
    await world.printer.settled();
    expect(await world.ended(world.print('next'))).toBe('printed');
    expect(world.paper.map(({ image }) => likeness(image, next.image))).toEqual(['whole']);
  });
});
