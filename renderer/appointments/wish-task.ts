/** One wish on its way to the portal: asked with the same key as often as it takes, followed over a lost channel. */
import { KioskError } from '../../main/contract/error.ts';
import { toKioskError } from '../hooks/use-answer.ts';
import { createRandomKey } from '../random-key.ts';
import type { CoreConnection } from '../transport/core-connection.ts';
import { untilOpen } from '../transport/until-open.ts';
import {
  isSettled,
  mayAsk,
  openWish,
  type WishAction,
  type WishAnswer,
  type WishState,
  wishReducer,
} from './wish-state.ts';

export interface WishTask {
  readonly state: () => WishState;
  /** Calls back on each change of state; returns what ends it. */
  readonly subscribe: (onChange: () => void) => () => void;
  /** `send` must be harmless when repeated: it carries the wish's key. Nothing while one is under way or it is settled. */
  ask(send: () => Promise<WishAnswer>): void;
  /** The citizen has gone: nothing is sent any more. */
  close(): void;
}

/** The wishes of one citizen by their keys, so that coming back to one finds it as it was left. */
export interface WishBook {
  /**
   * The key of what is wished: whoever goes back and wishes the same again asks with the same key, until it is settled.
   * After that it is another wish.
   */
  readonly keyFor: (wish: string) => string;
  /** Begins the wish where there is none of this key. */
  of(key: string): WishTask;
  close(): void;
}

export function createWishBook(connection: CoreConnection): WishBook {
  const tasks = new Map<string, WishTask>();
  const keys = new Map<string, string>();
  return {
    keyFor(wish) {
      const before = keys.get(wish);
      const task = before === undefined ? undefined : tasks.get(before);
      if (before !== undefined && (task === undefined || !isSettled(task.state()))) return before;
      const key = createRandomKey();
      keys.set(wish, key);
      return key;
    },
    of(key) {
      const task = tasks.get(key) ?? createWishTask(connection);
      tasks.set(key, task);
      return task;
    },
    close() {
      for (const task of tasks.values()) task.close();
    },
  };
}

export function createWishTask(connection: CoreConnection): WishTask {
  let state: WishState = openWish;
  const observers = new Set<() => void>();
  const closing = new AbortController();
  const take = (action: WishAction) => {
    const before = state;
    state = wishReducer(before, action);
    if (state === before) return;
    for (const observer of observers) observer();
  };
  const settle = async (send: () => Promise<WishAnswer>) => {
    try {
      take({ kind: 'answered', answer: await sendTwice(connection, send, closing.signal) });
    } catch (cause) {
      take({ kind: 'rejected', code: toKioskError(cause).code });
    }
  };
  return {
    state: () => state,
    subscribe(onChange) {
      observers.add(onChange);
      return () => void observers.delete(onChange);
    },
    ask(send) {
      if (!mayAsk(state)) return;
      take({ kind: 'asked' });
      void settle(send);
    },
    close: () => closing.abort(),
  };
}

/** Whoever lost the answer with the channel gets it over the next one; a core that is silent is not asked by itself again. */
async function sendTwice(
  connection: CoreConnection,
  send: () => Promise<WishAnswer>,
  signal: AbortSignal,
): Promise<WishAnswer> {
  const { generation } = connection.state();
  try {
    return await send();
  } catch (cause) {
    const now = connection.state();
    const isCut = !now.isOpen || now.generation !== generation;
    if (!(cause instanceof KioskError) || cause.code !== 'unavailable' || !isCut) throw cause;
  }
  await untilOpen(connection, signal);
  if (signal.aborted) return { outcome: 'unsure' };
  const answer = await send();
  // A core that came back has forgotten the card, and does not know what it sent before.
  return answer.outcome === 'card-needed' || answer.outcome === 'unreachable' ? { outcome: 'unsure' } : answer;
}
