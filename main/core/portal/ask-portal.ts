/** Asks one question within its time: spares a portal that fails or asks to wait, asks again where that is harmless. */
import { type Clock, PortalFetchError, type PortalFetcher, type PortalRequest, type ScheduleAfter } from '../ports.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import { type Judgement, judgeFailure, judgeResponse } from './judge-exchange.ts';
import type { PortalAnswer, PortalTrouble } from './portal-client.ts';
import type { PortalQuestion } from './portal-question.ts';
import type { PortalWatch } from './portal-watch.ts';
import { mostTries, retryDelayMs } from './retry-delay.ts';

export interface AskerOptions {
  readonly fetcher: Pick<PortalFetcher, 'exchange'>;
  readonly breaker: CircuitBreaker;
  readonly watch: PortalWatch;
  readonly clock: Clock;
  readonly schedule: ScheduleAfter;
  readonly random: () => number;
}

export interface PortalAsker {
  ask<T>(question: PortalQuestion<T>): Promise<PortalAnswer<T>>;
  /** Nothing is asked again; what waits for that is answered with its trouble. */
  close(): void;
}

type Trouble = Extract<Judgement<never>, { kind: 'trouble' }>;

/** The longest list of times (`wireSlotsSchema`) has half of it. */
const maximumBytes = 512 * 1_024;
/** With less time left, asking again leads nowhere. */
const leastTryMs = 300;
/** Where it asks to wait and does not say for how long. */
const defaultWaitMs = 5_000;
/** However long it asks for: it may be mistaken, and a citizen waits. */
const longestWaitMs = 10 * 60_000;

export function createPortalAsker(options: AskerOptions): PortalAsker {
  const { fetcher, breaker, watch, clock, schedule, random } = options;
  const waiting = new Set<() => void>();
  let busy: { readonly sinceMs: number; readonly untilMs: number } | null = null;
  let isClosed = false;

  async function ask<T>(question: PortalQuestion<T>): Promise<PortalAnswer<T>> {
    const startedAtMs = clock.nowMs();
    // A clock that is set back meanwhile gives no more than the whole time again.
    const leftMs = (): number =>
      Math.max(0, Math.min(question.deadlineMs - (clock.nowMs() - startedAtMs), question.deadlineMs));
    for (let tryIndex = 0; ; tryIndex += 1) {
      const refused = refusal();
      if (refused !== null) {
        return { ok: false, trouble: refused };
      }
      const judged = await tryOnce(question, leftMs());
      if (judged.kind === 'answer') {
        return { ok: true, value: judged.value };
      }
      const delayMs = waitOf(judged) + retryDelayMs(tryIndex, random);
      const isWorthwhile = question.kind === 'read' && judged.isPassing && tryIndex + 1 < mostTries;
      if (isClosed || !isWorthwhile || breaker.state() !== 'closed' || delayMs + leastTryMs > leftMs()) {
        return { ok: false, trouble: troubleOf(question, judged) };
      }
      await pause(delayMs);
      if (isClosed) {
        return { ok: false, trouble: troubleOf(question, judged) };
      }
    }
  }

  /** Why the portal is not even asked now; null where it is. */
  function refusal(): PortalTrouble | null {
    const nowMs = clock.nowMs();
    if (isClosed) {
      return { reason: 'offline', retryAtMs: null, unsure: false };
    }
    if (busy !== null && nowMs >= busy.sinceMs && nowMs < busy.untilMs) {
      return { reason: 'busy', retryAtMs: busy.untilMs, unsure: false };
    }
    busy = null;
    return breaker.enter()
      ? null
      : { reason: watch.seen().trouble ?? 'offline', retryAtMs: breaker.retryAtMs(), unsure: false };
  }

  async function tryOnce<T>(question: PortalQuestion<T>, timeoutMs: number): Promise<Judgement<T>> {
    const judged = await exchange(question, timeoutMs).catch((error: unknown) => {
      breaker.failed();
      throw error;
    });
    if (judged.kind === 'answer') {
      breaker.succeeded();
      watch.answered();
      return judged;
    }
    if (judged.isAlive) {
      breaker.succeeded();
    } else {
      breaker.failed();
    }
    watch.troubled(question.name, judged.reason, judged.detail);
    if (judged.reason === 'busy') {
      const sinceMs = clock.nowMs();
      busy = { sinceMs, untilMs: sinceMs + Math.min(judged.waitMs ?? defaultWaitMs, longestWaitMs) };
    }
    return judged;
  }

  async function exchange<T>(question: PortalQuestion<T>, timeoutMs: number): Promise<Judgement<T>> {
    try {
      const response = await fetcher.exchange(requestOf(question, timeoutMs));
      watch.heard(response.headers);
      return judgeResponse(question, response, clock.nowMs());
    } catch (error) {
      if (error instanceof PortalFetchError) {
        return judgeFailure(error);
      }
      throw error;
    }
  }

  function troubleOf(question: PortalQuestion<unknown>, { reason, unsure }: Trouble): PortalTrouble {
    const retryAtMs = reason === 'busy' ? (busy?.untilMs ?? null) : breaker.retryAtMs();
    return { reason, retryAtMs, unsure: unsure && question.kind === 'write' };
  }

  function pause(delayMs: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const cancel = schedule(delayMs, () => goOn());
    const goOn = (): void => {
      cancel();
      waiting.delete(goOn);
      resolve();
    };
    waiting.add(goOn);
    return promise;
  }

  return {
    ask,
    close: () => {
      isClosed = true;
      for (const goOn of waiting) {
        goOn();
      }
    },
  };
}

/** What the portal asks to wait, and a little more, for timers are early by a millisecond at times. */
function waitOf({ reason, waitMs }: Trouble): number {
  return reason === 'busy' ? (waitMs ?? defaultWaitMs) + 10 : 0;
}

function requestOf(question: PortalQuestion<unknown>, timeoutMs: number): PortalRequest {
  const { method, path, body, idempotencyKey } = question;
  return {
    method,
    path,
    headers: idempotencyKey === null ? {} : { 'idempotency-key': idempotencyKey },
    body: body === null ? null : JSON.stringify(body),
    timeoutMs,
    maximumBytes,
  };
}
