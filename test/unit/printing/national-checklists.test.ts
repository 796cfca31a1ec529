/** The length of every checklist of the national export, which is no part of the project. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCanvasTextPainter } from '../../../main/adapters/printing/create-canvas-text-painter.ts';
import type { Procedure } from '../../../main/contract/procedure.ts';
import { importNationalRecord } from '../../../main/core/catalogue/import/import-national-record.ts';
import { loadImportRules } from '../../../main/core/catalogue/import/load-import-rules.ts';
import { composeChecklist } from '../../../main/core/printing/slips/compose-checklist.ts';
import { createSlipRasteriser } from '../../../main/core/printing/typesetting/create-slip-rasteriser.ts';
import { spokenText } from '../../../main/core/printing/typesetting/spoken-text.ts';
import { portalUrlOf, slipOffice } from '../../fakes/printing-procedures.ts';

const path = fileURLToPath(new URL('../../../../shared/data/national-catalogue-2026-07.jsonl.gz', import.meta.url));
const dataFolder = fileURLToPath(new URL('../../../data', import.meta.url));
const patienceMs = 300_000;
/** Margins, and what is fed to the cutter. */
const aroundDots = 24 + 136;

describe.skipIf(!existsSync(path))(
  'the checklists of the national export (needs ../shared/data beside the project)',
  () => {
    const rasteriser = createSlipRasteriser(createCanvasTextPainter());
    let procedures: Procedure[] = [];

    beforeAll(() => {
      const rules = loadImportRules(dataFolder);
      const lines = gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n');
      const outcomes = lines.map((line) => importNationalRecord(JSON.parse(line), rules));
      procedures = outcomes.flatMap((outcome) => (outcome.kind === 'imported' ? [outcome.procedure] : []));
    }, patienceMs);

    const compose = (procedure: Procedure, caseId: string | null, widthDots: number) =>
      composeChecklist(
        {
          procedure,
          caseId,
          office: slipOffice,
          places: {},
          catalogueDate: '2026-07-01',
          // The same link for all: its code takes the same room, and making thousands of codes takes a minute.
          portalUrl: portalUrlOf('1.000000'),
          printedAtMs: Date.UTC(2026, 6, 22, 2, 41),
          language: 'vi',
          large: false,
          maximumHeightMillimetres: 400,
        },
        (elements) => rasteriser.measure({ elements }, widthDots),
      );

    it.each([576, 384])(
      'are 40 cm long at most on %i dots, whatever the procedure',
      (widthDots) => {
        expect(procedures.length).toBeGreaterThan(5_600);
        let longest = 0;
        for (const procedure of procedures) {
          const cases = procedure.documentGroups.filter((group) => group.kind === 'case');
          const [fullest] = cases.toSorted((a, b) => b.documents.length - a.documents.length);
          for (const caseId of new Set([null, fullest?.id ?? null])) {
            const layout = compose(procedure, caseId, widthDots);
            const millimetres = (rasteriser.measure(layout, widthDots) + aroundDots) / 8;
            expect(millimetres, procedure.code).toBeLessThanOrEqual(400);
            longest = Math.max(longest, millimetres);
          }
        }
        // Otherwise nothing would have been shortened, and nothing shown.
        expect(longest).toBeGreaterThan(390);
      },
      patienceMs,
    );

    it(
      'print no note',
      () => {
        for (const procedure of procedures.filter(({ code }) => code.startsWith('1.00'))) {
          const notes = procedure.documentGroups.flatMap((group) => group.notes).filter((note) => note.length > 60);
          const text = notes.length === 0 ? '' : spokenText(compose(procedure, null, 576));
          const names = procedure.documentGroups
            .flatMap((group) => group.documents.map((document) => document.name))
            .join('\n');
          for (const note of notes.map((each) => each.slice(0, 60)).filter((each) => !names.includes(each))) {
            expect(text.includes(note), `${procedure.code}: ${note}`).toBe(false);
          }
        }
      },
      patienceMs,
    );

    const spokenOf = (code: string): string => {
      const procedure = procedures.find((each) => each.code === code);
      return procedure === undefined ? '' : spokenText(compose(procedure, null, 576));
    };

    it('name the papers that the cases of the catalogue ask for', () => {
      expect(spokenOf('1.001193')).toMatch(/Tờ khai đăng ký khai sinh[^]*Giấy chứng sinh[^]*căn cước/u);
      expect(spokenOf('1.115593')).toContain('Có 12 mức: 25.000 đ – 170.000 đ');
    });
  },
);
