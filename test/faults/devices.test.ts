/** Device files that are not there, may not be used, are held by another, are pulled out; a pipe; printers that say nothing at all. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPrinterTransport } from '../../main/adapters/printing/create-printer-transport.ts';
import { type PrinterProfileName, printerProfiles } from '../../main/core/printer-profile.ts';
import { parsePrinterTarget } from '../../main/core/printing/device/printer-target.ts';
import { behaveAs } from '../../scripts/virtual-printer/behave-as.ts';
import type { VirtualPrinterOptions } from '../../scripts/virtual-printer/start-virtual-printer.ts';
import { likeness } from './compare-paper.ts';
import { createFaultWorld, type FaultWorld } from './fault-world.ts';
import { folderInMemory } from './folder-in-memory.ts';
import { drawJob, layoutOf } from './job-pictures.ts';

function open(
  profileName: PrinterProfileName,
  target: string,
  printer: Partial<VirtualPrinterOptions>,
): Promise<FaultWorld> {
  const profile = printerProfiles[profileName];
  return createFaultWorld({
    profile,
    // A line of another process takes its time.
    restMs: 200,
    printer: { port: undefined, ...behaveAs(profile), ...printer },
    transport: () => createPrinterTransport(parsePrinterTarget(target)),
  });
}

const place = (): string => join(folderInMemory(), 'printer');

function came({ paper }: FaultWorld): string[] {
  const next = drawJob(layoutOf('next'), printerProfiles['epson-tm-t82']).image;
  return paper.splice(0).map(({ image }) => likeness(image, next));
}

async function printsAgain(world: FaultWorld, end = 'printed'): Promise<void> {
  world.paper.length = 0;
  expect(await world.ended(world.print('next'))).toBe(end);
  expect(came(world).filter((piece) => piece !== 'white')).toEqual(['whole']);
}

describe.runIf(process.platform === 'linux')('a printer at a device file (Linux)', { timeout: 60_000 }, () => {
  const ways = ['serial', 'usb'] as const;

  it.each(ways)('%s: missing: the job never begins; plugged in, it prints', async (way) => {
    const ptyLink = place();
    const world = await open('epson-tm-t82', `${way}:${ptyLink}`, { ptyLink });
    world.printer.set({ reachable: false });
    await world.printer.settled();
    expect(await world.ended(world.print('next'))).toBe('failed unreachable');
    expect(world.line.status().state).toBe('unreachable');
    world.printer.set({ reachable: true });
    await world.printer.settled();
    await world.time.until(() => world.line.status().state === 'ready', 120_000);
    await printsAgain(world);
  });

  it.each(ways)('%s: no right to it: the job never begins, and the log says why', async (way) => {
    const ptyLink = place();
    const world = await open('epson-tm-t82', `${way}:${ptyLink}`, { ptyLink });
    chmodSync(ptyLink, 0);
    // Root may everything.
    const isRoot = process.geteuid?.() === 0;
    const drop = (): void => (isRoot ? process.seteuid?.(65_534) : undefined);
    const regain = (): void => (isRoot ? process.seteuid?.(0) : undefined);
    onTestFinished(regain);
    world.printer.fault('drop');
    await world.printer.settled();
    chmodSync(ptyLink, 0);
    drop();
    const end = await world.ended(world.print('next'));
    regain();
    expect(end).toBe('failed unreachable');
    expect(JSON.stringify(world.logger.entries)).toContain('may not be opened by this user');
    chmodSync(ptyLink, 0o600);
    await printsAgain(world);
  });

  it('serial: held by another process: the job never begins; let go, it prints', async () => {
    const ptyLink = place();
    const world = await open('epson-tm-t82', `serial:${ptyLink}`, { ptyLink });
    await world.time.until(() => world.line.status().state === 'ready', 120_000);
    world.printer.fault('drop');
    await world.printer.settled();
    const holder = spawn('flock', ['--no-fork', ptyLink, 'sh', '-c', 'echo held; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(holder.stdout, 'data');
    expect(await world.ended(world.print('next'))).toBe('failed unreachable');
    expect(JSON.stringify(world.logger.entries)).toContain('another program holds it');
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    await printsAgain(world);
  });

  it.each(ways)('%s: pulled out in a job: unknown; plugged in again, the next slip comes out alone', async (way) => {
    const ptyLink = place();
    const world = await open('epson-tm-t82', `${way}:${ptyLink}`, { ptyLink });
    await world.time.until(() => world.line.status().state === 'ready', 120_000);
    world.printer.faultAt({ rows: 500 }, 'drop');
    expect(await world.ended(world.print('checklist'))).toBe('unknown cut-off');
    await world.printer.settled();
    await world.time.pass(10_000);
    await printsAgain(world);
    world.printer.fault('drop');
    await world.printer.settled();
    await printsAgain(world);
  });

  it('a named pipe: prints, and honestly does not know', async () => {
    const pipePath = place();
    const world = await open('silent-80', `usb:${pipePath}`, { pipePath });
    for (const slip of [1, 2, 3]) {
      await printsAgain(world, 'unknown no-answer');
      expect(world.changes.filter((change) => change.endsWith('unknown no-answer'))).toHaveLength(slip);
    }
    expect(world.states).toEqual([]);
    expect(world.line.status().state).toBe('unknown');
  });
});

describe('a printer that never says a word', () => {
  it.each(['silent-80', 'epson-tm-t82', 'generic-80'] as const)(
    'prints all the same with the profile %s',
    async (name) => {
      const profile = printerProfiles[name];
      const world = await createFaultWorld({
        profile,
        printer: { ...behaveAs(profile), state: { answers: false } },
        transport: ({ port }) => createPrinterTransport({ kind: 'virtual', port }),
      });
      for (const slip of [1, 2, 3]) {
        await printsAgain(world, 'unknown no-answer');
        expect(world.changes.filter((change) => change.endsWith('unknown no-answer'))).toHaveLength(slip);
      }
      expect(world.states).toEqual([]);
      expect(world.line.status().state).toBe('unknown');
    },
  );
});
