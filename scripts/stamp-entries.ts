/**
 * Writes into every hand-written entry the fingerprint of the published facts it was reviewed against:
 * `node scripts/stamp-entries.ts <national export> [code…]`. Run it only after reading the entries against that export.
 */
import { createReadStream } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { factsSha256 } from '../main/core/catalogue/import/facts-sha256.ts';
import { readNationalRecord } from '../main/core/catalogue/import/national-record.ts';

const folder = new URL('../data/catalogue/', import.meta.url).pathname;

/** Fingerprints by code, of the codes asked for. */
async function fingerprints(exportPath: string, codes: ReadonlySet<string>): Promise<Map<string, string>> {
  const lines = createInterface({ input: createReadStream(exportPath).pipe(createGunzip()), crlfDelay: Infinity });
  const found = new Map<string, string>();
  for await (const line of lines) {
    const read = readNationalRecord(JSON.parse(line));
    if (read.kind === 'read' && codes.has(read.record.code)) {
      found.set(read.record.code, factsSha256(read.record));
    }
  }
  return found;
}

const [exportPath, ...only] = process.argv.slice(2);
if (exportPath === undefined) {
  process.stderr.write('usage: node scripts/stamp-entries.ts <national export (.jsonl.gz)> [code…]\n');
  process.exitCode = 2;
} else {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const codes = new Set(
    files.map((name) => basename(name, '.json')).filter((code) => only.length === 0 || only.includes(code)),
  );
  const found = await fingerprints(exportPath, codes);
  for (const code of codes) {
    const hash = found.get(code);
    if (hash === undefined) {
      process.stderr.write(`${code}: not in the export; its entry stays as it is.\n`);
      process.exitCode = 1;
      continue;
    }
    const path = join(folder, `${code}.json`);
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace(/"factsSha256": (?:null|"[0-9a-f]*")/, `"factsSha256": "${hash}"`));
  }
}
