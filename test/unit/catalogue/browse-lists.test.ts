/** Browsing as a citizen does it: by place, by letter, narrowed by filters that never lead to an empty list. */
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ListFilters, ListSelection } from '../../../main/contract/browse.ts';
import { indexLetters } from '../../../main/contract/index-letter.ts';
import { methods } from '../../../main/contract/methods.ts';
import { type Channel, type Fee, levels, type Procedure } from '../../../main/contract/procedure.ts';
import { isFree } from '../../../main/core/catalogue/build/browse-facts.ts';
import { openCatalogue } from '../../../main/core/catalogue/open-catalogue.ts';
import { makeProcedure } from '../../fakes/make-procedure.ts';
import { type WrittenProcedure, writeCatalogue } from './write-catalogue.ts';

const fee = (changes: Partial<Fee> = {}): Fee => ({
  kind: 'free',
  amountVnd: null,
  text: 'Miễn phí',
  exemption: false,
  validUntil: null,
  legalBasis: null,
  origin: 'national',
  ...changes,
});
const way = (channel: Channel, ...fees: Fee[]): Procedure['submissionMethods'][number] => ({
  channel,
  processingTime: { amount: null, unit: null, note: null },
  fees,
  note: null,
});
const cases: Procedure['documentGroups'] = [
  { id: 'g1', kind: 'case', title: 'Đối với trẻ em', documents: [], notes: [] },
];

const procedures: readonly WrittenProcedure[] = [
  { procedure: makeProcedure({ code: '1.000001', shortTitle: 'Đăng ký khai sinh', onlineService: 'full', tile: 2 }) },
  { procedure: makeProcedure({ code: '1.000002', shortTitle: 'Ủy quyền', servedAt: 'police', level: 'ministry' }) },
  {
    procedure: makeProcedure({ code: '1.000003', shortTitle: 'Dừng trợ cấp', field: 'Trợ cấp', documentGroups: cases }),
  },
  {
    procedure: makeProcedure({ code: '1.000004', shortTitle: 'Đăng ký đò', servedAt: 'unknown', level: 'province' }),
    inWard: false,
  },
  {
    procedure: makeProcedure({
      code: '1.000005',
      shortTitle: '1. Ân xá',
      submissionMethods: [way('direct', fee())],
      field: 'Khác',
    }),
  },
  {
    procedure: makeProcedure({
      code: '1.000006',
      shortTitle: 'Đăng ký bè',
      issuer: { scope: 'province', province: 'Cà Mau' },
    }),
  },
];

function opened(profile: 'all' | 'ward' = 'all') {
  const catalogue = openCatalogue(writeCatalogue({ procedures }), { profile });
  onTestFinished(() => catalogue.close());
  return catalogue;
}
const firstPage = { offset: 0, limit: 40 };

describe('the groups to browse by', () => {
  it('are places, nearest first and the unknown last, with what the profile holds', () => {
    expect(opened().agencies()).toEqual([
      { agency: 'here', procedureCount: 4 },
      { agency: 'police', procedureCount: 1 },
      { agency: 'unknown', procedureCount: 1 },
    ]);
    expect(
      opened('ward')
        .agencies()
        .map(({ agency }) => agency),
    ).toEqual(['here', 'police']);
  });

  it('are letters in Vietnamese order: Â and Đ are letters, tones are not', () => {
    expect(opened().letters()).toEqual([
      { letter: 'Â', procedureCount: 1 },
      { letter: 'D', procedureCount: 1 },
      { letter: 'Đ', procedureCount: 3 },
      { letter: 'U', procedureCount: 1 },
    ]);
  });

  it('are fields of any selection, the chosen field put aside', () => {
    const fields = opened().fields({ kind: 'agency', agency: 'here' }, { field: 'Hộ tịch' });
    expect(fields).toEqual([
      { field: 'Hộ tịch', procedureCount: 2 },
      { field: 'Khác', procedureCount: 1 },
      { field: 'Trợ cấp', procedureCount: 1 },
    ]);
    expect(
      opened()
        .fields({ kind: 'all' }, { choice: true })
        .map(({ field }) => field),
    ).toEqual(['Trợ cấp']);
  });
});

