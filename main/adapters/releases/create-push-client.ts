/** IT staff's side of the push door: proves that it knows the site's token, and believes no answer that does not prove the same. */
import { lookup } from 'node:dns/promises';
import { Agent } from 'node:http';
import { isIPv6 } from 'node:net';
import type { z } from 'zod';
import { type UpdateOutcome, updateOutcomeSchema } from '../../contract/updates.ts';
import {
  answerProof,
  answerProofHeader,
  authorisationText,
  isSameProof,
  nonceHeader,
  type PushState,
  pushStateSchema,
  releasePath,
  requestProof,
  statePath,
} from '../../core/releases/push-proof.ts';
import { callPushDoor, type PushAnswer, PushError } from './push-call.ts';

export interface PushClient {
  /** Errors: `PushError`. */
  state(): Promise<PushState>;
  /** A stream as `core/releases/bundle-stream.ts` has it, of exactly so many bytes. Errors: `PushError`. */
  release(lengthBytes: number, makeBody: () => AsyncIterable<Uint8Array>): Promise<UpdateOutcome>;
  close(): void;
}

export interface PushClientOptions {
  /** Address or name. */
  readonly host: string;
  readonly port: number;
  readonly token: string;
  readonly signal: AbortSignal;
}

const stateMs = 15_000;
/** A kiosk takes a release between two citizens, but says before that it waits; this is building and checking. */
const takeMs = 10 * 60_000;
const challenge = /^Kiosk nonce="([A-Za-z0-9_-]{16,100})"(, stale=true)?$/u;

interface Question<T> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly lengthBytes: number;
  readonly makeBody: (() => AsyncIterable<Uint8Array>) | null;
  readonly answerMs: number;
  readonly schema: z.ZodType<T>;
}

export function createPushClient({ host, port, token, signal }: PushClientOptions): PushClient {
  // A connection for each of the few requests: one that is kept may be closing just when the release is to be sent.
  const agent = new Agent({ keepAlive: false });
  let address: string | null = null;
  let nonce: string | null = null;

  /** The door knows itself by its address, so that no name a browser was given leads to it. */
  const resolved = async (): Promise<string> => {
    try {
      address ??= (await lookup(host)).address;
      return address;
    } catch (error) {
      throw new PushError('unreachable', 'its name is not known to the network', { cause: error });
    }
  };

  async function call<T>({ method, path, lengthBytes, makeBody, answerMs }: Question<T>, isProven: boolean) {
    const at = await resolved();
    const hostHeader = `${isIPv6(at) ? `[${at}]` : at}:${port}`;
    const used = nonce ?? '';
    nonce = null;
    const proven = requestProof(token, { nonce: used, method, path, host: hostHeader, lengthBytes });
    const headers: Record<string, string> = {
      host: hostHeader,
      ...(makeBody === null ? {} : { 'content-length': `${lengthBytes}` }),
      ...(isProven ? { authorization: authorisationText(used, proven) } : {}),
    };
    const body = makeBody?.() ?? null;
    const answer = await callPushDoor({ agent, address: at, port, method, path, headers, body, answerMs, signal });
    nonce = freshNonce(answer);
    return { answer, used };
  }

  async function ask<T>(question: Question<T>): Promise<T> {
    const beginning = { ...question, method: 'GET', path: statePath, lengthBytes: 0, makeBody: null } as const;
    for (let tries = 0; ; tries += 1) {
      if (nonce === null) {
        const { answer } = await call(beginning, false);
        if (nonce === null) {
          throw refusal(answer);
        }
      }
      const { answer, used } = await call(question, true);
      // A nonce lives for a minute, and the kiosk may have been started anew meanwhile.
      const isStale = challenge.exec(answer.headers['www-authenticate'] ?? '')?.[2] !== undefined;
      if (isStale && tries === 0) {
        continue;
      }
      return understood(answer, used, question.schema);
    }
  }

  function understood<T>(answer: PushAnswer, used: string, schema: z.ZodType<T>): T {
    const given = answer.headers[answerProofHeader];
    if (given === undefined) {
      throw refusal(answer);
    }
    const expected = answerProof(token, { nonce: used, status: answer.status, body: answer.body });
    if (typeof given !== 'string' || !isSameProof(given, expected)) {
      throw new PushError('foreign', 'what answers there does not know the token of the site');
    }
    const parsed = schema.safeParse(jsonOf(answer.body));
    if (!parsed.success) {
      throw new PushError('foreign', 'it answers in another form; it is of another version than this kioskctl');
    }
    return parsed.data;
  }

  return {
    state: () =>
      ask({
        method: 'GET',
        path: statePath,
        lengthBytes: 0,
        makeBody: null,
        answerMs: stateMs,
        schema: pushStateSchema,
      }),
    release: (lengthBytes, makeBody) =>
      ask({
        method: 'POST',
        path: releasePath,
        lengthBytes,
        makeBody,
        answerMs: takeMs,
        schema: updateOutcomeSchema,
      }),
    close: () => agent.destroy(),
  };
}

function freshNonce({ headers }: PushAnswer): string | null {
  const next = headers[nonceHeader];
  return typeof next === 'string' ? next : (challenge.exec(headers['www-authenticate'] ?? '')?.[1] ?? null);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusal({ status, headers }: PushAnswer): PushError {
  switch (status) {
    case 401:
      return new PushError('refused', 'it has another token; compare the token files');
    case 429:
      return new PushError('refused', `it wants to be left alone for ${headers['retry-after'] ?? 'some'} s`);
    case 421:
      return new PushError('refused', 'it listens on another address; name it as updates.push.listen does');
    default:
      return new PushError('foreign', `what answers there is no push door of a kiosk (HTTP ${status})`);
  }
}
