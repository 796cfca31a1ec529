/** Serves the built page under an address of its own instead of `file:`, whose pages may read every other file. */
import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import type { CustomScheme, Protocol } from 'electron';
import { cacheControlOf, securityHeaders } from '../page-security.ts';

const pageScheme = 'kiosk';
export const pageOrigin = `${pageScheme}://page`;
export const pageAddress = `${pageOrigin}/`;

/** Given to `registerSchemesAsPrivileged` before the app is ready: an origin of its own, in a secure context. */
export const pageSchemePrivileges: CustomScheme = {
  scheme: pageScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

export function servePage(protocol: Pick<Protocol, 'handle'>, pageFolder: string): void {
  protocol.handle(pageScheme, (request) => answer(request, pageFolder));
}

/** 405 for any method but GET and HEAD, 404 for what is not a file of the page. */
async function answer(request: Pick<Request, 'method' | 'url'>, pageFolder: string): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return respond(405, null, '/');
  }
  const path = resolvePagePath(request.url, pageFolder);
  const content = path === null ? null : await readIfThere(path);
  if (path === null || content === null) {
    return respond(404, null, '/');
  }
  return respond(200, content, new URL(request.url).pathname, contentTypes[extname(path)]);
}

/** The file an address means; null where it lies outside the page, is hidden or of an unknown type. */
export function resolvePagePath(address: string, pageFolder: string): string | null {
  const url = URL.parse(address);
  if (url === null || url.protocol !== `${pageScheme}:` || url.host !== 'page') {
    return null;
  }
  const pathname = decode(url.pathname);
  if (pathname === null || /[\\\0]|\/\./u.test(pathname)) {
    return null;
  }
  const root = resolve(pageFolder);
  const path = join(root, pathname === '/' ? 'index.html' : pathname);
  return path.startsWith(root + sep) && Object.hasOwn(contentTypes, extname(path)) ? path : null;
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    // A malformed escape names no file.
    return null;
  }
}

async function readIfThere(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    // Missing, or a folder: either way no file of the page.
    return null;
  }
}

function respond(
  status: number,
  body: Uint8Array<ArrayBuffer> | null,
  pathname: string,
  contentType = 'text/plain; charset=utf-8',
): Response {
  const headers = { ...securityHeaders([]), 'Cache-Control': cacheControlOf(pathname), 'Content-Type': contentType };
  return new Response(body, { status, headers });
}
