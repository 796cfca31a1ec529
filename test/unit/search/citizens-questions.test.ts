/** What the search is for, in figures: questions as citizens put them, asked of the catalogue of a commune (xã). */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openCatalogue } from '../../../main/core/catalogue/open-catalogue.ts';
import { openSearchIndex } from '../../../main/core/search/open-search-index.ts';
import { searchBuilder } from '../../../main/core/search/search-builder.ts';
import type { SearchIndex } from '../../../main/core/search/search-index.ts';
import { foldVietnamese } from '../../../main/core/vietnamese-text.ts';
import { build, projectFolder } from '../catalogue/build-fixtures.ts';

const exportPath = join(projectFolder, '../shared/data/national-catalogue-2026-07.jsonl.gz');
const questionsPath = join(projectFolder, '../shared/data/queries-dev.tsv');

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

interface AskedQuestion {
  readonly kind: string;
  readonly codes: readonly string[];
  readonly words: string;
}

interface Figures {
  readonly asked: { readonly answer: number; readonly clarify: number };
  /** Shares of the questions with one answer that have it among the first so many. */
  readonly first: number;
  readonly firstThree: number;
  readonly firstFive: number;
  /** Mean share of the codes of an open question that are among the first ten. */
  readonly recallOfTen: number;
}

describe.skipIf(!existsSync(exportPath) || !existsSync(questionsPath))(
  "citizens' questions (skipped where ../shared is missing)",
  () => {
    let folder = '';
    let index: SearchIndex;
    let questions: AskedQuestion[] = [];

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'kiosk-questions-'));
      const { output } = await build([exportPath, join(projectFolder, 'data/catalogue')], {
        outputFolder: join(folder, 'xa'),
        profile: 'xa',
        search: searchBuilder,
      });
      const catalogue = openCatalogue(output);
      let rebuilds = 0;
      index = openSearchIndex(catalogue, () => {
        rebuilds += 1;
      });
      catalogue.close();
      expect(rebuilds).toBe(0);
      questions = readFileSync(questionsPath, 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map((line) => {
          const [, kind = '', codes = '', words = ''] = line.split('\t');
          return { kind, codes: codes.split(/[\s,|;]+/), words };
        });
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    function figures(spelling: (words: string) => string): Figures {
      const found = questions.map(({ kind, codes, words }) => {
        const ten = index
          .search(spelling(words))
          .procedures.slice(0, 10)
          .map(({ code }) => code);
        const place = ten.findIndex((code) => codes.includes(code));
        return { kind, place, recall: codes.filter((code) => ten.includes(code)).length / codes.length };
      });
      const answers = found.filter(({ kind }) => kind === 'answer');
      const open = found.filter(({ kind }) => kind === 'clarify');
      const within = (most: number) =>
        answers.filter(({ place }) => place >= 0 && place < most).length / answers.length;
      return {
        asked: { answer: answers.length, clarify: open.length },
        first: within(1),
        firstThree: within(3),
        firstFive: within(5),
        recallOfTen: open.reduce((sum, { recall }) => sum + recall, 0) / open.length,
      };
    }

    it('are answered as they are written', () => {
      const { asked, first, firstThree, firstFive, recallOfTen } = figures((words) => words);
      expect(asked).toEqual({ answer: 142, clarify: 22 });
      expect(first, 'success@1').toBeGreaterThanOrEqual(0.85);
      expect(firstThree, 'success@3').toBeGreaterThanOrEqual(0.94);
      expect(firstFive, 'success@5').toBeGreaterThanOrEqual(0.97);
      expect(recallOfTen, 'recall@10').toBeGreaterThanOrEqual(0.92);
    });

    it('are answered hardly worse without accents', () => {
      const { first, firstThree, firstFive, recallOfTen } = figures(foldVietnamese);
      expect(first, 'success@1').toBeGreaterThanOrEqual(0.88);
      expect(firstThree, 'success@3').toBeGreaterThanOrEqual(0.92);
      expect(firstFive, 'success@5').toBeGreaterThanOrEqual(0.95);
      expect(recallOfTen, 'recall@10').toBeGreaterThanOrEqual(0.9);
    });

    it('are answered the same in capitals and decomposed', () => {
      const written = figures((words) => words);
      expect(figures((words) => words.normalize('NFD'))).toEqual(written);
      expect(figures((words) => words.toUpperCase())).toEqual(written);
    });
  },
);
