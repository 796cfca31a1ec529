/** Builds small catalogues from sources written on the spot. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildCatalogue } from '../../../main/core/catalogue/build/build-catalogue.ts';
import type { BuildOptions } from '../../../main/core/catalogue/build/build-options.ts';
import type { BuildReport } from '../../../main/core/catalogue/build/build-report.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const projectFolder = resolve(import.meta.dirname, '../../..');
export const entriesFolder = join(projectFolder, 'test/fixtures/catalogue/entries');

/** Values are lines of JSON; texts stand as they are. The name carries a date as the real one does. */
export function writeExport(lines: readonly unknown[], options: { readonly packed?: boolean } = {}): string {
  const text = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
  const path = join(temporaryFolder(), 'export-2026-07.jsonl');
  writeFileSync(path, options.packed === true ? gzipSync(text) : text);
  return path;
}

/** The index of these tests names the codes in the order they came. */
export function indexOfCodes(procedures: Iterable<{ readonly code: string }>): Uint8Array {
  return Buffer.from(JSON.stringify(Array.from(procedures, ({ code }) => code)));
}

/** Where no output is given, into a new folder. */
export function build(sources: readonly string[], changes: Partial<BuildOptions> = {}): Promise<BuildReport> {
  return buildCatalogue({
    sources,
    outputFolder: changes.outputFolder ?? join(temporaryFolder(), 'catalogue'),
    dataFolder: join(projectFolder, 'data'),
    profile: 'all',
    levels: null,
    overlayPath: null,
    noticesFolder: null,
    dataDate: null,
    allowIncomplete: false,
    bundledAliases: true,
    search: { readWords: () => null, buildIndex: indexOfCodes },
    ...changes,
  });
}
