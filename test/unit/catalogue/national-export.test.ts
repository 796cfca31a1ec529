/** The whole national export: every record accounted for, every procedure as the contract says. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { officialTextSchema, procedureRowSchema, procedureSchema } from '../../../main/contract/procedure.ts';
import type { BuildReport } from '../../../main/core/catalogue/build/build-report.ts';
import type { Catalogue } from '../../../main/core/catalogue/catalogue.ts';
import { openCatalogue } from '../../../main/core/catalogue/open-catalogue.ts';
import { build, projectFolder } from './build-fixtures.ts';

const exportPath = join(projectFolder, '../shared/data/national-catalogue-2026-07.jsonl.gz');
const patienceMs = 180_000;
const sum = (groups: readonly { readonly procedureCount: number }[]) =>
  groups.reduce((all, { procedureCount }) => all + procedureCount, 0);
const databaseOf = (built: BuildReport) => readFileSync(join(built.output, 'catalogue.db'));

vi.setConfig({ testTimeout: patienceMs, hookTimeout: patienceMs });

describe.skipIf(!existsSync(exportPath))('the whole national export (skipped where ../shared is missing)', () => {
  let folder = '';
  let report: BuildReport;
  let catalogue: Catalogue;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kiosk-national-'));
    report = await build([exportPath], { outputFolder: join(folder, 'all') });
    catalogue = openCatalogue(report.output);
  });
  afterAll(() => {
    catalogue.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is read record by record, and each one is accounted for', () => {
    expect(report.read).toBe(5652);
    expect(report.read).toBe(report.written + report.merged + report.leftOut.total + report.refused.length);
    expect(report.refused.map(({ line, code, reason }) => [line, code, reason])).toEqual([
      [3686, '1.014955-Xoa', 'deleted-record'],
      [3821, '1.115188', 'test-record'],
      [5290, '3.000360', 'test-record'],
    ]);
  });

  it('has the counts that were counted independently', () => {
    expect(report.counts).toMatchObject({
      documentLines: 27_958,
      documentLinesWithoutCount: 1554,
      titledGroups: 3183,
      submissionMethods: 16_509,
      submissionMethodsByChannel: { direct: 5912, postal: 5373, online: 5224 },
      legalBases: 23_529,
    });
  });

  it('reads back as the contract says, procedure by procedure and row by row', () => {
    const codes = Array.from(catalogue.procedures(), (procedure) => procedureSchema.parse(procedure).code);
    expect(codes.length).toBe(report.written);
    for (const code of codes) {
      expect(officialTextSchema.parse(catalogue.official(code)).code).toBe(code);
    }
    for (const row of catalogue.rowsByCodes(codes)) {
      procedureRowSchema.parse(row);
    }
  });

  it('stands in lists whose parts make up the whole', () => {
    const page = { offset: 0, limit: 1 };
    const total = catalogue.rows({ kind: 'all' }, page).total;
    const onTiles = sum(catalogue.tiles());
    const inFields = sum(catalogue.fields());
    expect(onTiles + catalogue.rows({ kind: 'elsewhere' }, page).total).toBe(total);
    expect(inFields).toBe(total);
    expect(sum(catalogue.agencies())).toBe(total);
    expect(sum(catalogue.letters())).toBe(total);
    expect(catalogue.tiles().every((tile) => tile.procedureCount > 0)).toBe(true);
  });

  it('relates nearly every procedure to others, a handful at most and never to itself', () => {
    const codes = Array.from(catalogue.procedures(), ({ code }) => code);
    let alone = 0;
    for (const code of codes) {
      const related = catalogue.related(code).flatMap(({ rows }) => rows.map((row) => row.code));
      expect(related.length).toBeLessThanOrEqual(6);
      expect(new Set(related).size).toBe(related.length);
      expect(related).not.toContain(code);
      if (related.length === 0) alone += 1;
    }
    expect(alone / codes.length).toBeLessThan(0.03);
    const birth = catalogue.related('1.001193');
    expect(birth.map(({ relation }) => relation)).toEqual(['life-event', 'papers']);
    expect(birth[1]?.rows.map((row) => row.code)).toContain('2.000528');
  });

  it('gives the same bytes when it is built again', async () => {
    const again = await build([exportPath], { outputFolder: join(folder, 'again') });
    expect(again.version).toBe(report.version);
    expect(databaseOf(again).equals(databaseOf(report))).toBe(true);
  });
});
