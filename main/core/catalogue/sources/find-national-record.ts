/** Finds one published record in an export, for reviewers who write an entry against it. */
import { KioskError } from '../../../contract/error.ts';
import { factsSha256 } from '../import/facts-sha256.ts';
import { readNationalRecord } from '../import/national-record.ts';
import { detectSource } from './detect-source.ts';
import { readJsonLines } from './read-json-lines.ts';

export interface FoundRecord {
  readonly line: number;
  readonly name: string;
  /** SHA-256 (hex) of the cleaned facts. */
  readonly factsSha256: string;
}

/** The first record with the code; null where there is none. Errors: `source-unreadable`. */
export async function findNationalRecord(path: string, code: string): Promise<FoundRecord | null> {
  const source = await detectSource(path);
  if (source.kind !== 'json-lines') {
    throw new KioskError(
      'source-unreadable',
      `${path} is a folder; the national export (.jsonl, .jsonl.gz) is expected.`,
    );
  }
  for await (const read of readJsonLines(source)) {
    if (read.kind === 'broken-off') {
      throw new KioskError('source-unreadable', `${path}, line ${read.line}: ${read.detail} Fetch the file again.`);
    }
    const result = read.kind === 'record' ? readNationalRecord(read.value) : null;
    if (result?.kind === 'read' && result.record.code === code) {
      return { line: read.line, name: result.record.name, factsSha256: factsSha256(result.record) };
    }
  }
  return null;
}
