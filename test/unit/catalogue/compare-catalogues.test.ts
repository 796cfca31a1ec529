/** Whatever differs between two catalogues is told once, at its place, and no text of theirs gets out of its place in a page. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Procedure, procedureSchema } from '../../../main/contract/procedure.ts';
import {
  type CatalogueChanges,
  changedParts,
  isSameCatalogue,
} from '../../../main/core/catalogue/diff/catalogue-changes.ts';
import { changesHtml } from '../../../main/core/catalogue/diff/changes-html.ts';
import { changesText } from '../../../main/core/catalogue/diff/changes-text.ts';
import { compareCatalogues } from '../../../main/core/catalogue/diff/compare-catalogues.ts';
import { wordChanges } from '../../../main/core/catalogue/diff/word-changes.ts';
import { type CatalogueRows, sortedRows } from '../../../main/core/catalogue/rows/catalogue-rows.ts';
import { makeProcedure } from '../../fakes/make-procedure.ts';
import { someRows } from './rows/some-rows.ts';

function rowsOf(procedures: readonly Procedure[], others: Readonly<Record<string, unknown>> = {}): CatalogueRows {
  return sortedRows([
    ...procedures.map((procedure) => [`procedure/${procedure.code}`, JSON.stringify(procedure)] as const),
    ...Object.entries(others).map(([key, value]) => [key, JSON.stringify(value)] as const),
  ]);
}

const fee = {
  kind: 'amount',
  amountVnd: 8000,
  text: '8.000 đồng/bản',
  exemption: false,
  validUntil: null,
  legalBasis: null,
  origin: 'national',
} as const;
const time = { amount: 3, unit: 'working-day', note: null } as const;
const paper = {
  name: 'Tờ khai',
  originals: 1,
  copies: 0,
  need: { kind: 'always' },
  formNumber: null,
  hint: null,
} as const;
const birth = makeProcedure({
  code: '1.001193',
  shortTitle: 'Đăng ký khai sinh',
  submissionMethods: (['direct', 'postal', 'online'] as const).map((channel) => ({
    channel,
    processingTime: time,
    fees: [fee],
    note: null,
  })),
  documentGroups: [{ id: 'g1', kind: 'part', title: null, documents: [paper], notes: [] }],
  legalBases: [{ title: 'Luật Hộ tịch', number: '60/2014/QH13' }],
});

function changeOf(changes: Partial<Procedure>): CatalogueChanges['changed'][number] | undefined {
  return compareCatalogues(rowsOf([birth]), rowsOf([{ ...birth, ...changes }])).changed[0];
}

const about = (number: number) => ({ about: { number, dataDate: '2026-07-01', profile: 'all' } });
const withoutAbout = (rows: CatalogueRows) => JSON.stringify([...rows].filter(([key]) => key !== 'about'));

describe('compareCatalogues', () => {
  it('tells added, removed and changed procedures, and the catalogues by number and date', () => {
    const from = rowsOf([birth, makeProcedure({ code: '1.000001' }), makeProcedure({ code: '1.000002' })], about(4));
    const to = rowsOf(
      [{ ...birth, results: ['Giấy'] }, makeProcedure({ code: '1.000001' }), makeProcedure({ code: '1.000003' })],
      about(5),
    );
    const changes = compareCatalogues(from, to);
    expect(changes).toMatchObject({
      from: { number: 4, procedures: 3 },
      to: { number: 5, dataDate: '2026-07-01' },
      added: [{ code: '1.000003' }],
      removed: [{ code: '1.000002' }],
      changed: [{ code: '1.001193', field: 'Hộ tịch' }],
      unchanged: 1,
      changedByPart: { results: 1 },
      content: [],
    });
    expect(isSameCatalogue(changes)).toBe(false);
    expect(isSameCatalogue(compareCatalogues(rowsOf([birth], about(4)), rowsOf([birth], about(5))))).toBe(true);
  });

  it('tells a fee and a time old → new with their numbers, once for all channels', () => {
    const methods = birth.submissionMethods.map((method) => ({
      ...method,
      processingTime: { ...time, amount: 5 },
      fees: [{ ...fee, amountVnd: 10_000, text: '10.000 đồng/bản' }],
    }));
    expect(changeOf({ submissionMethods: methods })?.parts).toEqual([
      {
        part: 'fees',
        items: [
          {
            kind: 'changed',
            places: ['Trực tiếp', 'Bưu chính', 'Trực tuyến'],
            from: '8.000 đ 8.000 đồng/bản',
            to: '10.000 đ 10.000 đồng/bản',
            fromValue: { amount: 8000, unit: 'VND' },
            toValue: { amount: 10_000, unit: 'VND' },
          },
        ],
      },
      {
        part: 'times',
        items: [
          expect.objectContaining({
            from: '3 ngày làm việc',
            to: '5 ngày làm việc',
            toValue: { amount: 5, unit: 'working-day' },
          }),
        ],
      },
    ]);
  });

  it('tells papers, legal bases and words apart by what they are, not by their place', () => {
    const [group] = birth.documentGroups;
    const documents = [
      { ...paper, name: 'Giấy chứng sinh' },
      { ...paper, copies: 2 },
    ];
    const change = changeOf({
      documentGroups: group === undefined ? [] : [{ ...group, documents }],
      legalBases: [{ title: 'Luật Hộ tịch (sửa đổi)', number: '60/2014/QH13' }],
      aliases: ['làm khai sinh'],
    });
    expect(change?.parts.map(({ part, items }) => [part, items.map(({ kind, from, to }) => [kind, from, to])])).toEqual(
      [
        [
          'papers',
          [
            ['added', null, 'Giấy chứng sinh – 1 bản chính'],
            ['changed', 'Tờ khai – 1 bản chính', 'Tờ khai – 1 bản chính; 2 bản sao'],
          ],
        ],
        ['legal-bases', [['changed', '60/2014/QH13: Luật Hộ tịch', '60/2014/QH13: Luật Hộ tịch (sửa đổi)']]],
        ['aliases', [['added', null, 'làm khai sinh']]],
      ],
    );
  });

  it('lets nothing of a procedure change unseen, whichever key it is', () => {
    const other = procedureSchema.parse({
      ...birth,
      decisionNumber: '1/QĐ',
      name: 'Tên khác',
      shortTitle: 'Tên ngắn khác',
      summary: 'Tóm tắt',
      english: { shortTitle: 'Birth', summary: 'x' },
      aliases: ['x'],
      level: 'province',
      field: 'Khác',
      tile: 3,
      issuer: { scope: 'unknown' },
      servedAt: 'police',
      servedAtOrigin: 'hand-written',
      audience: ['business'],
      applicants: ['Tổ chức'],
      agencies: { ...birth.agencies, coordinating: 'Sở' },
      steps: [{ title: null, text: 'Nộp' }],
      submissionMethods: [],
      documentGroups: [],
      results: ['Giấy'],
      legalBases: [],
      conditions: 'Có',
      onlineService: 'full',
      citizenDeadline: { days: 60, text: '60 ngày' },
      sameDayUntil: '15:00',
      commonMistakes: ['Quên'],
      staleWords: [{ word: 'huyện', meaning: '' }],
      office: { note: 'x', counter: null },
      handWritten: {
        factsSha256: null,
        factsDate: '2026-07-01',
        reviewedDate: '2026-07-02',
        reviewedByRole: 'editor',
        stale: false,
      },
      hasOfficialText: true,
    });
    const keys = Object.keys(procedureSchema.shape).filter((key) => key !== 'code') as (keyof Procedure)[];
    for (const key of keys) {
      expect(other[key], key).not.toEqual(birth[key]);
      expect(changeOf({ [key]: other[key] })?.parts, key).toHaveLength(key === 'submissionMethods' ? 3 : 1);
    }
    const swapped = compareCatalogues(
      rowsOf([{ ...birth, aliases: ['a', 'b'] }]),
      rowsOf([{ ...birth, aliases: ['b', 'a'] }]),
    );
    expect(swapped.changed[0]?.parts).toMatchObject([{ part: 'aliases', items: [{ kind: 'rearranged' }] }]);
  });

  it('tells the published text where no part showed the change, and only there', () => {
    const official = (keywords: string, results: string) => ({
      'official/1.001193': {
        code: birth.code,
        decisionNumber: null,
        sections: [
          { heading: 'Kết quả thực hiện', text: results },
          { heading: 'Từ khóa', text: keywords },
        ],
      },
    });
    const changes = compareCatalogues(
      rowsOf([birth], official('a', 'Giấy')),
      rowsOf([{ ...birth, results: ['Thẻ'] }], official('b', 'Thẻ')),
    );
    expect(changes.changed[0]?.parts.map(({ part, items }) => [part, items.map(({ places }) => places)])).toEqual([
      ['results', [[]]],
      ['official-text', [[['Từ khóa'][0]]]],
    ]);
  });

  it('tells notices, holidays, life events, words and the sheet', () => {
    const notice = {
      id: 'tam-dung',
      kind: 'warning',
      text: { vi: 'Tạm dừng', en: null },
      fromMs: 0,
      untilMs: null,
      procedureCodes: [],
    };
    const year = { year: 2027, tet: null, nationalDay: null, swaps: [], otherDaysOff: [], toCheck: [] };
    const swap = { off: '2027-09-03', worked: '2027-09-04', source: 'CV 1' };
    const changes = compareCatalogues(
      rowsOf([birth], { 'holidays/2027': year, 'search-words': { a: ['x'] }, 'tile/01': { number: 1 } }),
      rowsOf([birth], {
        'holidays/2027': { ...year, swaps: [swap] },
        'search-words': { a: ['x', 'y'] },
        'notice/tam-dung': notice,
      }),
    );
    expect(changes.content.map(({ key, kind }) => [key, kind])).toEqual([
      ['notice/tam-dung', 'added'],
      ['holidays/2027', 'changed'],
      ['tile/01', 'removed'],
      ['search-words', 'changed'],
    ]);
    expect(changes.content[1]?.items).toMatchObject([
      { kind: 'added', places: ['Hoán đổi'], to: 'nghỉ 03/09/2027, làm bù 04/09/2027 (CV 1)' },
    ]);
    expect(changes.content[3]?.items).toMatchObject([{ kind: 'added', to: 'y' }]);
  });

  it('calls two catalogues the same only where their rows are, whatever stands in them', () => {
    fc.assert(
      fc.property(someRows, someRows, (from, to) => {
        const changes = compareCatalogues(from, to);
        if (withoutAbout(from) !== withoutAbout(to)) {
          // A published text without its procedure cannot be (rows/parse-rows.ts).
          fc.pre(from.has('procedure/1.000001') && to.has('procedure/1.000001'));
          expect(isSameCatalogue(changes)).toBe(false);
          for (const { parts } of changes.changed) expect(parts.length).toBeGreaterThan(0);
        }
        expect(isSameCatalogue(compareCatalogues(from, from))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the reports', () => {
  /** Escape sequences and letters that turn the text round; the line breaks of a page are none. */
  const steering = /(?!\n)\p{Cc}|\p{Cf}/u;
  const hostile = '<script>alert(1)</script>"\' onload=x \u202Egnart\u001B[31m & </style>';
  const changes = compareCatalogues(
    rowsOf([birth, makeProcedure({ code: '1.000002', name: hostile, field: hostile })]),
    rowsOf([{ ...birth, results: [hostile], conditions: `${hostile} ${'dài '.repeat(100)}` }]),
  );

  it('hold every text escaped, no script, and nothing that is fetched', () => {
    const page = changesHtml(changes);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39; onload=x gnart[31m &amp; &lt;/style&gt;');
    expect(page).not.toMatch(/<script|<img|<link|src=|url\(|@import|https?:|<[^>]*onload/u);
    expect(page).not.toMatch(steering);
    expect(page.match(/<style>/gu)).toHaveLength(1);
    expect(page).toContain(`default-src 'none'`);
    // Every anchor that is named exists.
    for (const [, target = ''] of page.matchAll(/href="#([^"]+)"/gu)) expect(page).toContain(`id="${target}"`);
    expect(changesHtml(changes)).toBe(page);
    expect(changesText(changes)).not.toMatch(steering);
  });

  it('show a long text by the words that changed, and every word is in one of the pieces', () => {
    const before = `${'đầu '.repeat(40)}sáu mươi ngày ${'cuối '.repeat(40)}`;
    const after = before.replace('sáu mươi', 'chín mươi');
    const pieces = wordChanges(before, after);
    expect(pieces.map(({ kind }) => kind)).toEqual(['left-out', 'same', 'removed', 'added', 'same', 'left-out']);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c ', ' ', '\n', 'd'), { maxLength: 60 }),
        fc.array(fc.constantFrom('a ', 'b', ' c', '\n'), { maxLength: 60 }),
        (one, other) => {
          const [from, to] = [one.join(''), other.join('')];
          const joined = (left: string) =>
            wordChanges(from, to)
              .filter(({ kind }) => kind !== left)
              .map(({ text }) => text)
              .join('');
          expect(joined('added')).toBe(from);
          expect(joined('removed')).toBe(to);
        },
      ),
    );
  });

  it('for the terminal count and name everything', () => {
    const text = changesText(changes);
    expect(text).toContain('0 added, 1 removed, 1 changed, 0 the same; 0 other changes');
    expect(text).toContain('~ 1.001193  Đăng ký khai sinh  [Hộ tịch]');
    expect(changedParts).toContain('conditions');
  });
});
