/** The longest and most awkward names of the national export, which is no part of the project, on both papers in both sizes. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { importNationalRecord } from '../../../main/core/catalogue/import/import-national-record.ts';
import { loadImportRules } from '../../../main/core/catalogue/import/load-import-rules.ts';
import type { SlipElement } from '../../../main/core/printing/typesetting/slip-layout.ts';
import { expectNothingLost, expectSound, painter, placed, settings } from './typesetting-checks.ts';

const path = fileURLToPath(new URL('../../../../shared/data/national-catalogue-2026-07.jsonl.gz', import.meta.url));
const dataFolder = fileURLToPath(new URL('../../../data', import.meta.url));
const patienceMs = 120_000;
/** Looked at dot by dot; of all others only the places are. */
const drawnNames = 12;

/** Every place a name may stand at. */
const elementsOf = (name: string): SlipElement[] => [
  { kind: 'text', size: 'title', runs: [{ text: name, bold: true }] },
  { kind: 'checkbox', runs: [{ text: name }], trailing: 'mẫu CT01 · 1 bản chính, 2 bản sao', detail: name },
  { kind: 'row', label: 'Nộp tại', value: name },
  {
    kind: 'table',
    size: 'body',
    columns: [{ weight: 3 }, { weight: 1, align: 'right' }],
    rows: [[name, '50.000 đồng']],
  },
];

function longestWord(name: string): number {
  return Math.max(...name.split(/\s/u).map((word) => word.length));
}

describe.skipIf(!existsSync(path))('the names of the national export (needs ../shared/data beside the project)', () => {
  let names: string[] = [];
  let awkward: string[] = [];

  beforeAll(() => {
    const rules = loadImportRules(dataFolder);
    const lines = gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n');
    const procedures = lines.flatMap((line) => {
      const outcome = importNationalRecord(JSON.parse(line), rules);
      return outcome.kind === 'imported' ? [outcome.procedure] : [];
    });
    names = procedures.flatMap(({ name, shortTitle }) => [name, shortTitle]);
    const papers = procedures.flatMap(({ documentGroups }) => documentGroups.flatMap((group) => group.documents));
    awkward = [
      ...names.toSorted((a, b) => b.length - a.length).slice(0, drawnNames),
      ...names.toSorted((a, b) => longestWord(b) - longestWord(a)).slice(0, drawnNames),
      ...papers
        .map(({ name }) => name)
        .toSorted((a, b) => longestWord(b) - longestWord(a))
        .slice(0, drawnNames),
    ];
  }, patienceMs);

  it.each(settings)(
    'never run off %i dots (large print %s) as titles',
    (widthDots, large) => {
      expect(names.length).toBeGreaterThan(11_000);
      for (const name of names) {
        const { texts } = placed(
          [{ kind: 'text', size: 'title', runs: [{ text: name, bold: true }] }],
          widthDots,
          large,
        );
        const right = texts.map((line) => line.xDots + painter.widthOf(line.text, line.font));
        expect(Math.max(...right), name).toBeLessThanOrEqual(widthDots - 8 + 1);
      }
    },
    patienceMs,
  );

  it.each(settings)(
    'stand whole wherever they are put on %i dots (large print %s)',
    (widthDots, large) => {
      for (const name of awkward) {
        expectSound(elementsOf(name.slice(0, 600)), widthDots, large);
        expectNothingLost(elementsOf(name), widthDots, large);
      }
    },
    patienceMs,
  );
});
