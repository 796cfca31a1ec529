/** A slip as the page follows it: no state is missed, none is made up, and what nobody waits for is called off. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PrintJob, printJobStates, printReasons } from '../../../main/contract/printing.ts';
import { createPrintTask } from '../../../renderer/printing/print-task.ts';
import { openJob, type PrintAction, type PrintState, printReducer } from '../../../renderer/state/print-state.ts';
import { createFakeConnection } from '../../fakes/fake-connection.ts';

const slip = { kind: 'checklist', code: '1.001193', caseId: null, language: 'vi', large: false } as const;
const job = (state: PrintJob['state'], reason: PrintJob['reason'] = null, number = 7): PrintJob => ({
  job: number,
  state,
  reason,
});
const heard = (one: PrintJob): PrintAction => ({ kind: 'heard', job: one });
const run = (...actions: PrintAction[]): PrintState => actions.reduce<PrintState>(printReducer, { kind: 'idle' });
const accepted = { kind: 'answered', answer: { outcome: 'accepted', job: job('queued') } } as const;

describe('printReducer', () => {
  it('goes the way of its job', () => {
    expect(run({ kind: 'pressed' }, accepted)).toEqual({ kind: 'queued', job: 7 });
    expect(run({ kind: 'pressed' }, accepted, heard(job('sending')))).toEqual({ kind: 'sending', job: 7 });
    const paused = run({ kind: 'pressed' }, accepted, heard(job('paused', 'paper-out')));
    expect(paused).toEqual({ kind: 'paused', job: 7, reason: 'paper-out' });
    expect(printReducer(paused, heard(job('sending')))).toEqual({ kind: 'sending', job: 7 });
    expect(printReducer(paused, heard(job('printed')))).toEqual({ kind: 'printed' });
    expect(printReducer(paused, heard(job('failed', 'cancelled')))).toEqual({ kind: 'failed', reason: 'cancelled' });
  });

  it('believes events that came before the answer, and not those of other jobs', () => {
    const early = [heard(job('sending')), heard(job('printed')), heard(job('failed', 'error', 8))];
    expect(run({ kind: 'pressed' }, ...early, accepted)).toEqual({ kind: 'printed' });
    expect(run({ kind: 'pressed' }, accepted, heard(job('printed', null, 8)))).toEqual({ kind: 'queued', job: 7 });
  });

  it('tells why nothing was begun', () => {
    const refused = { kind: 'answered', answer: { outcome: 'refused', reason: 'no-room' } } as const;
    expect(run({ kind: 'pressed' }, refused)).toEqual({ kind: 'failed', reason: 'no-room' });
    expect(run({ kind: 'pressed' }, { kind: 'rejected' })).toEqual({ kind: 'failed', reason: 'core' });
  });

  it('asks rather than claims when nobody can know, and takes the citizen’s word', () => {
    const unknown = run({ kind: 'pressed' }, accepted, heard(job('unknown', 'no-answer')));
    expect(unknown).toEqual({ kind: 'unknown', job: 7, reason: 'no-answer' });
    expect(printReducer(unknown, { kind: 'confirmed', cameOut: true })).toEqual({ kind: 'printed' });
    expect(printReducer(unknown, { kind: 'confirmed', cameOut: false })).toEqual({ kind: 'denied' });
    expect(printReducer(unknown, heard(job('printed')))).toEqual({ kind: 'printed' });
    expect(run({ kind: 'pressed' }, { kind: 'lost' })).toEqual({ kind: 'unknown', job: null, reason: null });
  });

  it('never says printed of a job that no message called so, and never leaves an end by itself', () => {
    const anyJob = fc.record({
      job: fc.constantFrom(7, 8),
      state: fc.constantFrom(...printJobStates),
      reason: fc.option(fc.constantFrom(...printReasons)),
    });
    fc.assert(
      fc.property(fc.array(anyJob), (jobs) => {
        let state = run({ kind: 'pressed' }, accepted);
        let wasPrinted = false;
        for (const one of jobs) {
          const before = state;
          state = printReducer(state, heard(one));
          wasPrinted ||= one.job === 7 && one.state === 'printed';
          if (before.kind === 'printed' || before.kind === 'failed') expect(state).toBe(before);
          if (one.job === 8) expect(state).toBe(before);
        }
        if (state.kind === 'printed') expect(wasPrinted).toBe(true);
      }),
    );
  });

  it('does not begin a second slip while one is under way', () => {
    const sending = run({ kind: 'pressed' }, accepted, heard(job('sending')));
    expect(printReducer(sending, { kind: 'pressed' })).toBe(sending);
    expect(openJob(sending)).toBe(7);
  });
});

/** A job that was accepted. */
const begin = async () => {
  const core = createFakeConnection();
  const task = createPrintTask(core.connection);
  task.enter();
  task.print(slip);
  await core.answer('printing.print', { outcome: 'accepted', job: job('queued') });
  return { core, task };
};

