/** What one row of each table says; faults are told to its reader. */
import type {
  Channel,
  DocumentGroup,
  LegalBasis,
  Procedure,
  RequiredDocument,
} from '../../../../contract/procedure.ts';
import { foldCase } from '../../import/fold-text.ts';
import { bareLawNumber, lawNumber } from '../../import/law-number.ts';
import { moneyInText } from '../../import/money-in-text.ts';
import { parseSteps } from '../../import/parse-steps.ts';
import type { Supplement, SupplementFee } from '../../import/supplement.ts';
import { foldHeading } from './fold-heading.ts';
import type { RowReader } from './row-reader.ts';

const levelChoices: ReadonlyMap<string, Procedure['level']> = new Map([
  ['cap xa', 'commune'],
  ['xa', 'commune'],
  ['phuong', 'commune'],
  ['cap phuong', 'commune'],
  ['cap tinh', 'province'],
  ['tinh', 'province'],
  ['thanh pho', 'province'],
  ['cap bo', 'ministry'],
  ['bo', 'ministry'],
  ['trung uong', 'ministry'],
  ['cap bo trung uong', 'ministry'],
]);

const placeChoices: ReadonlyMap<string, Procedure['servedAt']> = new Map([
  ['tai day', 'here'],
  ['bo phan mot cua', 'here'],
  ['tai quay', 'here'],
  ['cong an', 'police'],
  ['bao hiem xa hoi', 'social-insurance'],
  ['bhxh', 'social-insurance'],
  ['thue', 'tax'],
  ['co quan thue', 'tax'],
  ['dat dai', 'land-office'],
  ['van phong dang ky dat dai', 'land-office'],
  ['truong hoc', 'school'],
  ['truong', 'school'],
  ['quan su', 'military'],
  ['ban chi huy quan su', 'military'],
  ['cap tinh', 'province'],
  ['tinh', 'province'],
  ['noi khac', 'other'],
]);

const onlineChoices: ReadonlyMap<string, Procedure['onlineService']> = new Map([
  ['toan trinh', 'full'],
  ['mot phan', 'part'],
  ['chi truc tuyen', 'only'],
  ['co', 'available'],
  ['khong', 'none'],
]);

const channelChoices: ReadonlyMap<string, Channel | null> = new Map<string, Channel | null>([
  ['truc tiep', 'direct'],
  ['tai quay', 'direct'],
  ['buu chinh', 'postal'],
  ['buu dien', 'postal'],
  ['qua buu chinh', 'postal'],
  ['truc tuyen', 'online'],
  ['qua mang', 'online'],
  ['online', 'online'],
  ['tat ca', null],
  ['moi hinh thuc', null],
]);

const yesChoices: ReadonlyMap<string, boolean> = new Map([
  ['co', true],
  ['x', true],
  ['dung', true],
  ['true', true],
  ['khong', false],
  ['false', false],
]);

const groupKindChoices: ReadonlyMap<string, DocumentGroup['kind']> = new Map([
  ['truong hop', 'case'],
  ['phan', 'part'],
]);

/** Everything of the table of procedures but the code. */
export function readProcedureRow(reader: RowReader): Omit<Supplement, 'code'> & { readonly updatedDate?: string } {
  const times = new Map(
    (['direct', 'postal', 'online'] as const).flatMap((channel) => {
      const time = reader.processingTime(`${channel}Time`);
      return time === undefined ? [] : [[channel, time] as const];
    }),
  );
  const steps = reader.text('steps');
  return withoutUndefined({
    name: reader.line('name'),
    shortTitle: reader.line('shortTitle', 60),
    summary: reader.text('summary'),
    aliases: reader.list('aliases'),
    field: reader.line('field', 200),
    level: reader.choice('level', levelChoices, '"Cấp xã", "Cấp tỉnh" or "Cấp bộ"'),
    servedAt: reader.choice(
      'servedAt',
      placeChoices,
      '"Tại đây", "Công an", "Bảo hiểm xã hội", "Thuế", "Đất đai", "Trường học", "Quân sự", "Cấp tỉnh" or "Nơi khác"',
    ),
    decisionNumber: reader.line('decisionNumber', 120),
    applicants: reader.list('applicants'),
    performing: reader.line('performing'),
    steps: steps === undefined ? undefined : stepsOf(steps),
    times: times.size === 0 ? undefined : times,
    onlineService: reader.choice(
      'onlineService',
      onlineChoices,
      '"Toàn trình", "Một phần", "Chỉ trực tuyến", "Có" or "Không"',
    ),
    results: reader.list('results'),
    conditions: reader.text('conditions'),
    legalBases: reader.lines('legalBases')?.map(legalBasisOf),
    citizenDeadline: citizenDeadline(reader),
    sameDayUntil: reader.timeOfDay('sameDayUntil'),
    commonMistakes: reader.lines('commonMistakes'),
    englishTitle: reader.line('englishTitle', 80),
    englishSummary: reader.line('englishSummary'),
    updatedDate: reader.day('updatedDate'),
  });
}

/** A key that holds undefined is left out, as the type of a supplement wants it. */
function withoutUndefined<T extends object>(facts: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const told = Object.entries(facts).filter(([, value]) => value !== undefined);
  // The same keys, those of undefined left out: what the type says.
  return Object.fromEntries(told) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}

/** Where the text marks no steps itself, every line is one. */
function stepsOf(text: string): Procedure['steps'] {
  if (/bước\s/iu.test(text)) return parseSteps(text);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => ({ title: null, text: line.replace(/^\s*[-+*•–]\s+/u, '') }));
}

