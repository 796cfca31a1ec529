/** Releases so small that one is made in a moment: a few procedures, of which one says which release it is of. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFiles } from '../../main/core/catalogue/build/build-files.ts';
import { snapshotFileName } from '../../main/core/catalogue/catalogue-files.ts';
import { type AboutRow } from '../../main/core/catalogue/rows/about-row.ts';
import { type CatalogueRows, sortedRows } from '../../main/core/catalogue/rows/catalogue-rows.ts';
import { packSnapshot } from '../../main/core/catalogue/rows/snapshot-file.ts';
import { emptyLexicon } from '../../main/core/search/lexicon.ts';
import { searchBuilder } from '../../main/core/search/search-builder.ts';
import { makeProcedure } from '../fakes/make-procedure.ts';

/** The one that changes with each release. */
export const changingCode = '1.000001';
const others = ['1.000002', '1.000003', '1.000004', '1.000005'];

/** As a citizen reads it. */
export function titleOfRelease(number: number): string {
  return `Khai sinh lần ${number}`;
}

/** `ballast`: characters that no packing makes shorter, for downloads that take their time. */
export function releaseRows(number: number, ballast = ''): CatalogueRows {
  const about: AboutRow = {
    number,
    dataDate: '2026-07-01',
    profile: 'all',
    levels: null,
    province: null,
    sources: ['test'],
  };
  const changing = makeProcedure({
    code: changingCode,
    name: `Thủ tục đăng ký ${titleOfRelease(number).toLowerCase()}`,
    shortTitle: titleOfRelease(number),
    conditions: ballast === '' ? null : ballast,
  });
  const procedures = [changing, ...others.map((code) => makeProcedure({ code, name: `Thủ tục chứng thực ${code}` }))];
  return sortedRows([
    ['about', JSON.stringify(about)],
    ['search-words', JSON.stringify(emptyLexicon)],
    ...procedures.map((procedure) => [`procedure/${procedure.code}`, JSON.stringify(procedure)] as const),
  ]);
}

/** A catalogue as it comes with the software. Returns its folder. */
export function writeBundledCatalogue(folder: string, number: number): string {
  mkdirSync(folder, { recursive: true });
  const rows = releaseRows(number);
  buildFiles({ takeRows: () => rows, sheet: null, folder, search: searchBuilder, warn: () => undefined });
  writeFileSync(join(folder, snapshotFileName), packSnapshot(rows));
  return folder;
}
