import { describe, expect, it } from 'vitest';
import { procedureSchema } from '../../../main/contract/procedure.ts';
import { type HandWrittenEntry, handWrittenEntrySchema } from '../../../main/core/catalogue/hand-written-entry.ts';
import { importNationalRecord } from '../../../main/core/catalogue/import/import-national-record.ts';
import { mergeProcedure } from '../../../main/core/catalogue/import/merge-procedure.ts';
import { headings } from '../../../main/core/catalogue/import/national-record.ts';
import { type Overlay, type OverlayProcedure, overlaySchema } from '../../../main/core/catalogue/import/overlay.ts';
import { nationalRecord } from './national-record.fixture.ts';
import { projectRules as rules } from './project-rules.ts';

function national(changes: Record<string, unknown> = {}) {
  const outcome = importNationalRecord(nationalRecord(changes), rules);
  if (outcome.kind === 'refused') throw new Error(outcome.detail);
  return outcome;
}

const entryAgainst = (factsSha256: string | null): HandWrittenEntry =>
  handWrittenEntrySchema.parse({
    code: '1.234567',
    decisionNumber: null,
    name: 'Thủ tục đăng ký việc mẫu',
    shortTitle: 'Việc mẫu',
    summary: 'Làm việc mẫu.',
    english: { shortTitle: 'Sample', summary: 'A sample.' },
    aliases: ['việc mẫu'],
    level: 'commune',
    field: 'Hộ tịch',
    servedAt: 'police',
    audience: ['citizen'],
    applicants: [],
    steps: [{ title: null, text: 'Đến quầy.' }],
    submissionMethods: [
      {
        channel: 'direct',
        processingTime: { amount: 3, unit: 'working-day', note: null },
        fees: [{ kind: 'council', text: 'Theo mức của HĐND' }],
      },
    ],
    documentGroups: [
      {
        kind: 'part',
        title: null,
        documents: [{ name: 'Tờ khai', originals: 1, copies: 0, need: { kind: 'always' }, hint: 'Có sẵn ở quầy' }],
      },
    ],
    results: ['Giấy mẫu'],
    legalBases: [{ title: 'Luật mẫu', number: null }],
    conditions: null,
    onlineService: 'none',
    citizenDeadline: { days: 15, text: 'từ ngày có việc' },
    commonMistakes: ['Quên ký'],
    source: { factsSha256, factsDate: '2026-07-01', reviewedDate: '2026-01-02', reviewedByRole: 'editor' },
  });

const overlay = (sheet: OverlayProcedure, province: string | null = null): Overlay =>
  overlaySchema.parse({ office: 'Phường Mẫu', province, updatedDate: '2026-01-02', procedures: { '1.234567': sheet } });

const council = {
  [headings.methods]:
    '* Hình thức nộp: DIRECT\n Thời hạn giải quyết: 3 ngày\n Phí, lệ phí: 0 VNĐ (Do Hội đồng nhân dân tỉnh quyết định. Miễn lệ phí cho hộ nghèo.)\n* Hình thức nộp: ONLINE\n Phí, lệ phí: 5000 VNĐ ()',
};

describe('mergeProcedure', () => {
  it('lays a fresh entry over the national record', () => {
    const record = national();
    const merged = mergeProcedure({ national: record, entry: entryAgainst(record.factsSha256), overlay: null, rules });
    expect(procedureSchema.parse(merged)).toMatchObject({
      shortTitle: 'Việc mẫu',
      summary: 'Làm việc mẫu.',
      servedAt: 'police',
      servedAtOrigin: 'hand-written',
      decisionNumber: '163/QĐ-BTP',
      hasOfficialText: true,
      handWritten: { stale: false },
      documentGroups: [{ id: 'g1', documents: [{ hint: 'Có sẵn ở quầy' }] }],
    });
  });

  it('takes the rule of the same day from the record, unless the entry says something of it', () => {
    const record = national();
    const published = { ...record, procedure: { ...record.procedure, sameDayUntil: '15:00' } };
    const entry = entryAgainst(record.factsSha256);
    const merged = ([undefined, null, '10:00'] as const).map((sameDayUntil) => {
      const said = sameDayUntil === undefined ? entry : { ...entry, sameDayUntil };
      return mergeProcedure({ national: published, entry: said, overlay: null, rules }).sameDayUntil;
    });
    expect(merged).toEqual(['15:00', null, '10:00']);
  });

  it('hides advice written against other facts and shows the official ones', () => {
    const record = national();
    const merged = mergeProcedure({ national: record, entry: entryAgainst('0'.repeat(64)), overlay: null, rules });
    expect(procedureSchema.parse(merged)).toMatchObject({
      shortTitle: 'Việc mẫu',
      summary: null,
      commonMistakes: [],
      citizenDeadline: null,
      aliases: ['việc mẫu'],
      english: { shortTitle: 'Sample', summary: '' },
      handWritten: { stale: true },
      steps: record.procedure.steps,
      documentGroups: record.procedure.documentGroups,
    });
  });

  it('makes an entry whole by itself', () => {
    const merged = mergeProcedure({ national: null, entry: entryAgainst(null), overlay: null, rules });
    expect(procedureSchema.parse(merged)).toMatchObject({
      hasOfficialText: false,
      issuer: { scope: 'national' },
      citizenDeadline: { days: 15 },
    });
  });
});

describe('the office’s sheet', () => {
  it('gives the council’s fee with its decision, keeps exemptions and national amounts', () => {
    const sheet = overlay({
      localFee: { text: '8.000 đồng một việc', amountVnd: 8_000, decision: 'NQ 08/2025/NQ-HĐND' },
    });
    const [direct, online] = mergeProcedure({
      national: national(council),
      entry: null,
      overlay: sheet,
      rules,
    }).submissionMethods;
    expect(direct?.fees).toMatchObject([
      { kind: 'amount', amountVnd: 8_000, origin: 'office', legalBasis: 'NQ 08/2025/NQ-HĐND' },
      { exemption: true, text: 'Miễn lệ phí cho hộ nghèo.', origin: 'national' },
    ]);
    expect(online?.fees).toMatchObject([{ kind: 'amount', amountVnd: 5_000, origin: 'national' }]);
  });

  it('overrules the place, adds words and notes, and tells full from partial online service', () => {
    const sheet = overlay({ servedAt: 'tax', counter: 'Quầy 3', aliases: ['giấy mẫu'], onlineService: 'full' });
    expect(mergeProcedure({ national: national(council), entry: null, overlay: sheet, rules })).toMatchObject({
      servedAt: 'tax',
      servedAtOrigin: 'overlay',
      tile: null,
      aliases: ['giấy mẫu'],
      onlineService: 'full',
      office: { counter: 'Quầy 3', note: null },
    });
  });

  it('leaves a home tile only to the own province’s rules', () => {
    const record = national({
      [headings.decision]: '1/QĐ-UBND',
      [headings.receivingAddress]: 'Ủy ban nhân dân cấp xã tỉnh Gia Lai',
      [headings.name]: 'Đăng ký kết hôn',
    });
    const tileFor = (province: string | null) =>
      mergeProcedure({ national: record, entry: null, overlay: overlay({}, province), rules }).tile;
    expect([tileFor('Gia Lai'), tileFor('Huế'), tileFor(null)]).toEqual([3, null, null]);
  });

  it('refuses words it does not know', () => {
    expect(
      overlaySchema.safeParse({
        office: 'A',
        province: null,
        updatedDate: '2026-01-02',
        procedures: { '1.234567': { conter: 'x' } },
      }).success,
    ).toBe(false);
  });
});