describe('a list', () => {
  it('of a letter is alphabetical, other provinces after the nation', () => {
    const { rows } = opened().rows({ kind: 'letter', letter: 'Đ' }, firstPage);
    expect(rows.map(({ shortTitle }) => shortTitle)).toEqual(['Đăng ký đò', 'Đăng ký khai sinh', 'Đăng ký bè']);
  });

  it('of a place holds what is handed in there', () => {
    const { rows } = opened().rows({ kind: 'agency', agency: 'police' }, firstPage);
    expect(rows.map(({ code }) => code)).toEqual(['1.000002']);
  });

  it.each([
    [{ online: true }, ['1.000001']],
    [{ free: true }, ['1.000005']],
    [{ choice: true }, ['1.000003']],
    [{ level: 'ministry' }, ['1.000002']],
    [{ field: 'Trợ cấp' }, ['1.000003']],
    [{ online: true, choice: true }, []],
  ] as const)('filtered by %j holds those alone', (filters, codes) => {
    const { rows, total } = opened().rows({ kind: 'all' }, { ...firstPage, filters });
    expect(rows.map(({ code }) => code)).toEqual(codes);
    expect(total).toBe(codes.length);
  });

  it('tells beforehand what each further filter leaves, for every selection and every filter in force', () => {
    const catalogue = opened();
    const selections: ListSelection[] = [
      { kind: 'all' },
      { kind: 'elsewhere' },
      { kind: 'tile', number: 2 },
      { kind: 'field', field: 'Hộ tịch' },
      { kind: 'agency', agency: 'here' },
      { kind: 'letter', letter: 'Đ' },
    ];
    const yes = fc.constant(true as const);
    const filtersOf = fc.record(
      {
        level: fc.constantFrom(...levels),
        field: fc.constantFrom('Hộ tịch', 'Khác', 'Trợ cấp'),
        online: yes,
        free: yes,
        choice: yes,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...selections), filtersOf, (of, filters: ListFilters) => {
        const totalWith = (more: ListFilters) =>
          catalogue.rows(of, { ...firstPage, filters: { ...filters, ...more } }).total;
        const { total, counts, rows } = catalogue.rows(of, { ...firstPage, filters });
        expect(rows).toHaveLength(total);
        expect(counts.unfiltered).toBe(catalogue.rows(of, firstPage).total);
        for (const name of ['online', 'free', 'choice'] as const) {
          expect(counts[name]).toBe(totalWith({ [name]: true }));
        }
        for (const level of levels) expect(counts.levels[level]).toBe(totalWith({ level }));
        const fields = catalogue.fields(of, filters);
        expect(counts.fields).toBe(fields.length);
        for (const { field, procedureCount } of fields) expect(totalWith({ field })).toBe(procedureCount);
      }),
    );
  });

  it('is asked for in the words of the contract', () => {
    const { params } = methods['catalogue.list'];
    const asks = (of: unknown, filters?: unknown) => params.safeParse({ of, filters, ...firstPage }).success;
    for (const letter of indexLetters) expect(asks({ kind: 'letter', letter })).toBe(true);
    expect(asks({ kind: 'letter', letter: 'Ạ' })).toBe(false);
    expect(asks({ kind: 'agency', agency: 'nowhere' })).toBe(false);
    expect(asks({ kind: 'all' }, { free: false })).toBe(false);
    expect(asks({ kind: 'all' }, { colour: 'red' })).toBe(false);
  });
});

describe('free of charge', () => {
  const paid = fee({ kind: 'amount', amountVnd: 8000, text: '' });

  it.each([
    ['every rate says so', [fee(), fee()], true],
    ['no rate is published', [], false],
    ['a rate is not stated', [fee({ kind: 'unstated', text: '' })], false],
    ['another rate costs something', [fee(), paid], false],
    ['only some are exempted', [fee({ exemption: true })], false],
    ['it ends', [fee({ validUntil: '2026-12-31' })], false],
  ])('where %s', (_what, fees, expected) => {
    expect(isFree({ submissionMethods: [way('direct', ...fees)] })).toBe(expected);
  });

  it('is decided at the counter, where there is one', () => {
    expect(isFree({ submissionMethods: [way('direct', fee()), way('online', paid)] })).toBe(true);
    expect(isFree({ submissionMethods: [way('direct', paid), way('online', fee())] })).toBe(false);
    expect(isFree({ submissionMethods: [way('postal', fee()), way('online', fee())] })).toBe(true);
  });
});
