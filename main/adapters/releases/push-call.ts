/** One request to a kiosk's push door and its whole short answer. */
import { once } from 'node:events';
import { type Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { connectionTrouble } from '../network/connection-trouble.ts';

export type PushTrouble = 'unreachable' | 'refused' | 'foreign';

/** Why a kiosk could not be asked; what it answered is no such error. */
export class PushError extends Error {
  readonly trouble: PushTrouble;

  constructor(trouble: PushTrouble, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PushError';
    this.trouble = trouble;
  }
}

export interface PushCall {
  readonly agent: Agent;
  readonly address: string;
  readonly port: number;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent once the kiosk says that it may come. */
  readonly body: AsyncIterable<Uint8Array> | null;
  /** Without anything of the answer, once all was sent. */
  readonly answerMs: number;
  readonly signal: AbortSignal;
}

export interface PushAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** An answer is an outcome or a state. */
const mostAnswerBytes = 65_536;
/** For a connection, and without a byte going either way while a release is sent. */
const silenceMs = 15_000;

/** Errors: `PushError`. */
export async function callPushDoor(call: PushCall): Promise<PushAnswer> {
  const { agent, address: host, port, method, path, signal, body } = call;
  const expect: Record<string, string> = body === null ? {} : { expect: '100-continue' };
  const asked = request({ agent, host, port, method, path, signal, headers: { ...call.headers, ...expect } });
  asked.setTimeout(silenceMs, () => asked.destroy(new PushError('unreachable', 'it does not answer')));
  const answered = once(asked, 'response');
  try {
    if (body === null) {
      asked.end();
    } else {
      await sendWhenWelcome(asked, body, answered);
    }
    // All is with the kiosk: it may take its time now.
    asked.setTimeout(call.answerMs);
    const [response]: IncomingMessage[] = await answered;
    if (response === undefined) {
      throw new PushError('unreachable', 'it does not answer');
    }
    return { status: response.statusCode ?? 0, headers: response.headers, body: await textOf(response) };
  } catch (error) {
    asked.destroy();
    throw asPushError(error, signal);
  } finally {
    if (!asked.writableFinished) {
      // It was answered before all was sent; the rest is of no use to anybody.
      asked.destroy();
    }
  }
}

/** A kiosk that refuses does so before a byte of the release has left, or in the middle of it. */
async function sendWhenWelcome(
  asked: ClientRequest,
  body: AsyncIterable<Uint8Array>,
  answered: Promise<unknown>,
): Promise<void> {
  let isAnswered = false;
  asked.once('response', () => {
    isAnswered = true;
  });
  asked.flushHeaders();
  await Promise.race([once(asked, 'continue'), answered]);
  if (isAnswered) {
    return;
  }
  try {
    await Promise.race([pipeline(Readable.from(body), asked), answered]);
  } catch (error) {
    // The line may break because the kiosk has answered and wants no more; its answer tells why.
    await Promise.race([answered, once(asked, 'close')]);
    if (!isAnswered) {
      throw error;
    }
  }
}

async function textOf(response: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let lengthBytes = 0;
  for await (const piece of response) {
    const bytes: Buffer = piece;
    lengthBytes += bytes.length;
    if (lengthBytes > mostAnswerBytes) {
      throw new PushError('foreign', 'what answers there is no kiosk');
    }
    pieces.push(bytes);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function asPushError(error: unknown, signal: AbortSignal): PushError {
  if (error instanceof PushError) {
    return error;
  }
  if (signal.aborted) {
    return new PushError('unreachable', 'called off', { cause: error });
  }
  const { kind, words } = connectionTrouble(error, 'the kiosk');
  return new PushError(kind === 'offline' ? 'unreachable' : 'foreign', words, { cause: error });
}
