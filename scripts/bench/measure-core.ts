/** The core's own share of a keystroke, a page and a slip, in-process and warm. */
import { buildJobFrame } from '../../main/adapters/printing/build-job-frame.ts';
import { createCanvasTextPainter } from '../../main/adapters/printing/create-canvas-text-painter.ts';
import { openCatalogue } from '../../main/core/catalogue/open-catalogue.ts';
import { printerProfiles } from '../../main/core/printer-profile.ts';
import { encodeJob } from '../../main/core/printing/device/encode-job.ts';
import { composeChecklist } from '../../main/core/printing/slips/compose-checklist.ts';
import { createSlipRasteriser } from '../../main/core/printing/typesetting/create-slip-rasteriser.ts';
import { openSearchIndex } from '../../main/core/search/open-search-index.ts';
import { type Spread, spreadOf, timed } from './sample.ts';

export interface CoreFigures {
  /** Opening the database with all its checks, and loading the index. */
  readonly openMs: number;
  readonly keystroke: Spread;
  readonly open: Spread;
  /** Composing, drawing at 576 dots and encoding a checklist. */
  readonly slip: Spread;
}

const widthDots = 576;

export function measureCore(folder: string, questions: readonly string[]): CoreFigures {
  const started = performance.now();
  const catalogue = openCatalogue(folder);
  const index = openSearchIndex(catalogue, () => undefined);
  const openMs = performance.now() - started;
  const codes = catalogue.rows({ kind: 'all' }, { offset: 0, limit: 60 }).rows.map((row) => row.code);

  const search = (words: string): void => {
    catalogue.rowsByCodes(
      index
        .search(words)
        .procedures.slice(0, 20)
        .map((hit) => hit.code),
    );
  };
  const keystrokes = questions.flatMap((question) => prefixesOf(question));
  for (const words of keystrokes.slice(0, 50)) {
    search(words);
  }
  const figures: CoreFigures = {
    openMs,
    keystroke: spreadOf(keystrokes.map((words) => timed(() => search(words)))),
    open: spreadOf(codes.map((code) => timed(() => catalogue.procedure(code)))),
    slip: spreadOf(measureSlips(catalogue, codes)),
  };
  catalogue.close();
  return figures;
}

/** What stands in the field after each key. */
function prefixesOf(question: string): string[] {
  return Array.from({ length: question.length }, (_, index) => question.slice(0, index + 1));
}

function measureSlips(catalogue: ReturnType<typeof openCatalogue>, codes: readonly string[]): number[] {
  const rasteriser = createSlipRasteriser(createCanvasTextPainter());
  const profile = printerProfiles['epson-tm-t82'];
  const frame = buildJobFrame(profile);
  const draw = (code: string): void => {
    const procedure = catalogue.procedure(code);
    if (procedure === null) {
      throw new Error(`${code} vanished from the catalogue`);
    }
    const firstCase = procedure.documentGroups.find((group) => group.kind === 'case');
    const layout = composeChecklist(
      {
        procedure,
        caseId: firstCase?.id ?? null,
        portalUrl: `https://dichvucong.gov.vn/?ma_thu_tuc=${code}`,
        office: {
          name: 'Trung tâm Phục vụ hành chính công',
          parentName: null,
          helpDesk: 'Quầy hướng dẫn',
          address: null,
          hours: null,
        },
        places: {},
        catalogueDate: '2026-07-01',
        printedAtMs: Date.now(),
        language: 'vi',
        large: false,
        maximumHeightMillimetres: 400,
      },
      (elements) => rasteriser.measure({ elements }, widthDots),
    );
    encodeJob(rasteriser.rasterise(layout, widthDots), frame, profile);
  };
  codes.slice(0, 5).forEach(draw);
  return codes.map((code) => timed(() => draw(code)));
}
