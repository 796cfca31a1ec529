/** What a catalogue answers, and in which order. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CatalogueProfile } from '../../../main/contract/kiosk.ts';
import { methods } from '../../../main/contract/methods.ts';
import { procedureRowSchema, procedureSchema } from '../../../main/contract/procedure.ts';
import type { Catalogue } from '../../../main/core/catalogue/catalogue.ts';
import { openCatalogue } from '../../../main/core/catalogue/open-catalogue.ts';
import { makeProcedure } from '../../fakes/make-procedure.ts';
import { type WrittenCatalogue, writeCatalogue } from './write-catalogue.ts';

function open(written: WrittenCatalogue, profile?: CatalogueProfile): Catalogue {
  const catalogue = openCatalogue(writeCatalogue(written), profile === undefined ? {} : { profile });
  onTestFinished(() => catalogue.close());
  return catalogue;
}

const here = (code: string, shortTitle: string) => makeProcedure({ code, shortTitle });

const firstPage = { offset: 0, limit: 50 };

describe('the rows of a catalogue', () => {
  it('are read pinned first, then asked for most, then done here, then national, then in Vietnamese alphabetical order', () => {
    const catalogue = open({
      procedures: [
        { procedure: makeProcedure({ code: '1.000001', shortTitle: 'A ở tỉnh', servedAt: 'province' }) },
        {
          procedure: makeProcedure({
            code: '1.000002',
            shortTitle: 'A của Lào Cai',
            issuer: { scope: 'province', province: 'Lào Cai' },
          }),
        },
        { procedure: here('1.000003', 'Đăng ký') },
        { procedure: here('1.000004', 'Dạy học') },
        { procedure: here('1.000005', 'Ăn uống') },
        { procedure: here('1.000006', 'Anh em') },
        { procedure: here('1.000007', 'Ông bà') },
        { procedure: makeProcedure({ code: '1.000008', shortTitle: 'Ý kiến', servedAt: 'other' }), pinned: true },
        { procedure: makeProcedure({ code: '1.000009', shortTitle: 'Sao y', servedAt: 'police', aliases: ['photo'] }) },
      ],
    });
    const { rows, total } = catalogue.rows({ kind: 'all' }, firstPage);
    expect(total).toBe(9);
    expect(rows.map(({ shortTitle }) => shortTitle)).toEqual([
      'Ý kiến',
      'Sao y',
      'Anh em',
      'Ăn uống',
      'Dạy học',
      'Đăng ký',
      'Ông bà',
      'A của Lào Cai',
      'A ở tỉnh',
    ]);
  });

  it('come by tile, by field, without a tile, and in pages', () => {
    const catalogue = open({
      procedures: [
        { procedure: makeProcedure({ code: '1.000001', tile: 2 }) },
        { procedure: makeProcedure({ code: '1.000002', tile: 2, field: 'Chứng thực' }) },
        { procedure: makeProcedure({ code: '1.000003', field: 'Chứng thực' }) },
      ],
    });
    const codes = (of: Parameters<Catalogue['rows']>[0], page = firstPage) =>
      catalogue.rows(of, page).rows.map(({ code }) => code);
    expect(codes({ kind: 'tile', number: 2 })).toEqual(['1.000001', '1.000002']);
    expect(codes({ kind: 'field', field: 'Chứng thực' })).toEqual(['1.000002', '1.000003']);
    expect(codes({ kind: 'elsewhere' })).toEqual(['1.000003']);
    expect(codes({ kind: 'all' }, { offset: 1, limit: 1 })).toEqual(['1.000002']);
    expect(catalogue.rows({ kind: 'all' }, { offset: 1, limit: 1 }).total).toBe(3);
    expect(catalogue.rows({ kind: 'field', field: "' OR 1=1 --" }, firstPage)).toMatchObject({ rows: [], total: 0 });
    expect(catalogue.tiles()).toEqual([
      { number: 2, title: { vi: 'Khai sinh', en: 'Birth' }, icon: 'baby', procedureCount: 2 },
    ]);
    expect(catalogue.fields()).toEqual([
      { field: 'Chứng thực', procedureCount: 2 },
      { field: 'Hộ tịch', procedureCount: 1 },
    ]);
  });

  it('are found by code in the order asked for, with a gap for what is not there', () => {
    const catalogue = open({
      procedures: [
        { procedure: makeProcedure({ code: '1.000001' }) },
        { procedure: makeProcedure({ code: '1.000002' }) },
      ],
    });
    const rows = catalogue.rowsByCodes(['1.000002', '9.999999', '1.000001']);
    expect(rows.map((row) => row?.code ?? null)).toEqual(['1.000002', null, '1.000001']);
    expect(procedureRowSchema.safeParse(rows[0]).success).toBe(true);
  });
});

describe('a narrower profile', () => {
  const written: WrittenCatalogue = {
    procedures: [
      { procedure: makeProcedure({ code: '1.000001', tile: 2 }) },
      { procedure: makeProcedure({ code: '1.000002', tile: 2 }), inWard: false },
      { procedure: makeProcedure({ code: '1.000003', field: 'Hải quan' }), inWard: false, inXa: false },
    ],
  };

  it('narrows lists and counts, while a code still finds its procedure', () => {
    const catalogue = open(written, 'ward');
    expect(catalogue.summary()).toMatchObject({ profile: 'ward', procedureCount: 1 });
    expect(catalogue.rows({ kind: 'all' }, firstPage).rows.map(({ code }) => code)).toEqual(['1.000001']);
    expect(catalogue.tiles()[0]?.procedureCount).toBe(1);
    expect(catalogue.fields()).toEqual([{ field: 'Hộ tịch', procedureCount: 1 }]);
    expect(catalogue.procedure('1.000003')?.code).toBe('1.000003');
    expect(open(written, 'xa').summary().procedureCount).toBe(2);
    expect(open(written).summary().procedureCount).toBe(3);
  });

  it('is never widened beyond what was built', () => {
    expect(open({ ...written, profile: 'ward' }, 'all').summary()).toMatchObject({
      profile: 'ward',
      procedureCount: 1,
    });
  });
});

describe('one procedure', () => {
  const official = {
    code: '1.000001',
    decisionNumber: null,
    sections: [{ heading: 'Lĩnh vực', text: '<b>Hộ tịch</b>' }],
  };
  const procedure = makeProcedure({ code: '1.000001', aliases: ['làm giấy khai sinh'], hasOfficialText: true });
  const other = makeProcedure({ code: '1.000002' });

  it('comes back as it was written, with its published text', () => {
    const catalogue = open({ procedures: [{ procedure, official }, { procedure: other }] });
    expect(catalogue.procedure('1.000001')).toEqual(procedure);
    expect(catalogue.official('1.000001')).toEqual(official);
    expect(catalogue.official('1.000002')).toBeNull();
    expect(catalogue.procedure('9.999999')).toBeNull();
    expect(catalogue.aliases('1.000001')).toEqual(['làm giấy khai sinh']);
    expect(catalogue.aliases('9.999999')).toEqual([]);
    expect([...catalogue.procedures()].every((each) => procedureSchema.safeParse(each).success)).toBe(true);
  });

  it('gives answers the contract accepts', () => {
    const catalogue = open({ procedures: [{ procedure, official }] });
    expect(methods['catalogue.list'].result.safeParse(catalogue.rows({ kind: 'all' }, firstPage)).success).toBe(true);
    expect(methods['catalogue.fields'].result.safeParse(catalogue.fields()).success).toBe(true);
    expect(methods['kiosk.describe'].result.shape.catalogue.safeParse(catalogue.summary()).success).toBe(true);
  });
});
