/** A cable that is cut in a real job, after every 64th byte; a part of the places in `npm test`. */
import { describe, expect, it } from 'vitest';
import { createPrinterTransport } from '../../main/adapters/printing/create-printer-transport.ts';
import { printerProfiles } from '../../main/core/printer-profile.ts';
import { behaveAs } from '../../scripts/virtual-printer/behave-as.ts';
import { likeness } from './compare-paper.ts';
import { createFaultWorld } from './fault-world.ts';
import { drawJob, layoutOf } from './job-pictures.ts';

const isWhole = process.env['KIOSK_FAULTS'] === 'all';
/** In `npm test` every 64th of the places below; a prime number off, so that it is not always the same dot of a row. */
const every = isWhole ? 64 : 64 * 61;
const fenceBytes = { 'gs-h': 11, 'gs-r': 3, none: 0 } as const;

function places(bytes: number): number[] {
  const steps = Array.from({ length: Math.ceil(bytes / every) }, (_none, index) => index * every);
  // The first command, and the last ones and the fence byte by byte.
  const ends = Array.from({ length: isWhole ? 28 : 12 }, (_none, index) => [index, bytes - index]).flat();
  return [...new Set([...steps, ...ends])].sort((a, b) => a - b);
}

describe.each(['epson-tm-t82', 'generic-80'] as const)('%s', (name) => {
  const profile = printerProfiles[name];
  const job = drawJob(layoutOf('checklist'), profile);
  const next = drawJob(layoutOf('next'), profile);
  const whole = job.bytes.length + fenceBytes[profile.fence];

  it.each(['drop', 'drop-fin'] as const)(
    `a job of ${whole} bytes, and after some of them: %s`,
    { timeout: 600_000 },
    async (cut) => {
      const world = await createFaultWorld({
        profile,
        printer: behaveAs(profile),
        transport: ({ port }) => createPrinterTransport({ kind: 'virtual', port }),
      });
      let callOff = (): void => undefined;
      let taken = 0;
      world.onChange((change) => {
        if (change.endsWith('sending') && taken >= 0) {
          callOff = world.printer.faultAt({ bytes: taken }, cut);
        }
      });
      const outcomes = new Map<string, number>();
      const wrong: string[] = [];
      for (const place of places(whole)) {
        taken = place;
        world.paper.length = 0;
        const outcome = await world.ended(world.print('checklist'));
        callOff();
        taken = -1;
        const nextOutcome = await world.ended(world.print('next'));
        const pieces = world.paper.map(({ image }) => {
          const asNext = likeness(image, next.image);
          return asNext === 'whole' ? 'next' : likeness(image, job.image);
        });
        const black = pieces.filter((piece) => piece !== 'white');
        const came = black.slice(0, -1).join();
        outcomes.set(`${outcome}, ${came || 'nothing'}`, (outcomes.get(`${outcome}, ${came || 'nothing'}`) ?? 0) + 1);
        if (
          nextOutcome !== 'printed' ||
          black.at(-1) !== 'next' ||
          !['', 'part', 'whole'].includes(came) ||
          !isRight(outcome, came)
        ) {
          wrong.push(`${place}: ${outcome}, then ${nextOutcome}; ${pieces.join()}`);
        }
      }
      console.log(name, cut, Object.fromEntries(outcomes), world.time.elapsedMs);
      expect(wrong).toEqual([]);
    },
  );
});

function isRight(outcome: string, came: string): boolean {
  return outcome === 'printed'
    ? came === 'whole'
    : outcome === 'unknown cut-off' || (outcome === 'failed unreachable' && came === '');
}