describe('createPrintTask', () => {
  it('follows its job to the end and then listens no more', async () => {
    const { core, task } = await begin();
    const seen: string[] = [];
    task.subscribe(() => seen.push(task.state().kind));
    core.tell('printJob.changed', job('sending'));
    core.tell('printJob.changed', job('printed'));
    expect(seen).toEqual(['sending', 'printed']);
    expect(core.observerCount()).toBe(0);
  });

  it('asks how the job is after each reconnect, so that nothing is missed', async () => {
    const { core, task } = await begin();
    await core.lose();
    expect(task.state().kind).toBe('queued');
    await core.comeBack();
    expect(await core.answer('printing.job', job('paused', 'cover-open'))).toEqual({ job: 7 });
    expect(task.state()).toEqual({ kind: 'paused', job: 7, reason: 'cover-open' });
    await core.lose();
    await core.comeBack();
    await core.answer('printing.job', job('unknown', 'restarted'));
    expect(task.state()).toEqual({ kind: 'unknown', job: 7, reason: 'restarted' });
  });

  it('asks the citizen where the answer itself was lost, and where the core knows the job no more', async () => {
    const core = createFakeConnection();
    const task = createPrintTask(core.connection);
    task.enter();
    task.print(slip);
    await core.lose();
    expect(task.state()).toEqual({ kind: 'unknown', job: null, reason: null });
    task.confirm(true);
    expect(task.state().kind).toBe('printed');
    expect(core.waiting()).toEqual([]);
    const other = await begin();
    await other.core.lose();
    await other.core.comeBack();
    await other.core.fail('printing.job', 'not-found');
    expect(other.task.state().kind).toBe('unknown');
  });

  it('says that there is no slip where the core says so', async () => {
    const core = createFakeConnection();
    const task = createPrintTask(core.connection);
    task.enter();
    task.print(slip);
    await core.fail('printing.print', 'not-found');
    expect(task.state()).toEqual({ kind: 'failed', reason: 'core' });
  });

  it('hears a late word of the printer while the question stands, and not once nobody is there', async () => {
    const { core, task } = await begin();
    core.tell('printJob.changed', job('unknown', 'no-answer'));
    core.tell('printJob.changed', job('sending'));
    expect(task.state().kind).toBe('unknown');
    core.tell('printJob.changed', job('printed'));
    expect(task.state().kind).toBe('printed');
    const left = await begin();
    left.core.tell('printJob.changed', job('unknown', 'no-answer'));
    left.task.leave();
    expect(left.core.waiting()).toEqual([]);
    expect(left.core.observerCount()).toBe(0);
  });

  it('tells the core what the citizen saw, and prints again only when asked', async () => {
    const { core, task } = await begin();
    core.tell('printJob.changed', job('unknown', 'cut-off'));
    task.confirm(false);
    expect(await core.answer('printing.confirm', job('failed', 'cut-off'))).toEqual({ job: 7, cameOut: false });
    expect(task.state().kind).toBe('denied');
    expect(core.waiting()).toEqual([]);
    task.print(slip);
    expect(core.waiting()).toEqual(['printing.print']);
  });

  it('calls off what waits when the citizen goes on, and leaves alone what is coming out', async () => {
    const waiting = await begin();
    waiting.task.leave();
    expect(await waiting.core.answer('printing.cancel', job('failed', 'cancelled'))).toEqual({ job: 7 });
    const coming = await begin();
    coming.core.tell('printJob.changed', job('sending'));
    coming.task.leave();
    expect(coming.core.waiting()).toEqual([]);
    coming.core.tell('printJob.changed', job('paused', 'paper-out'));
    expect(coming.core.waiting()).toEqual(['printing.cancel']);
    await coming.core.answer('printing.cancel', job('failed', 'cancelled'));
    expect(coming.core.observerCount()).toBe(0);
  });

  it('calls a job off that is accepted after the citizen went on', async () => {
    const core = createFakeConnection();
    const task = createPrintTask(core.connection);
    task.enter();
    task.print(slip);
    task.leave();
    await core.answer('printing.print', { outcome: 'accepted', job: job('queued') });
    expect(core.waiting()).toEqual(['printing.cancel']);
  });

  it('does not send two slips for two touches', async () => {
    const { core, task } = await begin();
    task.print(slip);
    core.tell('printJob.changed', job('paused', 'paper-out'));
    task.print(slip);
    expect(core.waiting()).toEqual([]);
  });
});
