/** The conversation with a printer over one connection: questions and their answers, fences, clearing; one writer at a time. */
import type { PrinterConnection, PrinterProfile, ScheduleAfter, WriteLimits } from '../../ports.ts';
import {
  askPaperSensorInTurn,
  askStatus,
  clearBuffers,
  fence,
  recoverAndClear,
  tellChanges,
} from './escpos-commands.ts';
import { type PrinterCondition, readAnswers, readChange, type StatusAnswers } from './printer-condition.ts';
import { createReplyReader, type PrinterReply } from './reply-reader.ts';

/** What came of asking for the four status bytes. */
export type StatusRound =
  | { readonly kind: 'clean'; readonly condition: PrinterCondition }
  /** Well formed, but the bytes contradict one another: the printer changed in between. */
  | { readonly kind: 'torn' }
  | { readonly kind: 'garbled' }
  | { readonly kind: 'silent' }
  | { readonly kind: 'gone' };

export interface Written {
  /** Of these bytes, from the first on. */
  readonly acceptedBytes: number;
  /** Null where all were accepted. */
  readonly error: unknown;
}

export interface TalkListener {
  onFence?(number: number): void;
  /** Null: it told of something, in a form that contradicts itself. */
  onChange?(condition: PrinterCondition | null): void;
  onNoise?(): void;
  onGone?(): void;
}

export interface PrinterTalk {
  /** Null where nothing can ever come back. */
  readonly answers: boolean;
  /** Whether anything but noise came back so far. */
  readonly hasSpoken: boolean;
  /** Whether a question about the status was answered so far. */
  readonly hasAnswered: boolean;
  readonly noiseCount: number;
  /** Whether a paper sensor's byte is still awaited: any that comes may be an answer to an older question. */
  readonly owesSensor: boolean;
  readonly isGone: boolean;
  /** Bytes the device took so far, of whatever was written. */
  readonly acceptedBytes: number;
  /** After what is being written; `onBegin` is called when its turn has come. Never rejects. */
  write(bytes: Uint8Array, limits?: WriteLimits, onBegin?: () => void): Promise<Written>;
  /** DLE EOT 1 to 4, each answered within `limitMs`; one round at a time. Never rejects. */
  ask(limitMs: number): Promise<StatusRound>;
  /** A round under way has no longer than this for each answer from now on. */
  hurry(limitMs: number): void;
  /** Asks to be told of changes, where the profile can; initialising a printer ends that, so it is repeated after it. */
  askForChanges(): Promise<Written>;
  /** By the profile; `onFence` tells the number. Does nothing where the profile has none. */
  sendFence(number: number): Promise<Written>;
  /** Empties the buffers; true where the printer confirmed it: no fence that was sent before is awaited then. */
  clear(): Promise<boolean>;
  listen(listener: TalkListener): () => void;
  /** True where the device took leave in order. */
  close(): Promise<boolean>;
  abort(): void;
}

export interface TalkOptions {
  readonly connection: PrinterConnection;
  readonly profile: PrinterProfile;
  readonly schedule: ScheduleAfter;
}

const statusKinds = [1, 2, 3, 4] as const;
/** How long a printer has to say that its buffers are empty. */
export const clearedWithinMs = 1_000;
/** Real-time commands are for a printer that still listens; one that takes not even those is given up. */
const urgent: WriteLimits = { totalMs: 2_000 };

