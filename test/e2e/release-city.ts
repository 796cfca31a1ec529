/** A city that publishes: keys, a signed repository and a plain web server, with releases made from the bundled catalogue. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { readAbout } from '../../main/core/catalogue/rows/about-row.ts';
import { type CatalogueRows, sortedRows } from '../../main/core/catalogue/rows/catalogue-rows.ts';
import { readSnapshot } from '../../main/core/catalogue/rows/snapshot-file.ts';
import { initialiseKeys } from '../../main/core/publishing/initialise-keys.ts';
import { openKeys, readKeyFolders } from '../../main/core/publishing/key-folder.ts';
import { usualLifetimes } from '../../main/core/publishing/metadata-lifetimes.ts';
import { publishRelease, usualKept } from '../../main/core/publishing/publish-release.ts';

export interface ReleaseCity {
  /** For `updates.url` of a kiosk. */
  readonly url: string;
  /** For its `trust/root.json`. */
  readonly trustedRoot: Uint8Array;
  /** The bundled catalogue with other rows, under the next number. */
  publish(changes: Readonly<Record<string, string>>, dataDate: string): Promise<void>;
  close(): void;
}

const passphrase = 'con cò bay lả bay la';
const onePerRole = { keyCount: 1, threshold: 1 } as const;
const snapshotPath = 'dist/catalogue/catalogue-rows.zst';
/** Far more than the bundled catalogue. */
const maximumUnpackedBytes = 200_000_000;

export function bundledRows(): CatalogueRows {
  return readSnapshot(readFileSync(snapshotPath), { maximumUnpackedBytes });
}

export async function startReleaseCity(): Promise<ReleaseCity> {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-city-'));
  const keysFolder = join(folder, 'keys');
  const repositoryFolder = join(folder, 'repository');
  const root = await initialiseKeys({
    keysFolder,
    repositoryFolder,
    plan: { root: onePerRole, targets: onePerRole, snapshot: onePerRole, timestamp: onePerRole },
    lifetimes: usualLifetimes,
    passphrase,
    nowMs: Date.now(),
    scryptCost: 16,
  });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    try {
      const bytes = readFileSync(join(repositoryFolder, normalize(pathname)));
      response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
    } catch {
      response.writeHead(404, { 'content-length': 0 }).end();
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    trustedRoot: root.bytes,
    async publish(changes, dataDate) {
      const rows = bundledRows();
      const about = JSON.stringify({ ...readAbout(rows), dataDate });
      const ring = await openKeys(readKeyFolders([keysFolder]), () => Promise.resolve(passphrase));
      await publishRelease(
        repositoryFolder,
        {
          rows: sortedRows(new Map([...rows, ...Object.entries(changes), ['about', about]])),
          changeReport: () => '<!doctype html>',
          keep: usualKept,
          again: false,
          number: null,
          restores: null,
        },
        { ring, lifetimes: usualLifetimes, nowMs: Date.now() },
      );
    },
    close() {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
