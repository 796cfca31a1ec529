/** Each thing lint looks for is found where it is, and nothing is found where nothing is wrong. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OfficialText, Procedure } from '../../../main/contract/procedure.ts';
import type { Overlay } from '../../../main/core/catalogue/import/overlay.ts';
import { lintReport } from '../../../main/core/catalogue/lint/lint-report.ts';
import { lintRows } from '../../../main/core/catalogue/lint/lint-rows.ts';
import { readRepealedPapers } from '../../../main/core/catalogue/lint/repealed-papers.ts';
import { sortedRows } from '../../../main/core/catalogue/rows/catalogue-rows.ts';
import { makeProcedure } from '../../fakes/make-procedure.ts';
import { projectFolder } from './build-fixtures.ts';

const repealed = readRepealedPapers(join(projectFolder, 'data/rules/repealed-papers.json'));
const now = Date.UTC(2026, 10, 24, 3);

const fee = {
  kind: 'amount',
  amountVnd: 8000,
  text: '',
  exemption: false,
  validUntil: null,
  legalBasis: null,
  origin: 'national',
} as const;
const paper = {
  name: 'Tờ khai',
  originals: 1,
  copies: 0,
  need: { kind: 'always' },
  formNumber: null,
  hint: null,
} as const;
const handWritten = {
  factsSha256: null,
  factsDate: '2026-07-01',
  reviewedDate: '2026-07-02',
  reviewedByRole: 'editor',
  stale: false,
};

/** Nothing is wrong with it. */
const whole = makeProcedure({
  code: '1.000001',
  decisionNumber: '1/QĐ-BTP',
  steps: [{ title: null, text: 'Nộp' }],
  submissionMethods: [
    { channel: 'direct', processingTime: { amount: 3, unit: 'working-day', note: null }, fees: [fee], note: null },
  ],
  documentGroups: [{ id: 'g1', kind: 'part', title: null, documents: [paper], notes: [] }],
  applicants: ['Công dân Việt Nam'],
  agencies: {
    performing: 'Ủy ban nhân dân cấp xã',
    competent: null,
    authorised: null,
    coordinating: null,
    receivingAddress: null,
  },
  results: ['Giấy'],
  legalBases: [{ title: 'Luật Hộ tịch', number: '60/2014/QH13' }],
  conditions: 'Có',
});

function found(
  procedures: readonly Procedure[],
  { others = {}, overlay = null }: { others?: Readonly<Record<string, unknown>>; overlay?: Overlay | null } = {},
): string[] {
  const rows = sortedRows([
    ...procedures.map((one) => [`procedure/${one.code}`, JSON.stringify(one)] as const),
    ...Object.entries(others).map(([key, value]) => [key, JSON.stringify(value)] as const),
  ]);
  const findings = lintRows(rows, { nowMs: now, today: '2026-11-24', repealed, overlay });
  return findings.map(({ rule, code, detail }) => `${rule} ${code ?? '-'} ${detail}`);
}

const method = (changes: Partial<Procedure['submissionMethods'][number]>): Partial<Procedure> => ({
  submissionMethods: whole.submissionMethods.map((one) => ({ ...one, ...changes })),
});

const published = (methods: string): Readonly<Record<string, OfficialText>> => ({
  'official/1.000001': {
    code: '1.000001',
    decisionNumber: null,
    sections: [{ heading: 'Cách thức thực hiện', text: methods }],
  },
});