export function createPrinterTalk({ connection, profile, schedule }: TalkOptions): PrinterTalk {
  const listeners = new Set<TalkListener>();
  const fences = new Set<number>();
  let sensorFences: number[] = [];
  let onStatus: ((byte: number | null) => void) | null = null;
  let onCleared: ((confirmed: boolean) => void) | null = null;
  let hasSpoken = false;
  let hasAnswered = false;
  let noiseCount = 0;
  let isGone = false;
  let writing: Promise<unknown> = Promise.resolve();
  let asking: Promise<unknown> = Promise.resolve();
  /** For an answer in the round under way. */
  let answerWithinMs = 0;
  let hasten: (() => void) | null = null;

  const reader = createReplyReader(() => ({
    status: onStatus !== null,
    changes: profile.status === 'asb',
    sensor: sensorFences.length > 0,
    cleared: onCleared !== null,
    fences,
  }));
  const tell = (say: (listener: TalkListener) => void): void => {
    for (const listener of Array.from(listeners)) {
      say(listener);
    }
  };

  function hear(reply: PrinterReply): void {
    if (reply.kind === 'noise') {
      noiseCount += 1;
      tell((listener) => listener.onNoise?.());
      return;
    }
    hasSpoken = true;
    switch (reply.kind) {
      case 'status':
        hasAnswered = true;
        onStatus?.(reply.byte);
        return;
      case 'change': {
        const condition = readChange(reply.bytes);
        tell((listener) => listener.onChange?.(condition));
        return;
      }
      case 'cleared':
        onCleared?.(true);
        return;
      case 'fence':
        fences.delete(reply.number);
        tell((listener) => listener.onFence?.(reply.number));
        return;
      case 'sensor': {
        const number = sensorFences.shift();
        if (number !== undefined) {
          tell((listener) => listener.onFence?.(number));
        }
      }
    }
  }

  connection.onData((bytes) => reader.read(bytes, hear));
  connection.onClose(() => {
    isGone = true;
    onStatus?.(null);
    onCleared?.(false);
    tell((listener) => listener.onGone?.());
  });

  function write(bytes: Uint8Array, limits?: WriteLimits, onBegin?: () => void): Promise<Written> {
    const written = writing.then(async (): Promise<Written> => {
      const before = connection.bytesAccepted;
      try {
        onBegin?.();
        await connection.write(bytes, limits);
        return { acceptedBytes: bytes.length, error: null };
      } catch (error) {
        return { acceptedBytes: Math.max(0, connection.bytesAccepted - before), error };
      }
    });
    writing = written;
    return written;
  }

  /** One byte, or null where none came in time; the time runs once the question is out. */
  async function question(kind: (typeof statusKinds)[number]): Promise<number | null> {
    const { promise, resolve } = Promise.withResolvers<number | null>();
    const { error } = await write(askStatus(kind), undefined, () => {
      onStatus = (byte) => {
        onStatus = null;
        resolve(byte);
      };
    });
    if (error !== null || isGone) {
      onStatus = null;
      return null;
    }
    const late = (): void => {
      onStatus = null;
      resolve(null);
    };
    let callOff = schedule(answerWithinMs, late);
    hasten = () => {
      callOff();
      callOff = schedule(answerWithinMs, late);
    };
    const byte = await promise;
    hasten = null;
    callOff();
    return byte;
  }

  async function round(limitMs: number): Promise<StatusRound> {
    answerWithinMs = limitMs;
    const noiseBefore = noiseCount;
    const bytes: number[] = [];
    for (const kind of statusKinds) {
      const byte = isGone ? null : await question(kind);
      if (byte === null) {
        return { kind: isGone ? 'gone' : noiseCount === noiseBefore ? 'silent' : 'garbled' };
      }
      bytes.push(byte);
    }
    if (noiseCount !== noiseBefore) {
      return { kind: 'garbled' };
    }
    const [printer = 0, offline = 0, error = 0, paper = 0] = bytes;
    const answers: StatusAnswers = [printer, offline, error, paper];
    const condition = readAnswers(answers);
    return condition === null ? { kind: 'torn' } : { kind: 'clean', condition };
  }

  return {
    answers: connection.answers,
    get hasSpoken() {
      return hasSpoken;
    },
    get hasAnswered() {
      return hasAnswered;
    },
    get noiseCount() {
      return noiseCount;
    },
    get owesSensor() {
      return sensorFences.length > 0;
    },
    get isGone() {
      return isGone;
    },
    get acceptedBytes() {
      return connection.bytesAccepted;
    },
    write,
    ask(limitMs) {
      const asked = asking.then(() => round(limitMs));
      asking = asked;
      return asked;
    },
    hurry(limitMs) {
      answerWithinMs = Math.min(answerWithinMs, limitMs);
      hasten?.();
    },
    askForChanges: () =>
      profile.status === 'asb' && connection.answers
        ? write(tellChanges)
        : Promise.resolve({ acceptedBytes: 0, error: null }),
    sendFence(number) {
      if (profile.fence === 'gs-h') {
        return write(fence(number), undefined, () => fences.add(number));
      }
      return profile.fence === 'gs-r'
        ? write(askPaperSensorInTurn, undefined, () => sensorFences.push(number))
        : Promise.resolve({ acceptedBytes: 0, error: null });
    },
    async clear() {
      if (profile.clear === 'none') {
        return false;
      }
      const { promise, resolve } = Promise.withResolvers<boolean>();
      let confirmed = false;
      if (profile.clear === 'dle-dc4') {
        const { error } = await write(clearBuffers, urgent, () => {
          onCleared = resolve;
        });
        const callOff = schedule(clearedWithinMs, () => resolve(false));
        confirmed = error === null && (await promise);
        callOff();
        onCleared = null;
      }
      if (confirmed) {
        fences.clear();
        sensorFences = [];
      } else {
        await write(recoverAndClear, urgent);
      }
      return confirmed;
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      try {
        await writing;
        await connection.close();
        return true;
      } catch {
        connection.abort();
        return false;
      }
    },
    abort: () => connection.abort(),
  };
}