function legalBasisOf(line: string): LegalBasis {
  const number = bareLawNumber(line);
  if (number === null) return { title: line, number };
  const title = line
    .replace(number, '')
    .replace(/\(\s*\)/gu, '')
    .replace(/^[\s:;,.–-]+|[\s:;,.–-]+$/gu, '');
  return { title: title === '' ? line : title, number };
}

function citizenDeadline(reader: RowReader): Procedure['citizenDeadline'] | undefined {
  const text = reader.line('citizenDeadline', 200);
  if (text === undefined) return undefined;
  const days = Number(/^(?:trong )?(\d{1,4}) ngày/iu.exec(text)?.[1] ?? 0);
  if (days > 0) return { days, text };
  reader.fault('citizenDeadline', `says "${text.slice(0, 60)}"; days are expected, such as "60 ngày kể từ ngày sinh"`);
  return undefined;
}

export interface DocumentRow {
  readonly document: RequiredDocument;
  /** Undefined: the cell is empty; null: expressly no group. */
  readonly group: string | null | undefined;
  readonly groupKind: DocumentGroup['kind'] | undefined;
}

/** Null where it holds a fault. */
export function readDocumentRow(reader: RowReader): DocumentRow | null {
  const name = reader.line('name', 1_000);
  const group = reader.word('group');
  const document = {
    name: name ?? '',
    originals: reader.count('originals') ?? 0,
    copies: reader.count('copies') ?? 0,
    need: needOf(reader.word('need')),
    formNumber: reader.line('formNumber', 60) ?? null,
    hint: reader.line('hint', 240) ?? null,
  };
  const groupKind = reader.choice('groupKind', groupKindChoices, '"Trường hợp" or "Phần"');
  if (name === undefined) {
    reader.fault('name', 'is empty; the name of the paper is expected');
    return null;
  }
  return { document, group: group === '' ? undefined : group === '-' ? null : group, groupKind };
}

function needOf(words: string): RequiredDocument['need'] {
  const folded = foldHeading(words);
  if (['', 'luon can', 'bat buoc', 'co', 'x', 'can'].includes(folded)) return { kind: 'always' };
  const set = /^(?:chỉ cần |đủ )?một trong(?: các giấy)?\s*:?\s*(.*)$/iu.exec(words)?.[1];
  if (set !== undefined) return { kind: 'one-of', set: set.trim() === '' ? 'A' : set.trim().slice(0, 60) };
  if (['khong', 'khong bat buoc', 'neu co', 'tuy truong hop'].includes(folded)) {
    return { kind: 'if-applicable', condition: null };
  }
  return { kind: 'if-applicable', condition: words.replace(/^(?:chỉ )?(?:khi|nếu)\s*:?\s+/iu, '') };
}

/** One group a heading, in the order of the rows; papers without one stand first. */
export function groupsOf(rows: readonly DocumentRow[]): Omit<DocumentGroup, 'id'>[] {
  const groups = new Map<string, { -readonly [Key in keyof Omit<DocumentGroup, 'id'>]: DocumentGroup[Key] }>();
  for (const { document, group, groupKind } of rows) {
    const title = group ?? null;
    const key = title === null ? '' : foldCase(title);
    const known = groups.get(key);
    if (known === undefined) {
      groups.set(key, { kind: groupKind ?? kindOfTitle(title), title, documents: [document], notes: [] });
    } else {
      known.documents.push(document);
      known.kind = groupKind ?? known.kind;
    }
  }
  const cases = [...groups.values()].filter(({ kind }) => kind === 'case');
  // One case alone is no choice.
  if (cases.length === 1) for (const group of cases) group.kind = 'part';
  return [...groups.values()].sort((first, second) => Number(first.title !== null) - Number(second.title !== null));
}

function kindOfTitle(title: string | null): DocumentGroup['kind'] {
  return title !== null && /trường hợp|đối với/iu.test(title) ? 'case' : 'part';
}

/** Below this a number stands for thousands, for dollars, or for nothing. */
const smallestAmountVnd = 1_000;

/** Null where it holds a fault. */
export function readFeeRow(reader: RowReader): SupplementFee | null {
  const channel = reader.choice('channel', channelChoices, '"Trực tiếp", "Bưu chính", "Trực tuyến" or "Tất cả"');
  const amount = reader.money('amount');
  const text = reader.word('text');
  const decision = reader.line('legalBasis', 200);
  const exemption = reader.choice('exemption', yesChoices, '"Có" or "Không"') ?? false;
  const facts = { exemption, validUntil: reader.day('validUntil') ?? null };
  const legalBasis = decision === undefined ? lawNumber(text) : decision;
  const rate = (fee: Pick<SupplementFee['fee'], 'kind' | 'amountVnd'>): SupplementFee => ({
    channel: channel ?? null,
    fee: { ...fee, text, legalBasis, ...facts },
  });
  if (amount !== undefined && amount > 0) {
    if (amount < smallestAmountVnd) {
      reader.fault(
        'amount',
        `says ${amount}; whole đồng are expected (8000 for eight thousand), never thousands or dollars`,
      );
      return null;
    }
    const sums = moneyInText(text);
    if (sums.length > 0 && !sums.includes(amount)) {
      reader.fault('amount', `says ${amount}, the words beside it say ${sums.join(', ')}; they must agree`);
      return null;
    }
    return rate({ kind: 'amount', amountVnd: amount });
  }
  if (/(?<!không (?:được )?)miễn/iu.test(text)) return rate({ kind: 'free', amountVnd: null });
  if (/hội đồng nhân dân|hđnd/iu.test(text)) return rate({ kind: 'council', amountVnd: null });
  if (text !== '') return rate({ kind: 'text', amountVnd: null });
  reader.fault(
    'amount',
    'is empty or 0 and no words stand beside it; write the amount, or "Miễn phí" where nothing is charged',
  );
  return null;
}
