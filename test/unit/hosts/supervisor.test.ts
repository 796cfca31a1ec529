/** Restarting with back-off and a budget, against an injected clock. */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  decideRestart,
  defaultRestartPolicy,
  noRestarts,
  type RestartHistory,
  type RestartPolicy,
} from '../../../main/hosts/restart-policy.ts';
import { type SupervisedProcess, supervise } from '../../../main/hosts/supervisor.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';

const policy: RestartPolicy = {
  firstDelayMs: 100,
  longestDelayMs: 1_000,
  stableAfterMs: 60_000,
  budget: 5,
  budgetWindowMs: 600_000,
};

/** The delays of runs that last `runMs` each and follow at once, until the process is given up. */
function delaysOf(runMs: number, limit: number): (number | 'give-up')[] {
  const delays: (number | 'give-up')[] = [];
  let history: RestartHistory = noRestarts;
  let nowMs = 0;
  while (delays.length < limit) {
    const decision = decideRestart(history, { startedMs: nowMs, endedMs: nowMs + runMs }, policy);
    nowMs += runMs;
    if (decision.kind === 'give-up') {
      return [...delays, 'give-up'];
    }
    delays.push(decision.delayMs);
    history = decision.history;
    nowMs += decision.delayMs;
  }
  return delays;
}

describe('the restart policy', () => {
  it('doubles the delay up to its longest and gives up when the budget is used', () => {
    expect(delaysOf(0, 20)).toEqual([100, 200, 400, 800, 1_000, 'give-up']);
  });

  it('starts the delay over after a healthy run, and bears rare ends for ever', () => {
    expect(delaysOf(3_600_000, 1000)).toEqual(Array.from({ length: 1000 }, () => 100));
  });

  it('gives up a process that runs healthily but ends too often within the window', () => {
    expect(delaysOf(61_000, 20)).toEqual([100, 100, 100, 100, 100, 'give-up']);
  });

  it('takes a clock that was set back for a short run', () => {
    expect(decideRestart(noRestarts, { startedMs: 1_000_000, endedMs: 5 }, policy)).toMatchObject({ delayMs: 100 });
  });

  it('keeps a small history however long the kiosk runs', () => {
    let history = noRestarts;
    for (let hour = 0; hour < 10_000; hour += 1) {
      const run = { startedMs: hour * 3_600_000, endedMs: (hour + 1) * 3_600_000 };
      const decision = decideRestart(history, run, defaultRestartPolicy);
      history = decision.kind === 'restart' ? decision.history : history;
    }
    expect(history.endsMs).toHaveLength(1);
  });
});

describe('supervise', () => {
  let nowMs: number;
  let scheduled: { delayMs: number; action: () => void }[];
  let ends: ((reason: string) => void)[];
  let stops: number;
  let givenUp: number[];

  beforeEach(() => {
    nowMs = 0;
    scheduled = [];
    ends = [];
    stops = 0;
    givenUp = [];
  });

  function start(): SupervisedProcess {
    return {
      onEnd: (listener) => ends.push(listener),
      stop: () => {
        stops += 1;
        return Promise.resolve();
      },
    };
  }

  function superviseProcess(startProcess: () => SupervisedProcess = start) {
    return supervise({
      name: 'core',
      start: startProcess,
      clock: { nowMs: () => nowMs },
      logger: createRecordingLogger(),
      onGiveUp: (count) => givenUp.push(count),
      policy,
      schedule: (delayMs, action) => {
        const entry = { delayMs, action };
        scheduled.push(entry);
        return () => {
          scheduled = scheduled.filter((other) => other !== entry);
        };
      },
    });
  }

  function runScheduled(): void {
    const next = scheduled.shift();
    nowMs += next?.delayMs ?? 0;
    next?.action();
  }

  it('starts the process again after the delay', () => {
    superviseProcess();
    ends[0]?.('crashed');
    expect(scheduled.map((entry) => entry.delayMs)).toEqual([100]);
    expect(ends).toHaveLength(1);
    runScheduled();
    expect(ends).toHaveLength(2);
  });

  it('counts a start that throws as an end, and gives up in the end', () => {
    superviseProcess(() => {
      throw new Error('no such program');
    });
    while (scheduled.length > 0) {
      runScheduled();
    }
    expect(givenUp).toEqual([6]);
  });

  it('stops the process and starts nothing after that', async () => {
    const supervisor = superviseProcess();
    await supervisor.stop();
    expect(stops).toBe(1);
    ends[0]?.('terminated');
    expect(scheduled).toEqual([]);
  });

  it('stops between an end and the next start', async () => {
    const supervisor = superviseProcess();
    ends[0]?.('crashed');
    await supervisor.stop();
    expect(scheduled).toEqual([]);
    expect(stops).toBe(0);
  });
});
