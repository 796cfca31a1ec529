/** Reads the tables of every owner (workbooks, CSV) and keeps what they say of each procedure. */
import { basename } from 'node:path';
import type { OwnedSupplement } from '../import/supplement.ts';
import { readTables } from '../sources/tables/read-tables.ts';
import { stopIfInterrupted } from './stop-if-interrupted.ts';
import type { Intake } from './take-in-sources.ts';

export interface ReadSupplement extends OwnedSupplement {
  /** Base name of the source. */
  readonly source: string;
  readonly row: number;
}

export interface ReadSupplements {
  /** The weakest owner first; at most one of each. */
  readonly byCode: Map<string, readonly ReadSupplement[]>;
  /** Days on which rows were last checked, where the tables tell them. */
  readonly updatedDates: readonly string[];
}

/** Errors: `source-unreadable`. */
export async function takeInTables({ sources, tally, options }: Intake): Promise<ReadSupplements> {
  const byCode = new Map<string, readonly ReadSupplement[]>();
  const updatedDates: string[] = [];
  for (const source of sources) {
    if (source.kind !== 'workbook' && source.kind !== 'csv') continue;
    stopIfInterrupted(options.signal);
    const name = basename(source.path);
    tally.beginSource(name);
    const { records, notices } = await readTables(source);
    for (const { kind, detail } of notices) {
      tally.warn(kind, name, detail);
    }
    for (const { code, row, outcome } of records) {
      tally.countRead();
      const refuse = (reason: string, detail: string) =>
        tally.refuse({ source: name, line: row, code, reason, detail });
      if (outcome.kind === 'refused') {
        refuse(outcome.reason, outcome.detail);
        continue;
      }
      const { supplement, updatedDate } = outcome;
      const known = byCode.get(supplement.code) ?? [];
      const former = known.find(({ owner }) => owner === source.owner);
      if (former !== undefined) {
        refuse('duplicate-code', `The code was read before, from ${former.source}, row ${former.row}; that was kept.`);
        continue;
      }
      byCode.set(supplement.code, [...known, { owner: source.owner, supplement, source: name, row }]);
      if (updatedDate !== null) updatedDates.push(updatedDate);
    }
  }
  return { byCode, updatedDates };
}
