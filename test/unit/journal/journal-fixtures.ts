/** Journals on the disk for tests: opened as the kiosk does, and looked at as bytes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchGap } from '../../../main/contract/staff-methods.ts';
import type { Journal } from '../../../main/core/journal/journal.ts';
import { openJournal } from '../../../main/core/journal/open-journal.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';

/** 09:41:05 at the office, 22 July 2026. */
export const julyMs = Date.UTC(2026, 6, 22, 2, 41, 5);

export function openTestJournal(folder: string, logger = createRecordingLogger()): Journal {
  return openJournal(folder, { clock: { nowMs: () => julyMs }, logger });
}

export function gapOf(words: string, changes: Partial<SearchGap> = {}): SearchGap {
  return { words, kind: 'no-result', sessions: 5, firstDay: '2026-07-20', lastDay: '2026-07-22', ...changes };
}

/** Everything the journal has on the disk, its write-ahead file included. */
export function journalBytes(folder: string): Buffer {
  const paths = ['journal.db', 'journal.db-wal'].map((name) => join(folder, name));
  return Buffer.concat(paths.filter((path) => existsSync(path)).map((path) => readFileSync(path)));
}