describe('lintRows', () => {
  it('finds nothing in a procedure that has all its parts', () => {
    expect(found([whole])).toEqual([]);
  });

  it('finds each part that the published list must have and has not', () => {
    const bare = found([makeProcedure({ code: '1.000009' })]).map((line) => line.split(' ')[0]);
    expect(bare).toEqual([
      'missing-decision',
      'missing-steps',
      'missing-methods',
      'missing-documents',
      'missing-time',
      'missing-applicants',
      'missing-agency',
      'missing-results',
      'missing-legal-bases',
      'missing-fees',
      'missing-conditions',
    ]);
  });

  it.each<[string, Partial<Procedure>, RegExp]>([
    ['a fee that has expired', method({ fees: [{ ...fee, validUntil: '2026-06-30' }] }), /^fee-expired .*2026-06-30/u],
    ['a fee beyond all others', method({ fees: [{ ...fee, amountVnd: 80_000_000 }] }), /^fee-too-high .*80000000/u],
    [
      'a time of over a year',
      method({ processingTime: { amount: 13, unit: 'month', note: null } }),
      /^time-too-long .*13 month/u,
    ],
    [
      'a repealed law',
      { legalBases: [{ title: 'Luật BHXH', number: '58/2014/QH13' }] },
      /^repealed-paper .*41\/2024\/QH15/u,
    ],
    ['a repealed decree named in words', { conditions: 'theo Nghị định số 61/2018/NĐ-CP' }, /^repealed-paper /u],
    [
      'a dead form',
      {
        documentGroups: [
          { id: 'g1', kind: 'part', title: null, documents: [{ ...paper, formNumber: 'HK02' }], notes: [] },
        ],
      },
      /^dead-form .*HK02/u,
    ],
    [
      'a form without its number',
      {
        documentGroups: [
          { id: 'g1', kind: 'part', title: null, documents: [{ ...paper, name: 'Đơn theo mẫu' }], notes: [] },
        ],
      },
      /^form-without-number .*Đơn theo mẫu/u,
    ],
    [
      'words for the district',
      { staleWords: [{ word: 'cấp huyện', meaning: 'Không còn' }] },
      /^stale-word .*cấp huyện/u,
    ],
    ['a stale entry', { handWritten: { ...handWritten, stale: true } }, /^entry-stale /u],
    ['an entry without its source', { handWritten, hasOfficialText: true }, /^entry-unverified /u],
  ])('finds %s', (_what, changes, line) => {
    const lines = found([{ ...whole, ...changes }]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
  });

  it('does not take a longer number for a repealed one', () => {
    expect(found([{ ...whole, conditions: 'theo 161/2018/NĐ-CP' }])).toEqual([]);
  });

  it.each([
    ['20 VNĐ (20.000 đồng/tờ)', '3 WORKING_DAY', 'fee-too-small'],
    ['5000 VNĐ (7.000 đồng)', '3 WORKING_DAY', 'fee-contradicts-text'],
    ['0 VNĐ () | 9000 VNĐ (9.000 đồng)', '3 WORKING_DAY', 'fee-zero-beside-amount'],
    ['8000 VNĐ ()', '0 WORKING_DAY', 'time-zero'],
    ['8000 VNĐ ()', '2 OTHER', 'time-without-unit'],
  ])('finds in the published words %s, %s: %s', (rate, time, rule) => {
    const text = `* Hình thức nộp: DIRECT\nThời hạn giải quyết: ${time}\nPhí, lệ phí: ${rate}`;
    const lines = found([{ ...whole, hasOfficialText: true }], {
      others: published(`${text}\n${text.replace('DIRECT', 'POSTAL')}`),
    });
    expect(lines.map((line) => line.split(' ')[0])).toEqual([rule]);
  });

  it('finds one name twice, of one issuer alone', () => {
    const twin = { ...whole, code: '1.000002', name: `THỦ TỤC: ${whole.code}` };
    const local = { ...whole, code: '1.000003', issuer: { scope: 'province' as const, province: 'Huế' } };
    expect(found([whole, twin, local])).toEqual([`duplicate-name 1.000001 1.000001, 1.000002: ${whole.name}`]);
  });

  it('finds codes that a sheet or a life event names in vain, and notices that are over', () => {
    const notice = {
      id: 'cu',
      kind: 'warning' as const,
      text: { vi: 'Tạm dừng', en: null },
      fromMs: 0,
      untilMs: now,
      procedureCodes: [],
    };
    const overlay: Overlay = {
      office: 'P',
      province: null,
      updatedDate: '2026-07-01',
      procedures: { '1.000001': {}, '1.000404': {} },
      notices: [{ ...notice, id: 'cua-phuong' }],
    };
    const words = { vi: 'x', en: 'x' };
    const stages = [{ title: words, deadline: null, optional: false, choices: [{ code: '1.000405', when: null }] }];
    const event = { id: 'viec', title: words, intro: words, tile: 1, stages };
    const others = {
      'notice/cu': notice,
      'notice/moi': { ...notice, id: 'moi', untilMs: now + 1 },
      'life-event/viec': event,
    };
    expect(found([whole], { others, overlay })).toEqual([
      'overlay-code-missing 1.000404 named by the sheet',
      'life-event-code-missing 1.000405 named by viec',
      'notice-expired - cua-phuong: Tạm dừng',
      'notice-expired - cu: Tạm dừng',
    ]);
  });
});

const finding = (rule: 'entry-stale' | 'stale-word' | 'missing-fees') => ({ rule, code: '1.000001', detail: '' });

describe('lintReport', () => {
  it('puts errors first and counts by severity', () => {
    const report = lintReport(
      [finding('missing-fees'), finding('stale-word'), finding('stale-word'), finding('entry-stale')],
      9,
    );
    expect(report.counts).toEqual({ error: 1, warning: 2, notice: 1 });
    expect(report.groups.map(({ rule, count, procedures }) => [rule, count, procedures])).toEqual([
      ['entry-stale', 1, 1],
      ['stale-word', 2, 1],
      ['missing-fees', 1, 1],
    ]);
  });
});
