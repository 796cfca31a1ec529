/** Where the measuring data lies: beside the project, never in it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export interface SharedData {
  readonly nationalExport: string;
  readonly questions: string;
}

/** Null where one of the files is missing. */
export function findSharedData(projectFolder: string): SharedData | null {
  const folder = join(projectFolder, '..', 'shared', 'data');
  const nationalExport = join(folder, 'national-catalogue-2026-07.jsonl.gz');
  const questions = join(folder, 'queries-dev.tsv');
  return existsSync(nationalExport) && existsSync(questions) ? { nationalExport, questions } : null;
}

export const sharedDataMissing =
  'The search is measured on the national export and the development questions, which belong in ../shared/data beside the project (national-catalogue-2026-07.jsonl.gz, queries-dev.tsv) and are not there.';
