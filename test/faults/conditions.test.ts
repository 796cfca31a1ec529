/**
 * Each thing that can be wrong with a printer, before, during and after a job: what is pushed about the job and the printer, and
 * what comes out. Whatever happened, the next job comes out whole, and nothing old with it.
 */
import { describe, expect, it } from 'vitest';
import { createPrinterTransport } from '../../main/adapters/printing/create-printer-transport.ts';
import { type PrinterProfileName, printerProfiles } from '../../main/core/printer-profile.ts';
import { behaveAs } from '../../scripts/virtual-printer/behave-as.ts';
import { readyState } from '../../scripts/virtual-printer/printer-state.ts';
import { likeness } from './compare-paper.ts';
import { type Condition, conditionOutcomes, type Moment } from './condition-outcomes.ts';
import { createFaultWorld, type FaultWorld } from './fault-world.ts';
import { drawJob, layoutOf } from './job-pictures.ts';

const isWhole = process.env['KIOSK_FAULTS'] === 'all';

async function open(profileName: PrinterProfileName): Promise<FaultWorld> {
  const profile = printerProfiles[profileName];
  const world = await createFaultWorld({
    profile,
    // So fast that it takes few steps, and so slow that there is a middle.
    printer: { ...behaveAs(profile), rowsPerSecond: 10_000 },
    transport: ({ port }) => createPrinterTransport({ kind: 'virtual', port }),
  });
  await world.time.until(() => world.line.status().state === 'ready', 5_000);
  return world;
}

async function mend({ printer, time }: FaultWorld): Promise<void> {
  printer.set(readyState);
  await printer.settled();
  await time.pass(30_000);
}

/** One line: the job's states, the printer's states, what came out before the next job. */
async function live(world: FaultWorld, { faults, lasts }: Condition, moment: Moment): Promise<string> {
  const { printer, time } = world;
  if (moment === 'before') {
    for (const fault of faults) {
      printer.fault(fault);
    }
    await printer.settled();
    await time.pass(12_000);
  }
  for (const fault of moment === 'during' ? faults : []) {
    printer.faultAt({ rows: 1_000 }, fault);
  }
  const job = world.print('checklist');
  if (moment === 'after') {
    await world.ended(job);
    for (const fault of faults) {
      printer.fault(fault);
    }
  }
  await time.pass(12_000);
  if (lasts) {
    await world.ended(job);
  }
  await mend(world);
  await world.ended(job);
  const states = world.changes
    .filter((change) => change.startsWith(`${job} `))
    .map((change) => change.replace(/^\d+ /u, ''));
  return [states.join(' > '), world.states.join(' > '), pieces(world)].join(' | ');
}

function pieces({ paper }: FaultWorld): string {
  const whole = drawJob(layoutOf('checklist'), printerProfiles['epson-tm-t82']).image;
  const next = drawJob(layoutOf('next'), printerProfiles['epson-tm-t82']).image;
  const found = paper.splice(0).map(({ image, kind }) => {
    const like = likeness(image, next) === 'whole' ? 'next' : likeness(image, whole);
    return kind === 'cut' ? like : `${like} (torn)`;
  });
  return found.filter((piece) => !piece.startsWith('white')).join(', ') || 'nothing';
}

const profiles: readonly PrinterProfileName[] = [
  'epson-tm-t82',
  ...(isWhole ? (['generic-80', 'xprinter-xp80'] as const) : []),
];

describe.each(profiles)('a printer of the kind %s', (profile) => {
  describe.each(conditionOutcomes)('$name', (condition) => {
    it.each(['before', 'during', 'after'] as const)('%s a job', async (moment) => {
      const world = await open(profile);
      const other = printerProfiles[profile].fence === 'gs-h' ? undefined : condition.withoutFence?.[moment];
      expect(await live(world, condition, moment)).toBe(other ?? condition.outcomes[moment]);
      expect(await world.ended(world.print('next'))).toBe('printed');
      await world.time.pass(15_000);
      expect(pieces(world)).toBe('next');
      expect(world.line.status().state).toBe('ready');
    });
  });
});
