/** One request over one connection, until its head has come; whatever breaks it off comes out as a RepositoryFetchError. */
import { type Agent, type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { RepositoryFetchError, type RepositoryFetchReason, type ScheduleAfter } from '../../core/ports.ts';
import { type ConnectionTroubleKind, connectionTrouble } from '../network/connection-trouble.ts';

export interface FileRequest {
  readonly url: URL;
  readonly agent: Agent;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** From the name's look-up to the last header. */
  readonly headMs: number;
  readonly schedule: ScheduleAfter;
}

const reasons: Readonly<Record<ConnectionTroubleKind, RepositoryFetchReason>> = {
  offline: 'unreachable',
  certificate: 'unreachable',
  'too-large': 'bad-answer',
  foreign: 'bad-answer',
};

/** The body of the answer is broken off by `signal`, too. Errors: `RepositoryFetchError`. */
export async function requestFile(asked: FileRequest): Promise<IncomingMessage> {
  const { url, agent, headers, signal } = asked;
  if (signal.aborted) {
    throw abortedFailure();
  }
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const send = url.protocol === 'https:' ? requestSecure : requestPlain;
  const request = send(url, { agent, headers, method: 'GET' });
  // Node's clients follow no redirects and unpack nothing.
  request.on('response', (response) => {
    resolve(response);
    // The connection may break after the head, too; the body then ends with this reason, not with a bare "reset".
    request.on('error', (error) => void response.destroy(error));
  });
  request.on('error', reject);
  const breakOff = (): void => void request.destroy(abortedFailure());
  signal.addEventListener('abort', breakOff, { once: true });
  request.once('close', () => signal.removeEventListener('abort', breakOff));
  const calledOff = asked.schedule(asked.headMs, () => {
    request.destroy(new RepositoryFetchError('timeout', `no answer within ${asked.headMs / 1_000} s`));
  });
  request.end();
  try {
    return await promise;
  } catch (error) {
    throw signal.aborted ? abortedFailure() : asFetchError(error);
  } finally {
    calledOff();
  }
}

export function abortedFailure(): RepositoryFetchError {
  return new RepositoryFetchError('aborted', 'the download was called off');
}

export function asFetchError(error: unknown): RepositoryFetchError {
  if (error instanceof RepositoryFetchError) {
    return error;
  }
  const { kind, words } = connectionTrouble(error, 'the repository');
  return new RepositoryFetchError(reasons[kind], words, { cause: error });
}
