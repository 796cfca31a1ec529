/** Updates that come while somebody stands before the kiosk or a slip is printing: nothing changes under their hands, and nothing is lost. */
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createPrinterTransport } from '../../main/adapters/printing/create-printer-transport.ts';
import { printerProfiles } from '../../main/core/printer-profile.ts';
import { scheduleAfter } from '../../main/hosts/supervisor.ts';
import { behaveAs } from '../../scripts/virtual-printer/behave-as.ts';
import { startVirtualPrinter } from '../../scripts/virtual-printer/start-virtual-printer.ts';
import { changingCode } from './release-rows.ts';
import { expectShown } from './update-attack.ts';
import { createUpdateWorld } from './update-world.ts';

const waiting = { kind: 'waiting', number: 2 };

describe('an update that comes while a citizen is there', () => {
  it('waits until they have left, is told to the page then, and is not made twice', async () => {
    const world = await createUpdateWorld();
    await world.publishAndTake(1);
    await world.kiosk().handlers['session.begin']({});
    world.publish(2);
    world.pushes.length = 0;
    expect(await world.check()).toEqual(waiting);
    expect(await world.check()).toEqual(waiting);
    expect(await world.shownTitle()).toBe(world.titleOf(1));
    expect((await world.overview()).progress).toMatchObject({ phase: 'waiting', number: 2 });
    expect(world.pushes.map(({ event }) => event)).not.toContain('catalogue.changed');
    const made = world.maker.orders.length;
    await world.kiosk().handlers['session.end']({});
    await vi.waitFor(async () => expect((await world.overview()).shown.number).toBe(2), { interval: 2 });
    await expectShown(world, 2);
    expect(world.maker.orders.length).toBe(made);
    expect(world.pushes.filter(({ event }) => event === 'catalogue.changed')).toHaveLength(1);
  });

  it('is taken at the next start where the kiosk ends before they leave', async () => {
    const world = await createUpdateWorld();
    await world.publishAndTake(1);
    await world.kiosk().handlers['session.begin']({});
    world.publish(2);
    expect(await world.check()).toEqual(waiting);
    await world.restart();
    await expectShown(world, 1);
    expect(await world.check()).toEqual({ kind: 'committed', number: 2 });
    expect(world.strayFiles()).toEqual([]);
  });

  it('is overtaken by a newer one that was published meanwhile', async () => {
    const world = await createUpdateWorld();
    await world.publishAndTake(1);
    await world.kiosk().handlers['session.begin']({});
    world.publish(2);
    expect(await world.check()).toEqual(waiting);
    world.publish(3);
    await world.kiosk().handlers['session.end']({});
    await vi.waitFor(async () => expect((await world.overview()).shown.number).toBe(2), { interval: 2 });
    expect(await world.check()).toEqual({ kind: 'committed', number: 3 });
    await expectShown(world, 3);
  });
});

describe('an update that comes while a slip is printing', () => {
  it('waits for the paper, which is that of the former release', async () => {
    const profile = printerProfiles['epson-tm-t82'];
    // A slip takes half a second.
    const printer = await startVirtualPrinter({
      port: 0,
      outputFolder: null,
      ...behaveAs(profile),
      rowsPerSecond: 1_500,
    });
    onTestFinished(() => printer.close());
    const world = await createUpdateWorld({
      ports: (ports) => ({
        ...ports,
        schedule: scheduleAfter,
        printer: createPrinterTransport({ kind: 'virtual', port: printer.port }),
      }),
    });
    await world.publishAndTake(1);
    world.publish(2);
    const slip = { kind: 'checklist', code: changingCode, caseId: null, language: 'vi', large: false } as const;
    const [answer] = await world.kiosk().staffHandlers['printer.print']({ slips: [slip], copies: 1 });
    expect(answer).toMatchObject({ outcome: 'accepted' });
    expect(await world.check()).toEqual(waiting);
    await expectTitle(world, 1);
    const job = answer?.outcome === 'accepted' ? answer.job.job : 0;
    await vi.waitFor(
      async () => {
        const { jobs } = await world.kiosk().staffHandlers['printer.overview']({});
        expect(jobs.find((one) => one.job === job)?.state).toBe('printed');
      },
      { timeout: 10_000, interval: 5 },
    );
    await vi.waitFor(async () => expect((await world.overview()).shown.number).toBe(2), {
      timeout: 10_000,
      interval: 5,
    });
    await expectShown(world, 2);
  });
});

async function expectTitle(world: { titleOf(number: number): string; shownTitle(): Promise<string> }, number: number) {
  expect(await world.shownTitle()).toBe(world.titleOf(number));
}
