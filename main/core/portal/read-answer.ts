/** Tells what an answer of the portal is: JSON of the form that was asked for, a problem it names, or something nobody knows. */
import type { z } from 'zod';
import type { PortalResponse } from '../ports.ts';
import { problemSchema } from './portal-schemas.ts';

export type Problem = z.infer<typeof problemSchema>;

export type ReadAnswer =
  /** 2xx; `body` is undefined where there is none. */
  | { readonly kind: 'success'; readonly body: unknown }
  /** 4xx or 5xx with a body of RFC 9457 that this kiosk knows. */
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** `words` tell staff what stands there instead; nothing of the body. */
  | { readonly kind: 'unreadable'; readonly words: string };

const jsonTypes = /^application\/(?:problem\+)?json(?:\s*;|$)/iu;

export function readAnswer({ status, headers, body }: PortalResponse): ReadAnswer {
  if (status < 200 || status > 599) {
    return { kind: 'unreadable', words: `an answer with the status ${status}` };
  }
  if (status >= 300 && status <= 399) {
    return { kind: 'unreadable', words: `it points elsewhere (${status}); check portal.url, no redirect is followed` };
  }
  if (status <= 299 && body.length === 0) {
    return { kind: 'success', body: undefined };
  }
  const value = readJson(headers, body);
  if (status <= 299) {
    return value.isJson
      ? { kind: 'success', body: value.value }
      : { kind: 'unreadable', words: `an answer that is no JSON (${status})` };
  }
  const problem = problemSchema.safeParse(value.value);
  return problem.success
    ? { kind: 'problem', problem: problem.data }
    : { kind: 'unreadable', words: `an error of its own (${status})` };
}

function readJson(headers: PortalResponse['headers'], body: Uint8Array): { isJson: boolean; value: unknown } {
  if (!jsonTypes.test(headers['content-type'] ?? '')) {
    return { isJson: false, value: undefined };
  }
  try {
    return { isJson: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) };
  } catch {
    // Whatever is wrong with it, it is none.
    return { isJson: false, value: undefined };
  }
}
