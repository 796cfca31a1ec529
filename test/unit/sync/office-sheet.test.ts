/** An office's own sheet: laid over the city's release, and never in its way. */
import { describe, expect, it } from 'vitest';
import { CatalogueMakingError } from '../../../main/core/ports.ts';
import { createCity, office, startSync } from './sync-world.ts';

describe("an office's own sheet", () => {
  it('is laid over the rows that lie here without fetching them again', async () => {
    const world = startSync(createCity());
    world.publish(1);
    await world.check();
    world.publishSheet('sheet one');
    const sent = world.repository.sent.bytes;
    expect(await world.check()).toEqual({ kind: 'committed', number: 1 });
    expect(world.shown()).toBe('rows of 1 + sheet one');
    expect(world.overview().shown.office).toBe(office);
    expect(world.repository.sent.bytes - sent).toBeLessThan(10_000);
    expect(await world.check()).toEqual({ kind: 'current', number: 1 });
  });

  it('stays over the next release, and goes where it is not asked for', async () => {
    const world = startSync(createCity());
    world.publish(1);
    world.publishSheet('sheet one');
    await world.check();
    world.publish(2);
    expect(await world.check()).toEqual({ kind: 'committed', number: 2 });
    expect(world.shown()).toBe('rows of 2 + sheet one');
    await world.close();
    const other = startSync(world, { dataFolder: world.dataFolder, office: null });
    expect(await other.check()).toEqual({ kind: 'committed', number: 2 });
    expect(other.shown()).toBe('rows of 2');
  });

  it('that is signed by nobody it may be does not stop the city; the former sheet stays, staff are told', async () => {
    const world = startSync(createCity());
    world.publish(1);
    world.publishSheet('sheet one');
    await world.check();
    const [thief] = world.repository.rotate(`office-${office}`);
    expect(thief).toBeDefined();
    world.publish(2, {}, false);
    // The city does not delegate to the new key: it lists the old one.
    const stolen = world.repository.signers.get(`office-${office}`);
    world.repository.signers.set(`office-${office}`, { keys: thief === undefined ? [] : [thief], threshold: 1 });
    world.repository.signTargets();
    world.repository.signTargets(`office-${office}`, { keys: stolen?.keys ?? [] });
    world.repository.signSnapshot();
    world.repository.signTimestamp();
    expect(await world.check()).toEqual({ kind: 'committed', number: 2 });
    expect(world.shown()).toBe('rows of 2 + sheet one');
    expect(world.overview().failure).toMatchObject({
      reason: 'bad-signature',
      detail: expect.stringContaining("office's own sheet"),
    });
  });

  it('that cannot be used is left out and not tried again; the release is taken', async () => {
    const world = startSync(createCity());
    world.publish(1);
    await world.check();
    world.making.by = ({ sheetPath }) => {
      if (sheetPath !== null) {
        throw new CatalogueMakingError('wrong-content', 'the sheet is none');
      }
    };
    world.publish(2);
    world.publishSheet('no sheet');
    expect(await world.check()).toEqual({ kind: 'committed', number: 2 });
    expect(world.shown()).toBe('rows of 2');
    expect(world.overview().failure).toMatchObject({ reason: 'wrong-content' });
    const made = world.orders.length;
    expect(await world.check()).toEqual({ kind: 'current', number: 2 });
    expect(world.orders).toHaveLength(made);
    expect(world.overview().failure).toMatchObject({ reason: 'refused-before' });
    world.making.by = () => undefined;
    world.publishSheet('sheet two');
    expect(await world.check()).toEqual({ kind: 'committed', number: 2 });
    expect(world.shown()).toBe('rows of 2 + sheet two');
  });

  it('reaches citizens although the city’s release was left behind', async () => {
    const world = startSync(createCity());
    world.publish(1);
    await world.check();
    world.publish(2);
    await world.check();
    await world.rollBack();
    world.publishSheet('today closed');
    expect(await world.check()).toEqual({ kind: 'committed', number: 1 });
    expect(world.shown()).toBe('rows of 1 + today closed');
    expect(world.overview().failure).toMatchObject({ reason: 'refused-before' });
    expect(await world.check()).toMatchObject({ kind: 'failed', reason: 'refused-before' });
  });

  it('is not the release’s fault where the release itself is wrong', async () => {
    const world = startSync(createCity());
    world.publish(1);
    await world.check();
    world.making.by = () => {
      throw new CatalogueMakingError('wrong-content', 'the rows are none');
    };
    world.publish(2);
    world.publishSheet('good sheet');
    expect(await world.check()).toMatchObject({ kind: 'failed', reason: 'wrong-content' });
    world.making.by = () => undefined;
    // The sheet is taken over what is shown; the rows are refused.
    expect(await world.check()).toEqual({ kind: 'committed', number: 1 });
    expect(world.shown()).toBe('rows of 1 + good sheet');
  });
});
