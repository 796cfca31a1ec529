/** What the push door says. Strangers get a number and nothing else; who knows the token gets JSON with a proof that the door knows it, too. */
import type { ServerResponse } from 'node:http';
import { answerProof, answerProofHeader, nonceHeader } from '../../core/releases/push-proof.ts';

/** Without a body; the connection ends with it, so that nothing more is read of whoever sent too much. */
export function refuse(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  if (!response.headersSent && !response.destroyed) {
    response.writeHead(status, { ...headers, 'content-length': '0', connection: 'close' }).end();
  }
}

export interface ProvenAnswerOptions {
  readonly token: string;
  /** Of the request. */
  readonly nonce: string;
  /** For the next one. */
  readonly nextNonce: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function answerProven(
  response: ServerResponse,
  status: number,
  content: unknown,
  { token, nonce, nextNonce, headers = {} }: ProvenAnswerOptions,
): void {
  if (response.headersSent || response.destroyed) {
    return;
  }
  const body = JSON.stringify(content);
  response
    .writeHead(status, {
      ...headers,
      'content-type': 'application/json',
      'content-length': `${Buffer.byteLength(body)}`,
      'cache-control': 'no-store',
      [answerProofHeader]: answerProof(token, { nonce, status, body }),
      [nonceHeader]: nextNonce,
      ...(status === 200 ? {} : { connection: 'close' }),
    })
    .end(body);
}

/** In whole seconds, as Retry-After wants it. */
export function retryAfter(milliseconds: number): Readonly<Record<string, string>> {
  return { 'retry-after': `${Math.max(1, Math.ceil(milliseconds / 1_000))}` };
}
