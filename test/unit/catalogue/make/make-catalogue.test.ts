/** Rows become the same catalogue on the kiosk as at IT staff's, or an error with its reason and nothing at all on the disk. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Overlay } from '../../../../main/core/catalogue/import/overlay.ts';
import { makeCatalogue, unfinishedFolder } from '../../../../main/core/catalogue/make/make-catalogue.ts';
import { openCatalogue } from '../../../../main/core/catalogue/open-catalogue.ts';
import { withNumber } from '../../../../main/core/catalogue/rows/about-row.ts';
import { type CatalogueRows, rowsSha256, sortedRows } from '../../../../main/core/catalogue/rows/catalogue-rows.ts';
import { packDelta } from '../../../../main/core/catalogue/rows/row-delta.ts';
import { packSnapshot, readSnapshot } from '../../../../main/core/catalogue/rows/snapshot-file.ts';
import type { CatalogueOrder } from '../../../../main/core/ports.ts';
import { build, indexOfCodes, writeExport } from '../build-fixtures.ts';
import { makeNationalRecord } from '../make-national-record.ts';
import { reasonOf } from '../rows/some-rows.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const maximumUnpackedBytes = 10_000_000;
const search = { buildIndex: indexOfCodes };
const silent = () => undefined;

interface Prepared {
  readonly rows: CatalogueRows;
  readonly builtFolder: string;
  readonly order: CatalogueOrder;
}

/** A built catalogue, and the order that makes it again from its snapshot. */
async function prepared(changes: Partial<CatalogueOrder> = {}): Promise<Prepared> {
  const { output } = await build([writeExport([makeNationalRecord('9.000001'), makeNationalRecord('9.000002')])]);
  const snapshotPath = join(output, 'catalogue-rows.zst');
  const rows = readSnapshot(readFileSync(snapshotPath), { maximumUnpackedBytes });
  const sha256 = rowsSha256(rows);
  const outputFolder = join(temporaryFolder(), 'made');
  const order = { snapshotPath, snapshotRowsSha256: sha256, deltaPath: null, rowsSha256: sha256, sheetPath: null };
  return { rows, builtFolder: output, order: { ...order, maximumUnpackedBytes, outputFolder, ...changes } };
}

function file(bytes: Uint8Array | string): string {
  const path = join(temporaryFolder(), 'file');
  writeFileSync(path, bytes);
  return path;
}

function changed(rows: CatalogueRows, key: string, text: string | null): CatalogueRows {
  const entries = new Map(rows);
  if (text === null) {
    entries.delete(key);
  } else {
    entries.set(key, text);
  }
  return sortedRows(entries);
}

function expectRefused({ order }: Prepared, reason: string): void {
  expect(reasonOf(() => makeCatalogue(order, search, silent))).toBe(reason);
  expect(readdirSync(dirname(order.outputFolder))).toEqual([]);
}

/** The order for these rows, signed as they are. */
async function preparedFrom(change: (rows: CatalogueRows) => CatalogueRows): Promise<Prepared> {
  const { rows } = await prepared();
  const wrong = change(rows);
  const sha256 = rowsSha256(wrong);
  return prepared({ snapshotPath: file(packSnapshot(wrong)), snapshotRowsSha256: sha256, rowsSha256: sha256 });
}

const otherCode = (text: string) => text.replaceAll('9.000001', '9.000003');

