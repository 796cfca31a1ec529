/** What a kiosk that does not run left behind: its journal and the pointer to its releases. */
import { join } from 'node:path';
import { createUpdateLedger } from '../core/journal/update-state.ts';
import { officeMoment } from '../core/office-date.ts';
import { readPointer } from '../core/sync/release-pointer.ts';
import { type AskStaffOptions, withJournal } from './ask-staff.ts';
import { durationText } from './duration-text.ts';
import { labelled } from './text-layout.ts';
import { updateFailureWords } from './trouble-words.ts';

export interface StoppedKiosk {
  readonly running: false;
  /** Null where the bundled catalogue was shown, or the pointer cannot be read. */
  readonly shown: { readonly number: number; readonly publishedAtMs: number; readonly dataDate: string } | null;
  readonly lastSuccessAtMs: number | null;
  readonly lastCheck: { readonly atMs: number; readonly failure: keyof typeof updateFailureWords | null } | null;
}

/** Errors: those of `askStaff`. */
export function readStoppedKiosk(options: AskStaffOptions): Promise<StoppedKiosk> {
  return withJournal(options, (journal) => {
    const ledger = createUpdateLedger(journal);
    const [last] = ledger.checks(1);
    return {
      running: false,
      shown: shownOf(options.dataFolder),
      lastSuccessAtMs: ledger.lastSuccessAtMs(),
      lastCheck: last === undefined ? null : { atMs: last.atMs, failure: last.reason },
    };
  });
}

function shownOf(dataFolder: string): StoppedKiosk['shown'] {
  const pointer = readPointer(join(dataFolder, 'releases', 'pointer.json'));
  const record =
    typeof pointer === 'string' ? undefined : pointer.releases.find(({ folder }) => folder === pointer.shown);
  return record === undefined
    ? null
    : { number: record.number, publishedAtMs: record.publishedAtMs, dataDate: record.dataDate };
}

export function stoppedText(
  { shown, lastCheck, lastSuccessAtMs }: StoppedKiosk,
  dataFolder: string,
  nowMs: number,
): string {
  const ago = (atMs: number): string => `${officeMoment(atMs)}, ${durationText(nowMs - atMs)} ago`;
  const ended = lastCheck?.failure ? `, failed: ${updateFailureWords[lastCheck.failure]}` : ', went well';
  return `${[
    `No kiosk runs with ${dataFolder}. What the last one left:`,
    '',
    ...labelled([
      [
        'Catalogue',
        shown === null
          ? 'the one that came with the software'
          : `release ${shown.number}, published ${ago(shown.publishedAtMs)}, data of ${shown.dataDate}`,
      ],
      ['Last check', lastCheck === null ? 'none' : `${ago(lastCheck.atMs)}${ended}`],
      ['Went well', lastSuccessAtMs === null ? 'never' : ago(lastSuccessAtMs)],
    ]),
  ].join('\n')}\n`;
}
