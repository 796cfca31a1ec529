import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dossierCodeSchema, readDossierCode } from '../../../main/contract/dossier-code.ts';

const codes = [
  '000.00.01.H29-240115-0001',
  '38.98.H29-210519-00031',
  'G22.99.94-211214-0009',
  'T.MX.YYY.ZZ-260125-0007',
  'H29.001.02-260126-AA0001',
  'MX1X2.Y1Y2Y3.Z1Z2-260126-AA1234',
  '000.00.01.H29-240229-0001',
];

describe('a dossier code', () => {
  it.each([...codes, '000.00.01.h29-240115-0001'])('is %s, kept as it is', (code) => {
    expect(dossierCodeSchema.parse(code)).toBe(code);
  });

  it.each([
    '',
    '000.00.01.H29-241315-0001',
    '000.00.01.H29-230229-0001',
    '000.00.01.H29-240100-0001',
    'H29-240115-0001',
    '000.00.01.Н29-240115-0001',
    'ſ00.00.01.H29-240115-0001',
    '000.00.01.\u212A29-240115-0001',
    '000.00.01.H29-２40115-0001',
    '000..01.H29-240115-0001',
    '000.00.01.H29-240115-001',
    '000.00.01.H29-240115-AAAA',
    '000.00.01.H29-240115-0001\n',
    ' 000.00.01.H29-240115-0001',
    '000.00.01.H29–240115–0001',
    'A.B.C.D.E.F.G-240115-0001',
    '1.001193',
    `${'ABCDEF.'.repeat(5)}ABCDEF-240115-0001`,
  ])('is not %j', (text) => {
    expect(dossierCodeSchema.safeParse(text).success).toBe(false);
  });
});

describe('a dossier code as people type it', () => {
  it.each([
    ['000.00.01.H29-240115-0001', '000.00.01.H29-240115-0001'],
    ['  000.00.01.h29-240115-0001 ', '000.00.01.H29-240115-0001'],
    ['000.00.01.h29 – 240115 — 0001', '000.00.01.H29-240115-0001'],
    ['000.00.01.H29 240115 0001', '000.00.01.H29-240115-0001'],
    ['000 00 01 H29 240115 0001', '000.00.01.H29-240115-0001'],
    ['38.98.h29.210519.00031', '38.98.H29-210519-00031'],
    ['38-98-H29-210519-00031', '38.98.H29-210519-00031'],
    ['38.98.H29-2105 19-00031', '38.98.H29-210519-00031'],
    ['38. 98. H29 -210519- 00 031', '38.98.H29-210519-00031'],
    ['h29.001.02-260126-aa0001', 'H29.001.02-260126-AA0001'],
  ])('%j is read as %s', (typed, code) => {
    expect(readDossierCode(typed)).toEqual({ code });
  });

  it.each([
    ['', 'empty', 0],
    ['   ', 'empty', 3],
    ['000.00', 'too-short', 6],
    ['000.00.', 'too-short', 7],
    ['000.00.01.H29-', 'too-short', 14],
    ['000.00.01.H29-2401', 'too-short', 18],
    ['000.00.01.H29-240115', 'too-short', 20],
    ['000.00.01.H29-240115-', 'too-short', 21],
    ['000.00.01.H29-240115-00', 'too-short', 23],
    ['000.00.01.H29-240115-A', 'too-short', 22],
    ['000.00.01.Н29-240115-0001', 'strange-letter', 10],
    ['000.00.01_H29', 'strange-letter', 9],
    ['000.00.01.Đ29', 'strange-letter', 10],
    ['<b>', 'strange-letter', 0],
    ['0000001H29', 'wrong-groups', 6],
    ['000..01', 'wrong-groups', 4],
    ['.000', 'wrong-groups', 0],
    ['000.-240115', 'wrong-groups', 4],
    ['H29-240115-0001', 'wrong-groups', 3],
    ['A.B.C.D.E.F.G', 'wrong-groups', 12],
    ['000.00.01.H29-24O115-0001', 'no-date', 16],
    ['000.00.01.H29-24-0001', 'no-date', 16],
    ['000.00.01.H29-2401155', 'no-date', 20],
    ['000.00.01.H29-241315-0001', 'impossible-date', 14],
    ['  000.00.01.H29-240230', 'impossible-date', 16],
    ['000.00.01.H29-240115-ABCDE', 'no-serial', 25],
    ['000.00.01.H29-240115-000A', 'too-short', 25],
    ['000.00.01.H29-240115-0001A', 'no-serial', 25],
    ['000.00.01.H29-240115-0.01', 'no-serial', 22],
    ['000.00.01.H29-240115-0001-', 'too-long', 25],
    ['000.00.01.H29-240115-00000000001', 'too-long', 31],
  ] as const)('%j: %s at %i', (typed, mistake, at) => {
    expect(readDossierCode(typed)).toEqual({ mistake, at });
  });

  it('is looked at no further than a code is long', () => {
    expect(readDossierCode('9'.repeat(1_000_000))).toEqual({ mistake: 'wrong-groups', at: 6 });
    expect(readDossierCode(' '.repeat(1_000_000))).toEqual({ mistake: 'empty', at: 1_000_000 });
  });

  it('takes nothing that can mean two codes', () => {
    expect(readDossierCode('1.2 3.H29-210519-0001')).toEqual({ mistake: 'strange-letter', at: 3 });
  });

  it('is never called wrong while it is being typed', () => {
    for (const code of codes) {
      for (let length = 1; length < code.length; length += 1) {
        const answer = readDossierCode(code.slice(0, length));
        expect('code' in answer || answer.mistake === 'too-short', code.slice(0, length)).toBe(true);
      }
    }
  });

  it('gives a code, or a mistake at a place in the text, whatever is typed', () => {
    const signs = fc.string({
      unit: fc.constantFrom('0', '1', '2', '9', 'A', 'h', '.', '-', ' ', '–', 'ễ', '\u0301', '😀'),
    });
    fc.assert(
      fc.property(fc.oneof(signs, fc.string()), (typed) => {
        const answer = readDossierCode(typed);
        if ('code' in answer) {
          expect(dossierCodeSchema.parse(answer.code)).toBe(answer.code);
        } else {
          expect(answer.at).toBeGreaterThanOrEqual(0);
          expect(answer.at).toBeLessThanOrEqual(typed.length);
        }
      }),
    );
  });
});
