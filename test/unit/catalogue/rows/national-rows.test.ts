/** Snapshot and delta at their real size: the nation's catalogue, and fifty of its procedures changed as they do change. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../../main/core/catalogue/build/build-catalogue.ts';
import { withNumber } from '../../../../main/core/catalogue/rows/about-row.ts';
import { type CatalogueRows, rowsSha256, sortedRows } from '../../../../main/core/catalogue/rows/catalogue-rows.ts';
import { applyDelta, packDelta } from '../../../../main/core/catalogue/rows/row-delta.ts';
import { packSnapshot, readSnapshot } from '../../../../main/core/catalogue/rows/snapshot-file.ts';
import { temporaryFolderForSuite } from '../temporary-folder-for-suite.ts';

const path = fileURLToPath(new URL('../../../../../shared/data/national-catalogue-2026-07.jsonl.gz', import.meta.url));
const maximumUnpackedBytes = 200_000_000;

describe.skipIf(!existsSync(path))('rows of the national export (needs ../shared/data beside the project)', () => {
  const folder = temporaryFolderForSuite();
  let snapshot = Buffer.alloc(0);
  let rows: CatalogueRows = new Map();

  beforeAll(async () => {
    const outputFolder = join(folder(), 'catalogue');
    await buildCatalogue({
      sources: [path],
      outputFolder,
      dataFolder: 'data',
      profile: 'all',
      levels: null,
      overlayPath: null,
      noticesFolder: null,
      dataDate: null,
      allowIncomplete: false,
      bundledAliases: true,
      search: { readWords: () => null, buildIndex: () => new Uint8Array(1) },
    });
    snapshot = readFileSync(join(outputFolder, 'catalogue-rows.zst'));
    rows = readSnapshot(snapshot, { maximumUnpackedBytes });
  }, 120_000);

  it('pack into less than 6 MB, the same each time', () => {
    expect(snapshot.length).toBeLessThan(6_000_000);
    expect(packSnapshot(rows).equals(snapshot)).toBe(true);
  });

  it('need a delta of at most 2 % of it where fees, names and papers of 50 procedures change', () => {
    const next = withNumber(changedAsTheyDo(rows, 50), 1);
    const delta = packDelta(rows, next);
    expect(delta.length).toBeLessThanOrEqual(snapshot.length * 0.02);
    expect(rowsSha256(applyDelta(rows, delta, { maximumUnpackedBytes }))).toBe(rowsSha256(next));
  });
});

/** A fee, a name and a paper of each; in the published text as in what is shown. */
function changedAsTheyDo(rows: CatalogueRows, count: number): CatalogueRows {
  const codes = [...rows.keys()].flatMap((key) => (key.startsWith('procedure/') ? [key.slice(10)] : []));
  const changed = new Map(rows);
  for (let index = 0; index < count; index += 1) {
    const code = codes[index * Math.floor(codes.length / count)] ?? '';
    for (const key of [`procedure/${code}`, `official/${code}`]) {
      const text = rows.get(key) ?? '';
      const next = text
        .replace(/"amountVnd":\d+/u, `"amountVnd":${1000 * (index + 3)}`)
        .replace(/\d+ VNĐ/u, `${1000 * (index + 3)} VNĐ`)
        .replace(/Thủ tục/u, `Thủ tục sửa đổi lần ${index}`)
        .replace(/Tờ khai|Đơn/u, `Giấy đề nghị theo mẫu mới số ${index * 37}`)
        .replace(/(?<=\\n|")Nộp/u, `Kể từ ngày 01/10/2026, nộp trực tiếp hoặc trực tuyến, mẫu ${index * 91}`);
      changed.set(key, next);
    }
  }
  return sortedRows(changed);
}
