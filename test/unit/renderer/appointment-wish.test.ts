/** A wish is carried out once: what is known after each answer, and the same key until it is settled. */
import { describe, expect, it } from 'vitest';
import { type Appointment, idempotencyKeySchema } from '../../../main/contract/appointments.ts';
import type { Unreachable } from '../../../main/contract/portal.ts';
import {
  isDoubtful,
  mayAsk,
  openWish,
  type WishAction,
  type WishState,
  wishReducer,
} from '../../../renderer/appointments/wish-state.ts';
import { createWishBook, createWishTask } from '../../../renderer/appointments/wish-task.ts';
import { createFakeConnection } from '../../fakes/fake-connection.ts';

const appointment: Appointment = {
  appointmentCode: 'K7M2P9QX',
  procedureCode: '1.001193',
  service: {
    id: 'ho-tich',
    name: { vi: 'Hộ tịch', en: 'Civil status' },
    place: { name: 'Trung tâm', address: null, counter: null },
    contact: null,
  },
  day: '2026-12-01',
  from: '08:30',
  until: '09:00',
  state: 'booked',
  checkInFromMs: 0,
  checkInUntilMs: 1,
};
const offline: Unreachable = { outcome: 'unreachable', reason: 'offline', retryAtMs: null };
const asked: WishAction = { kind: 'asked' };
const answered = (answer: Extract<WishAction, { kind: 'answered' }>['answer']): WishAction => ({
  kind: 'answered',
  answer,
});
const after = (...actions: readonly WishAction[]): WishState => actions.reduce(wishReducer, openWish);

describe('a wish', () => {
  it('is done once the portal says so, and asked no more', () => {
    const done = after(asked, answered({ outcome: 'booked', appointment }));
    expect(done).toEqual({ kind: 'done', appointment });
    expect(mayAsk(done)).toBe(false);
    expect(wishReducer(done, asked)).toBe(done);
    expect(after(asked, answered({ outcome: 'done', appointment }))).toEqual(done);
  });

  it('is refused for good where the time is full or the name unusable', () => {
    for (const outcome of ['full', 'name-unusable', 'not-found'] as const) {
      const refused = after(asked, answered({ outcome }));
      expect(refused).toEqual({ kind: 'refused', refusal: { outcome } });
      expect(mayAsk(refused)).toBe(false);
    }
  });

  it('is in doubt after a lost answer, and no failure to ask again takes the doubt away', () => {
    const lost = [answered({ outcome: 'unsure' }), { kind: 'rejected', code: 'unavailable' }] as const;
    for (const loss of lost) {
      const unsure = after(asked, loss);
      expect(unsure).toEqual({ kind: 'unsure', trouble: null });
      expect(isDoubtful(wishReducer(unsure, asked))).toBe(true);
      expect(after(asked, loss, asked, answered(offline))).toEqual({ kind: 'unsure', trouble: offline });
      expect(after(asked, loss, asked, answered({ outcome: 'card-needed' }))).toEqual({
        kind: 'card-needed',
        isDoubtful: true,
      });
      expect(after(asked, loss, asked, { kind: 'rejected', code: 'not-found' }).kind).toBe('unsure');
      expect(after(asked, loss, asked, answered({ outcome: 'full' })).kind).toBe('refused');
      expect(after(asked, loss, asked, answered({ outcome: 'booked', appointment })).kind).toBe('done');
    }
  });

  it('is in no doubt where nothing was sent', () => {
    expect(after(asked, answered(offline))).toEqual({ kind: 'unreachable', trouble: offline });
    expect(after(asked, { kind: 'rejected', code: 'not-found' })).toEqual({ kind: 'failed', code: 'not-found' });
    expect(isDoubtful(after(asked, answered({ outcome: 'card-needed' })))).toBe(false);
    // The core's own failure may have come after the portal's answer.
    expect(after(asked, { kind: 'rejected', code: 'invalid-result' }).kind).toBe('unsure');
  });

  it('hears no answer it did not ask for', () => {
    expect(after(answered({ outcome: 'full' }))).toBe(openWish);
  });
});

const begin = () => {
  const core = createFakeConnection();
  const task = createWishTask(core.connection);
  const ask = () =>
    task.ask(() =>
      core.connection.call('appointments.change', {
        key: 'a-key-of-one-wish-x',
        appointmentCode: 'K7M2P9QX',
        day: '2026-12-01',
        from: '08:30',
      }),
    );
  ask();
  return { core, task, ask };
};

describe('createWishTask', () => {
  it('asks once however often the button is touched', async () => {
    const { core, task, ask } = begin();
    ask();
    expect(core.waiting()).toEqual(['appointments.change']);
    await core.answer('appointments.change', { outcome: 'done', appointment });
    expect(task.state()).toEqual({ kind: 'done', appointment });
    ask();
    expect(core.waiting()).toEqual([]);
  });

  it('asks the same again after the reconnect', async () => {
    const { core, task } = begin();
    await core.lose();
    expect(task.state().kind).toBe('asking');
    await core.comeBack();
    expect(await core.answer('appointments.change', { outcome: 'done', appointment })).toMatchObject({
      key: 'a-key-of-one-wish-x',
    });
    expect(task.state().kind).toBe('done');
  });

  it('does not take it for certain that nothing was sent before the reconnect', async () => {
    const { core, task } = begin();
    await core.lose();
    await core.comeBack();
    await core.answer('appointments.change', offline);
    expect(task.state()).toEqual({ kind: 'unsure', trouble: null });
  });

  it('leaves it to the citizen to ask a core again that stays silent', async () => {
    const { core, task, ask } = begin();
    await core.fail('appointments.change', 'unavailable');
    expect(task.state().kind).toBe('unsure');
    expect(core.waiting()).toEqual([]);
    ask();
    expect(core.waiting()).toEqual(['appointments.change']);
  });

  it('sends nothing more once the citizen has gone', async () => {
    const { core, task } = begin();
    await core.lose();
    task.close();
    await core.comeBack();
    expect(core.waiting()).toEqual([]);
    expect(core.observerCount()).toBe(0);
  });
});

describe('createWishBook', () => {
  it('keeps the key of a wish until it is settled, and gives another wish another one', async () => {
    const core = createFakeConnection();
    const book = createWishBook(core.connection);
    const key = book.keyFor('Tuesday, half past eight');
    expect(idempotencyKeySchema.safeParse(key).success).toBe(true);
    expect(book.keyFor('Tuesday, half past eight')).toBe(key);
    expect(book.keyFor('Tuesday, nine')).not.toBe(key);
    const task = book.of(key);
    expect(book.of(key)).toBe(task);
    task.ask(() => Promise.resolve({ outcome: 'unsure' }));
    await new Promise(setImmediate);
    // Whoever goes back and wishes the same again finds the doubt as it was.
    expect(book.keyFor('Tuesday, half past eight')).toBe(key);
    task.ask(() => Promise.resolve({ outcome: 'full' }));
    await new Promise(setImmediate);
    expect(book.keyFor('Tuesday, half past eight')).not.toBe(key);
  });
});
