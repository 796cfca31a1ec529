/** Reads the hand-written entries of every owner; what the province or the office wrote is laid over the nation's, field by field. */
import { basename } from 'node:path';
import type { HandWrittenEntry } from '../hand-written-entry.ts';
import type { SourceOwner } from '../import/supplement.ts';
import { readEntryFolder } from '../sources/read-entry-folder.ts';
import { stopIfInterrupted } from './stop-if-interrupted.ts';
import type { Intake } from './take-in-sources.ts';

export interface ReadEntry {
  readonly entry: HandWrittenEntry;
  readonly fileName: string;
  readonly owner: SourceOwner;
}

/** Entries by code; of two by one owner the first counts, the other is refused. */
export async function takeInEntries({ sources, tally, options }: Intake): Promise<Map<string, ReadEntry>> {
  const entries = new Map<string, ReadEntry>();
  for (const source of sources.filter(({ kind }) => kind === 'entries')) {
    tally.beginSource(basename(source.path));
    for (const { fileName, outcome } of await readEntryFolder(source.path)) {
      stopIfInterrupted(options.signal);
      tally.countRead();
      const refuse = (code: string | null, reason: string, detail: string) =>
        tally.refuse({ source: fileName, line: null, code, reason, detail });
      if (outcome.kind === 'refused') {
        refuse(outcome.code, outcome.reason, outcome.detail);
        continue;
      }
      const { entry } = outcome;
      const former = entries.get(entry.code);
      if (former?.owner === source.owner) {
        refuse(entry.code, 'duplicate-code', `An entry for this code was read from ${former.fileName} before.`);
        continue;
      }
      if (former !== undefined) {
        tally.countMerged();
      }
      const merged = former === undefined ? entry : laidOver(former.entry, entry);
      entries.set(entry.code, { entry: merged, fileName, owner: source.owner });
    }
  }
  return entries;
}

/** Every field in which the later entry says something is its; aliases are kept of both. */
export function laidOver(former: HandWrittenEntry, later: HandWrittenEntry): HandWrittenEntry {
  const said = Object.entries(later).filter(
    ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return {
    ...former,
    // The same keys and values as of an entry, those left out that say nothing.
    ...(Object.fromEntries(said) as Partial<HandWrittenEntry>),
    aliases: [...new Set([...later.aliases, ...former.aliases])],
  };
}
