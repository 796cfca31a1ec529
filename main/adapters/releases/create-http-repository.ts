/** A release repository behind any static web server: resumable, bounded in length, speed and time, and trusted for nothing. */
import type { Agent } from 'node:http';
import {
  type Clock,
  type ReleaseRepository,
  RepositoryFetchError,
  type RepositoryResponse,
  type ScheduleAfter,
} from '../../core/ports.ts';
import { isRepositoryPath } from '../../core/releases/repository-paths.ts';
import { createSafeAgent } from '../network/create-safe-agent.ts';
import { headersOf } from '../network/headers-of.ts';
import { type AskedPart, isStrongEtag, type Judgement, judgeResponse } from './judge-response.ts';
import { leaveUnread } from './leave-unread.ts';
import { readBody } from './read-body.ts';
import { createRememberedFile, type Remembered, type RememberedFile } from './remembered-file.ts';
import { requestFile } from './request-file.ts';

export interface HttpRepositoryOptions {
  /** https, or http on this very machine (`updatesSchema` takes no other). */
  readonly url: string;
  /** PEM; trusted besides the system's authorities. */
  readonly authorityFile: string | null;
  /** Over ten seconds; 0 takes any speed. */
  readonly minimumBytesPerSecond: number;
  readonly clock: Clock;
  readonly schedule: ScheduleAfter;
  /** Milliseconds that go on whatever is done to the clock; default `performance.now`. */
  readonly elapsedMs?: () => number;
}

const mostConnections = 2;
/** Idle connections are closed before servers do. */
const idleConnectionMs = 4_000;
/** From the name's look-up to the last header of the answer. */
const headMs = 20_000;
/** Without a byte, where any speed is slow enough to be taken. */
const idleMs = 30_000;
const speedWindowMs = 10_000;
/** The only file whose name stays and whose content changes: asked for with what is there already. */
const changingPath = 'metadata/timestamp.json';

/**
 * A body that is not read to its end keeps its connection until `signal` or `close`. Error: `configuration-invalid` where
 * the authority cannot be used.
 */
export function createHttpRepository(options: HttpRepositoryOptions): ReleaseRepository {
  const base = new URL(options.url.endsWith('/') ? options.url : `${options.url}/`);
  const agent = createSafeAgent({
    url: base,
    authorityFile: options.authorityFile,
    whose: 'the release repository',
    mostConnections,
    idleMs: idleConnectionMs,
  });
  const remembered = createRememberedFile();
  const closing = new AbortController();
  return {
    fetch: async (request) => {
      if (!isRepositoryPath(request.path)) {
        throw new RepositoryFetchError('not-found', 'a repository holds no file of such a name');
      }
      const signal = AbortSignal.any([request.signal, closing.signal]);
      const memory = request.path === changingPath ? remembered : null;
      const ask = (part: AskedPart, known: Remembered | null) =>
        fetchPart({ url: new URL(request.path, base), agent, signal, part, known, memory, options });
      const { offsetBytes, etag, maximumBytes } = request;
      if (offsetBytes > 0 && etag !== null && isStrongEtag(etag)) {
        const rest = await ask({ offsetBytes, etag, maximumBytes }, null);
        if (rest !== null) {
          return rest;
        }
      }
      const known = memory?.recall(maximumBytes) ?? null;
      const whole = await ask({ offsetBytes: 0, etag: known?.etag ?? null, maximumBytes }, known);
      if (whole === null) {
        throw new RepositoryFetchError('bad-answer', 'the server refuses to begin with the file');
      }
      return whole;
    },
    close: async () => {
      closing.abort();
      agent.destroy();
    },
  };
}

interface PartRequest {
  readonly url: URL;
  readonly agent: Agent;
  readonly signal: AbortSignal;
  readonly part: AskedPart;
  /** What stands for the body where the server says that it has not changed. */
  readonly known: Remembered | null;
  readonly memory: RememberedFile | null;
  readonly options: HttpRepositoryOptions;
}

/** Null where the server has no such rest (416). */
async function fetchPart(asked: PartRequest): Promise<RepositoryResponse | null> {
  const { url, agent, signal, part, known, memory } = asked;
  const { clock, schedule, minimumBytesPerSecond, elapsedMs = monotonicMs } = asked.options;
  const response = await requestFile({ url, agent, headers: headersFor(part), signal, headMs, schedule });
  const head = { status: response.statusCode ?? 0, headers: headersOf(response) };
  let judgement: Judgement;
  try {
    judgement = judgeResponse(head, part, clock.nowMs());
  } catch (error) {
    await leaveUnread(response, schedule);
    throw error;
  }
  if (judgement.kind !== 'body') {
    await leaveUnread(response, schedule);
    return judgement.kind === 'unchanged' && known !== null ? answerFrom(known) : null;
  }
  const { offsetBytes, etag, totalBytes } = judgement;
  const body = readBody(response, {
    maximumBytes: part.maximumBytes - offsetBytes,
    expectedBytes: totalBytes === null ? null : totalBytes - offsetBytes,
    minimumBytesPerSecond,
    windowMs: speedWindowMs,
    idleMs,
    signal,
    elapsedMs,
    schedule,
  });
  return { offsetBytes, etag, totalBytes, body: memory?.learn(etag, body) ?? body };
}

const monotonicMs = (): number => performance.now();

function headersFor({ offsetBytes, etag }: AskedPart): Record<string, string> {
  const condition: Record<string, string> = etag === null ? {} : { 'if-none-match': etag };
  return {
    'accept-encoding': 'identity',
    'user-agent': 'procedure-kiosk',
    ...(offsetBytes > 0 && etag !== null ? { range: `bytes=${offsetBytes}-`, 'if-range': etag } : condition),
  };
}

function answerFrom({ etag, bytes }: Remembered): RepositoryResponse {
  async function* body(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  return { offsetBytes: 0, etag, totalBytes: bytes.length, body: body() };
}
