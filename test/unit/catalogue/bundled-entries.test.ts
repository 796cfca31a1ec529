import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { lifeEventSchema } from '../../../main/contract/life-event.ts';
import type { Fee, Procedure } from '../../../main/contract/procedure.ts';
import { type HandWrittenEntry, handWrittenEntrySchema } from '../../../main/core/catalogue/hand-written-entry.ts';
import { factsSha256 } from '../../../main/core/catalogue/import/facts-sha256.ts';
import { importNationalRecord } from '../../../main/core/catalogue/import/import-national-record.ts';
import { loadImportRules } from '../../../main/core/catalogue/import/load-import-rules.ts';
import { readNationalRecord } from '../../../main/core/catalogue/import/national-record.ts';

const exportPath = '../shared/data/national-catalogue-2026-07.jsonl.gz';

/** The twenty that had to be written first. */
const firstTwenty =
  '2.000815 2.000884 1.001193 2.000635 1.000894 1.004873 1.000656 1.004222 1.004194 1.014063 1.014064 1.014027 1.001776 1.001699 1.001731 1.013978 1.013225 1.001612 1.001939 1.010041'.split(
    ' ',
  );

const files = readdirSync('data/catalogue');
const entries = files.map(
  (file): HandWrittenEntry => handWrittenEntrySchema.parse(JSON.parse(readFileSync(`data/catalogue/${file}`, 'utf8'))),
);
const byCode = new Map(entries.map((entry) => [entry.code, entry]));

/** Everything a citizen reads of an entry that we worded ourselves. */
function ownWords(entry: HandWrittenEntry): string {
  const { name: _name, applicants: _applicants, aliases: _aliases, legalBases: _bases, ...own } = entry;
  return JSON.stringify(own);
}

/** Channel, number and unit of every time that is sure. */
const times = (methods: HandWrittenEntry['submissionMethods'] | Procedure['submissionMethods']): string[] =>
  methods
    .filter(({ processingTime }) => processingTime.amount !== null)
    .map(({ channel, processingTime }) => `${channel} ${processingTime.amount} ${processingTime.unit}`);

/** Amounts of money that are sure. */
const sure = (fees: readonly Pick<Fee, 'kind' | 'amountVnd'>[]): number[] =>
  fees.flatMap((fee) => (fee.kind === 'amount' && fee.amountVnd !== null && fee.amountVnd > 0 ? [fee.amountVnd] : []));

describe('the hand-written procedures', () => {
  it('are there, the twenty first ones at least, each in the file of its code', () => {
    expect(files.toSorted()).toEqual(entries.map((entry) => `${entry.code}.json`).toSorted());
    expect(firstTwenty.filter((code) => !byCode.has(code))).toEqual([]);
  });

  it.each(entries.map((entry) => [entry.code, entry] as const))(
    '%s is composed (NFC) and names no alias twice',
    (_code, entry) => {
      expect(JSON.stringify(entry)).toBe(JSON.stringify(entry).normalize('NFC'));
      expect(new Set(entry.aliases).size).toBe(entry.aliases.length);
    },
  );

  it.each(entries.map((entry) => [entry.code, entry] as const))(
    '%s speaks to citizens as a friendly clerk does',
    (_code, entry) => {
      expect(ownWords(entry)).not.toMatch(
        /(?<!\p{L})(bạn|thao tác|TTHC|sổ hộ khẩu|công an huyện|cấp huyện|BHXH huyện)(?!\p{L})/iu,
      );
    },
  );

  it('are all that the life events lead to', () => {
    const events = readdirSync('data/life-events').map((file) =>
      lifeEventSchema.parse(JSON.parse(readFileSync(`data/life-events/${file}`, 'utf8'))),
    );
    expect(events).toHaveLength(5);
    const codes = events.flatMap((event) =>
      event.stages.flatMap((stage) => stage.choices.map((choice) => choice.code)),
    );
    expect(codes.filter((code) => !byCode.has(code))).toEqual([]);
  });
});

describe.skipIf(!existsSync(exportPath))(
  'the hand-written procedures beside the national export (skipped where ../shared is missing)',
  () => {
    const national = new Map<string, { procedure: Procedure; hash: string; text: string }>();

    beforeAll(() => {
      const rules = loadImportRules('data');
      for (const line of gunzipSync(readFileSync(exportPath)).toString('utf8').split('\n')) {
        const code = /"Mã thủ tục": "([^"]+)"/.exec(line)?.[1];
        if (code === undefined || !byCode.has(code)) {
          continue;
        }
        const raw: unknown = JSON.parse(line);
        const outcome = importNationalRecord(raw, rules);
        const read = readNationalRecord(raw);
        if (outcome.kind === 'imported' && read.kind === 'read') {
          national.set(code, {
            procedure: outcome.procedure,
            hash: factsSha256(read.record),
            text: line.normalize('NFC'),
          });
        }
      }
    });

    const cases = entries.map((entry) => [entry.code, entry] as const);

    it.each(cases)('%s has the published name, level, field and decision', (code, entry) => {
      const { name, level, field, decisionNumber } = national.get(code)?.procedure ?? {};
      expect({
        name: entry.name,
        level: entry.level,
        field: entry.field,
        decisionNumber: entry.decisionNumber,
      }).toEqual({
        name,
        level,
        field,
        decisionNumber,
      });
    });

    it.each(cases)('%s has the published days of every channel that gives a number with a unit', (code, entry) => {
      expect(new Set(times(entry.submissionMethods))).toEqual(
        new Set(times(national.get(code)?.procedure.submissionMethods ?? [])),
      );
    });

    it.each(cases)('%s names no amount that is not published, and leaves out none', (code, entry) => {
      const published = national.get(code);
      const ours = sure(entry.submissionMethods.flatMap((method) => method.fees));
      const theirs = sure(published?.procedure.submissionMethods.flatMap((method) => method.fees) ?? []);
      const said = ownWords(entry);
      expect(ours.filter((amount) => !published?.text.includes(`${amount} VNĐ`))).toEqual([]);
      expect(
        theirs.filter((amount) => !ours.includes(amount) && !said.includes(amount.toLocaleString('vi-VN'))),
      ).toEqual([]);
    });

    it.each(cases)('%s was written against the facts as they are published now', (code, entry) => {
      expect(entry.source.factsSha256).toBe(national.get(code)?.hash);
    });
  },
);
