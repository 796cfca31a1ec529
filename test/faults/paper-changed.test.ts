/** Paper that ran out in a job which then failed: once there is a new roll, nothing of that job comes out, whatever the printer holds. */
import { describe, expect, it } from 'vitest';
import { createPrinterTransport } from '../../main/adapters/printing/create-printer-transport.ts';
import { printerProfiles } from '../../main/core/printer-profile.ts';
import { behaveAs } from '../../scripts/virtual-printer/behave-as.ts';
import { likeness } from './compare-paper.ts';
import { createFaultWorld, type FaultWorld } from './fault-world.ts';
import { drawJob, layoutOf } from './job-pictures.ts';

const kinds = ['epson-tm-t82', 'generic-80', 'xprinter-xp80'] as const;
/** The job has 210 KB: neither holds all of it, the smaller one not even a strip. */
const buffers = [65_536, 4_096] as const;

const endings: Readonly<Record<string, (world: FaultWorld, job: number) => unknown>> = {
  'called off': ({ spooler }, job) => spooler.cancel(job),
  'whose citizen left': ({ spooler }) => spooler.citizenLeft(),
  'whose time is over': ({ time }) => time.pass(181_000),
  'whose cable is cut': ({ printer }) => printer.fault('drop'),
  'whose line is ended by the printer': ({ printer }) => printer.fault('drop-fin'),
};

describe.each(kinds)('a printer of the kind %s prints', (kind) => {
  const profile = printerProfiles[kind];
  const slip = drawJob(layoutOf('checklist'), profile).image;
  const next = drawJob(layoutOf('next'), profile).image;
  describe.each(buffers)('with room for %i bytes', (bufferBytes) => {
    it.each(Object.keys(endings))('nothing of a job %s', async (ending) => {
      const world = await createFaultWorld({
        profile,
        printer: { ...behaveAs(profile), rowsPerSecond: 10_000, bufferBytes },
        transport: ({ port }) => createPrinterTransport({ kind: 'virtual', port }),
      });
      const { printer, time, paper } = world;
      await time.until(() => world.line.status().state === 'ready', 5_000);
      printer.faultAt({ rows: 1_000 }, 'paper-out');
      const job = world.print('checklist');
      await time.pass(5_000);
      expect(printer.bufferedBytes).toBeGreaterThan(0);
      void endings[ending]?.(world, job);
      // Where the printer stood still, said that it is empty and still stands, no slip came out; nothing less says so.
      const isSure = kind === 'epson-tm-t82' && bufferBytes > 32_768 && /off|left|time/u.test(ending);
      expect(await world.ended(job)).toMatch(isSure ? /^failed (?:cancelled|expired)$/u : /^unknown /u);
      await time.pass(15_000);
      expect(world.line.status().state).toBe('paper-out');
      // What hangs out stays on the old roll.
      printer.set({ paper: 'ok' });
      expect(paper.splice(0).map(({ image, kind: how }) => `${how} ${likeness(image, slip)}`)).toEqual(['torn part']);
      await time.pass(60_000);
      expect(await world.ended(world.print('next'))).toBe('printed');
      expect(paper.map(({ image }) => likeness(image, next)).filter((piece) => piece !== 'white')).toEqual(['whole']);
      expect(world.ledger.leftovers()).toBe(false);
    });
  });

  it('nothing of a job that was called off before it began', async () => {
    const world = await createFaultWorld({
      profile,
      printer: { ...behaveAs(profile), state: { paper: 'out' } },
      transport: ({ port }) => createPrinterTransport({ kind: 'virtual', port }),
    });
    const jobs = [world.print('checklist'), world.print('checklist')] as const;
    await world.time.pass(5_000);
    expect(jobs.map((job) => world.outcome(job))).toEqual(['paused paper-out', 'queued']);
    await world.spooler.cancel(jobs[0]);
    await world.time.pass(130_000);
    expect(jobs.map((job) => world.outcome(job))).toEqual(['failed cancelled', 'failed expired']);
    world.printer.set({ paper: 'ok' });
    expect(await world.ended(world.print('next'))).toBe('printed');
    expect(world.paper.map(({ image }) => likeness(image, next))).toEqual(['whole']);
  });
});