describe('makeCatalogue', () => {
  it('makes of a snapshot byte for byte the files that were built from the sources, and tells how far it is', async () => {
    const { order, builtFolder } = await prepared();
    const shares: number[] = [];
    const made = makeCatalogue(order, search, (share) => shares.push(share));
    expect(made).toMatchObject({ procedureCount: 2, version: expect.stringMatching(/^[0-9a-f]{64}$/u) });
    expect(readdirSync(order.outputFolder).sort()).toEqual(['catalogue-rows.zst', 'catalogue.db', 'search-index.bin']);
    for (const name of readdirSync(order.outputFolder)) {
      expect(readFileSync(join(order.outputFolder, name)).equals(readFileSync(join(builtFolder, name)))).toBe(true);
    }
    expect(readdirSync(dirname(order.outputFolder))).toEqual([basename(order.outputFolder)]);
    expect(shares).toEqual(shares.toSorted((first, second) => first - second));
    expect(shares.at(-1)).toBe(1);
  });

  it('makes the same of a former snapshot and a delta as of the new snapshot', async () => {
    const former = await prepared();
    const next = withNumber(
      changed(former.rows, 'tile/01', former.rows.get('tile/01')?.replace('"vi":"', '"vi":"Mới: ') ?? ''),
      5,
    );
    const sha256 = rowsSha256(next);
    const byDelta = await prepared({ deltaPath: file(packDelta(former.rows, next)), rowsSha256: sha256 });
    const whole = await prepared({
      snapshotPath: file(packSnapshot(next)),
      snapshotRowsSha256: sha256,
      rowsSha256: sha256,
    });
    const [first, second] = [byDelta, whole].map(({ order }) => ({ ...makeCatalogue(order, search, silent), order }));
    expect(first?.version).toBe(second?.version);
    for (const name of ['catalogue.db', 'search-index.bin', 'catalogue-rows.zst']) {
      const [one, other] = [byDelta, whole].map(({ order }) => readFileSync(join(order.outputFolder, name)));
      expect(one?.equals(other ?? Buffer.alloc(0)), name).toBe(true);
    }
    const catalogue = openCatalogue(byDelta.order.outputFolder);
    expect(catalogue.summary().number).toBe(5);
    expect(catalogue.tiles()[0]?.title.vi).toMatch(/^Mới: /u);
    expect(catalogue.origin()).toMatchObject({ number: 5, rowsSha256: sha256 });
    catalogue.close();
  });

  it("lays the office's sheet over the rows, which stay as they were signed", async () => {
    const sheet: Overlay = {
      office: 'Phường Thử',
      province: null,
      updatedDate: '2026-07-01',
      procedures: { '9.000001': { hidden: true }, '9.000002': { counter: 'Quầy 3' } },
      notices: [
        {
          id: 'holiday',
          kind: 'information',
          text: { vi: 'Nghỉ', en: null },
          fromMs: 0,
          untilMs: null,
          procedureCodes: [],
        },
      ],
      helpDesk: 'Quầy 1',
    };
    const { order, rows } = await prepared({ sheetPath: file(JSON.stringify(sheet)) });
    expect(makeCatalogue(order, search, silent).procedureCount).toBe(1);
    const catalogue = openCatalogue(order.outputFolder);
    expect(catalogue.procedure('9.000001')).toBeNull();
    expect(catalogue.procedure('9.000002')?.office).toEqual({ note: null, counter: 'Quầy 3' });
    expect(catalogue.notices()).toMatchObject([{ id: 'holiday', origin: 'office' }]);
    expect(catalogue.siteContent()).toMatchObject({ helpDesk: 'Quầy 1', hours: null, closedDates: null });
    expect(catalogue.origin()).toMatchObject({ overlayOffice: 'Phường Thử', rowsSha256: rowsSha256(rows) });
    catalogue.close();
  });

  it.each([
    ['a snapshot of other rows', { snapshotRowsSha256: '0'.repeat(64) }, 'wrong-hash'],
    ['rows that were not signed', { rowsSha256: '0'.repeat(64) }, 'wrong-hash'],
    ['more than is allowed', { maximumUnpackedBytes: 1000 }, 'too-large'],
    ['a delta that is none', { deltaPath: 'package.json' }, 'wrong-content'],
    ['a sheet that is no JSON', { sheetPath: 'README.md' }, 'wrong-content'],
    ['a sheet that is none', { sheetPath: 'package.json' }, 'wrong-content'],
    ['a snapshot that is not there', { snapshotPath: 'no-such-file' }, 'internal'],
  ])('refuses %s and leaves nothing', async (_what, changes, reason) => {
    expectRefused(await prepared(changes), reason);
  });

  it('refuses a sheet of 4 MB, and one that hides everything', async () => {
    expectRefused(await prepared({ sheetPath: file(' '.repeat(4_000_001)) }), 'too-large');
    const procedures = { '9.000001': { hidden: true }, '9.000002': { hidden: true } };
    const sheet = { office: 'x', province: null, updatedDate: '2026-07-01', procedures };
    expectRefused(await prepared({ sheetPath: file(JSON.stringify(sheet)) }), 'wrong-content');
  });

  it.each([
    ['no row about', (rows: CatalogueRows) => changed(rows, 'about', null)],
    ['a row of an unknown kind', (rows: CatalogueRows) => changed(rows, 'script/1', '{}')],
    ['a name where none belongs', (rows: CatalogueRows) => changed(rows, 'about/1', '{}')],
    [
      'a procedure that is not as the contract says',
      (rows: CatalogueRows) => changed(rows, 'procedure/9.000001', '{}'),
    ],
    ['a procedure that is no JSON', (rows: CatalogueRows) => changed(rows, 'procedure/9.000001', '{')],
    [
      'a procedure under the code of another',
      (rows: CatalogueRows) => changed(rows, 'procedure/9.000001', otherCode(rows.get('procedure/9.000001') ?? '')),
    ],
    [
      'a published text of another procedure',
      (rows: CatalogueRows) => changed(rows, 'official/9.000001', otherCode(rows.get('official/9.000001') ?? '')),
    ],
    ['a published text without its procedure', (rows: CatalogueRows) => changed(rows, 'procedure/9.000001', null)],
    ['a procedure without its published text', (rows: CatalogueRows) => changed(rows, 'official/9.000001', null)],
    ['a tile of another number', (rows: CatalogueRows) => changed(rows, 'tile/13', rows.get('tile/01') ?? '')],
    ['a year of holidays that is none', (rows: CatalogueRows) => changed(rows, 'holidays/2026', '{"year":2026}')],
    ['a notice that is none', (rows: CatalogueRows) => changed(rows, 'notice/x', '{"id":"x"}')],
    [
      'no procedure at all',
      (rows: CatalogueRows) => sortedRows([...rows].filter(([key]) => !/^(?:procedure|official)\//u.test(key))),
    ],
  ])('refuses signed rows with %s and leaves nothing', async (_what, change) => {
    expectRefused(await preparedFrom(change), 'wrong-content');
  });

  it('says where the disk is full', async () => {
    const full = await prepared();
    const failing = {
      buildIndex: () => {
        throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
      },
    };
    expect(reasonOf(() => makeCatalogue(full.order, failing, silent))).toBe('disk-full');
    expect(readdirSync(dirname(full.order.outputFolder))).toEqual([]);
  });

  it('touches nothing that stands where it should write, and clears away what a killed process left', async () => {
    const { order } = await prepared();
    mkdirSync(unfinishedFolder(order.outputFolder));
    writeFileSync(join(unfinishedFolder(order.outputFolder), 'catalogue.db'), 'half');
    makeCatalogue(order, search, silent);
    expect(existsSync(unfinishedFolder(order.outputFolder))).toBe(false);
    const before = readFileSync(join(order.outputFolder, 'catalogue.db'));
    expect(reasonOf(() => makeCatalogue(order, search, silent))).toBe('internal');
    expect(readFileSync(join(order.outputFolder, 'catalogue.db')).equals(before)).toBe(true);
  });
});
