/** The smoke test of a release: what citizens do with a catalogue is done with it once before any of them sees it. */
import type { Procedure } from '../contract/procedure.ts';
import type { OpenedCatalogue } from './shown-catalogue.ts';

/** Searches that must each find something. */
const standardSearches = 20;
const namesTried = 10;
const aliasesTried = 4;

/** What people ask most; of these only those are asked that find something in the catalogue that is shown. */
const standardQuestions = [
  'khai sinh',
  'đăng ký kết hôn',
  'khai tử',
  'xác nhận tình trạng hôn nhân',
  'chứng thực bản sao',
  'trợ cấp xã hội',
  'người khuyết tật',
  'hộ kinh doanh',
  'sổ đỏ',
  'giám hộ',
  'nhận con nuôi',
  'trích lục hộ tịch',
  'hộ nghèo',
  'bảo hiểm y tế',
  'giấy phép xây dựng',
  'thường trú',
] as const;

export interface SmokeTest {
  readonly shown: OpenedCatalogue;
  readonly expected: { readonly number: number; readonly procedureCount: number };
  /** Composes the checklist of a procedure and draws it to memory. */
  readonly drawChecklist: (procedure: Procedure, dataDate: string) => void;
}

/** Between two searches whatever else waits is done. Errors: any; the message says what did not work. */
export async function tryCatalogue(
  tried: OpenedCatalogue,
  { shown, expected, drawChecklist }: SmokeTest,
): Promise<void> {
  const { catalogue, index } = tried;
  const { number, procedureCount, dataDate } = catalogue.summary();
  if (number !== expected.number) {
    throw new Error(`it says that it is number ${number}, not ${expected.number}`);
  }
  const wholeCount = catalogue.origin().procedureCount;
  if (wholeCount !== expected.procedureCount || procedureCount === 0) {
    throw new Error(`it holds ${wholeCount} procedures, not ${expected.procedureCount}; ${procedureCount} are shown`);
  }
  const codes = codesOf(tried);
  for (const question of questionsFor(codes, tried, shown)) {
    if (index.search(question).procedures.length === 0) {
      throw new Error(`the search finds nothing for "${question}"`);
    }
    await nextTurn();
  }
  catalogue.tiles();
  catalogue.fields();
  const [first = null] = codes;
  const procedure = first === null ? null : catalogue.procedure(first);
  if (procedure === null) {
    throw new Error('it lists procedures and cannot open the first');
  }
  drawChecklist(procedure, dataDate);
}

function questionsFor(codes: readonly string[], { catalogue }: OpenedCatalogue, shown: OpenedCatalogue): string[] {
  const names = catalogue.rowsByCodes(codes).map((row) => row?.name ?? '');
  const aliases = codes.flatMap((code) => catalogue.aliases(code).slice(0, 1)).slice(0, aliasesTried);
  const standard = standardQuestions.filter((question) => shown.index.search(question).procedures.length > 0);
  return [...names, ...aliases, ...standard].slice(0, standardSearches);
}

/** From the whole list, evenly. */
function codesOf({ catalogue }: OpenedCatalogue): string[] {
  const { total } = catalogue.rows({ kind: 'all' }, { offset: 0, limit: 1 });
  const count = Math.min(total, namesTried);
  const places = Array.from({ length: count }, (_none, index) => Math.floor((index * total) / count));
  return places.flatMap((offset) => catalogue.rows({ kind: 'all' }, { offset, limit: 1 }).rows.map(({ code }) => code));
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
