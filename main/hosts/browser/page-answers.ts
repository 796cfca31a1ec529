/** Answers requests for the page: the document with its token, and the files of the build. */
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { KioskError } from '../../contract/error.ts';
import { cacheControlOf } from '../page-security.ts';
import { cookieNameOf, type Verdict } from './request-guard.ts';

export interface PageAnswersOptions {
  /** Folder of the built page, with `index.html`. */
  readonly pageFolder: string;
  readonly port: number;
  readonly token: string;
}

export type AnswerPage = (request: IncomingMessage, response: ServerResponse, verdict: Verdict) => void;

/** Errors: `start-failed` where the page is not built. */
export function createPageAnswers({ pageFolder, port, token }: PageAnswersOptions): AnswerPage {
  const document = withToken(readDocument(pageFolder), token);
  // The list of files is read once: nothing outside it can be asked for, whatever the path says.
  const serveFile = sirv(pageFolder, {
    etag: true,
    extensions: [],
    setHeaders: (response, pathname) => response.setHeader('Cache-Control', cacheControlOf(pathname)),
    // Browsers ask for an icon that nobody sees on a kiosk; a 404 would stand in their log at each load.
    onNoMatch: (request, response) =>
      request.url === '/favicon.ico' ? answerText(response, 204, '') : answerText(response, 404, 'Not found.'),
  });
  return (request, response, verdict) => {
    if (verdict.kind === 'refused') {
      refuse(request, response, verdict);
    } else if (verdict.kind === 'enter') {
      response.setHeader('Set-Cookie', `${cookieNameOf(port)}=${token}; Path=/; HttpOnly; SameSite=Strict`);
      response.setHeader('Location', '/');
      answerText(response, 303, '');
    } else if (verdict.pathname === '/' || verdict.pathname === '/index.html') {
      answerText(response, 200, request.method === 'HEAD' ? '' : document, 'text/html; charset=utf-8');
    } else {
      // sirv answers a range that ends before it begins with an exception; the page asks for none.
      delete request.headers.range;
      serveFile(request, response);
    }
  };
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  verdict: Extract<Verdict, { kind: 'refused' }>,
): void {
  if (verdict.status === 405) {
    response.setHeader('Allow', 'GET, HEAD');
  }
  // A refused body is not read to its end.
  response.setHeader('Connection', 'close');
  answerText(response, verdict.status, `Refused: ${verdict.reason}.`);
  request.resume();
}

function answerText(response: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8'): void {
  response.writeHead(status, { 'Cache-Control': 'no-store', 'Content-Type': type });
  response.end(text);
}

function readDocument(pageFolder: string): string {
  try {
    return readFileSync(join(pageFolder, 'index.html'), 'utf8');
  } catch (error) {
    throw new KioskError(
      'start-failed',
      `The page is not built: ${pageFolder}/index.html is missing. Run npm start, which builds it.`,
      {
        cause: error,
      },
    );
  }
}

/** Puts the token where the page looks for it; a placeholder the build left there is replaced. */
function withToken(html: string, token: string): string {
  const bare = html.replace(/<meta\s+name="kiosk-token"[^>]*>/u, '');
  return bare.replace(/<head(\s[^>]*)?>/u, (head) => `${head}<meta name="kiosk-token" content="${token}">`);
}
