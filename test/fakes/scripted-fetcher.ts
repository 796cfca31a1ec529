/** A way to the portal that answers what a test wrote down beforehand, one line after the other, the last one again and again. */
import {
  PortalFetchError,
  type PortalFetcher,
  type PortalFetchReason,
  type PortalRequest,
  type PortalResponse,
} from '../../main/core/ports.ts';

export type ScriptedAnswer = PortalResponse | PortalFetchError | ((request: PortalRequest) => Promise<PortalResponse>);

export interface ScriptedFetcher extends PortalFetcher {
  readonly asked: readonly PortalRequest[];
  isClosed: boolean;
  say(...answers: ScriptedAnswer[]): void;
}

export function createScriptedFetcher(...script: ScriptedAnswer[]): ScriptedFetcher {
  const asked: PortalRequest[] = [];
  let answers = script;
  const fetcher: ScriptedFetcher = {
    origin: 'https://portal.example',
    asked,
    isClosed: false,
    say: (...next) => {
      answers = next;
    },
    exchange: (request) => {
      asked.push(request);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer === undefined || answer instanceof PortalFetchError) {
        return Promise.reject(answer ?? new Error('nothing is written in the script'));
      }
      return typeof answer === 'function' ? answer(request) : Promise.resolve(answer);
    },
    close: () => {
      fetcher.isClosed = true;
      return Promise.resolve();
    },
  };
  return fetcher;
}

export function jsonAnswer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): PortalResponse {
  const type = status < 400 ? 'application/json; charset=utf-8' : 'application/problem+json';
  return {
    status,
    headers: { 'content-type': type, ...headers },
    body: new TextEncoder().encode(JSON.stringify(body)),
  };
}

export function problemAnswer(
  status: number,
  code: string,
  more: { readonly appointment?: unknown; readonly headers?: Readonly<Record<string, string>> } = {},
): PortalResponse {
  const { appointment, headers } = more;
  return jsonAnswer(
    status,
    { code, title: 'of a test', ...(appointment === undefined ? {} : { appointment }) },
    headers,
  );
}

export function failure(reason: PortalFetchReason, mayHaveArrived = false): PortalFetchError {
  return new PortalFetchError(reason, `${reason} in a test`, mayHaveArrived);
}
