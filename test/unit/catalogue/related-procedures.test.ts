/** "Thủ tục liên quan": the same life event, the same rare papers, the same kind; never itself, never outside the profile. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CatalogueProfile } from '../../../main/contract/kiosk.ts';
import type { LifeEvent } from '../../../main/contract/life-event.ts';
import { methods } from '../../../main/contract/methods.ts';
import type { Procedure } from '../../../main/contract/procedure.ts';
import { browseFactsOf } from '../../../main/core/catalogue/build/browse-facts.ts';
import { createLikeness } from '../../../main/core/catalogue/build/likeness.ts';
import { createCatalogueHandlers } from '../../../main/core/catalogue/catalogue-handlers.ts';
import { openCatalogue } from '../../../main/core/catalogue/open-catalogue.ts';
import { makeProcedure } from '../../fakes/make-procedure.ts';
import { type WrittenProcedure, writeCatalogue } from './write-catalogue.ts';

function papers(...names: string[]): Procedure['documentGroups'] {
  const documents = names.map((name) => {
    return { name, originals: 1, copies: 0, need: { kind: 'always' as const }, formNumber: null, hint: null };
  });
  return [{ id: 'g1', kind: 'unclear', title: null, documents, notes: [] }];
}

function make(number: number, changes: Partial<Procedure>, written: Partial<WrittenProcedure> = {}): WrittenProcedure {
  const code = `1.${String(number).padStart(6, '0')}`;
  return { procedure: makeProcedure({ code, field: `Lĩnh vực ${number}`, ...changes }), ...written };
}

const stage = (...numbers: number[]): LifeEvent['stages'][number] => ({
  title: { vi: 'Bước', en: 'Step' },
  deadline: null,
  optional: false,
  choices: numbers.map((number) => ({ code: `1.${String(number).padStart(6, '0')}`, when: null })),
});
const event = (id: string, ...stages: LifeEvent['stages']): LifeEvent => ({
  id,
  title: { vi: id, en: id },
  intro: { vi: id, en: id },
  tile: 2,
  stages,
});

const keys = (...names: string[]) =>
  browseFactsOf(makeProcedure({ code: '1.000001', documentGroups: papers(...names) })).paperKeys;

interface Shelf {
  readonly procedures: readonly WrittenProcedure[];
  readonly lifeEvents?: readonly LifeEvent[];
  readonly profile?: CatalogueProfile;
}

/** The related of procedure 1, as `relation: numbers`. */
async function relatedOf({ procedures, lifeEvents = [], profile = 'all' }: Shelf): Promise<string[]> {
  const catalogue = openCatalogue(writeCatalogue({ procedures, lifeEvents }), { profile });
  onTestFinished(() => catalogue.close());
  const handlers = createCatalogueHandlers({ catalogue, portalLinkTemplate: 'https://example.org/{code}' });
  const answer = methods['procedures.related'].result.parse(await handlers['procedures.related']({ code: '1.000001' }));
  return answer.sections.map(({ relation, lifeEvent, rows }) => {
    return `${lifeEvent?.id ?? relation}: ${rows.map(({ code }) => Number(code.slice(2))).join(' ')}`;
  });
}

describe('the same papers', () => {
  it('are known whatever is said of copies, blanks and brackets', () => {
    expect(
      keys('Bản sao có chứng thực Giấy chứng sinh (nếu có).', 'Giấy chứng sinh', 'giấy CHỨNG SINH: bản chính'),
    ).toEqual(['giấy chứng sinh']);
    expect(keys('Tờ khai hoà giải theo mẫu số 02')).toEqual(keys('Tờ khai hòa giải'));
    // One word alone ("Đơn") is no paper of its own.
    expect(keys('Đơn')).toEqual([]);
  });

  it('count by how rare they are', async () => {
    const common = Array.from({ length: 6 }, (_, index) =>
      make(10 + index, { documentGroups: papers('Tờ khai chung', `Giấy riêng ${index}`) }),
    );
    const procedures = [
      make(1, { documentGroups: papers('Tờ khai chung', 'Giấy chứng sinh') }),
      make(2, { documentGroups: papers('Giấy chứng sinh') }),
      make(3, { documentGroups: papers('Giấy hoàn toàn khác') }),
      ...common,
    ];
    const [first] = await relatedOf({ procedures });
    expect(first).toMatch(/^papers: 2( |$)/);
    expect(first).not.toContain('3');
  });

  it('leave out what only some bring', async () => {
    const conditional = papers('Giấy chứng sinh').map((group) => ({
      ...group,
      documents: group.documents.map((one) => ({ ...one, need: { kind: 'if-applicable' as const, condition: null } })),
    }));
    const procedures = [
      make(1, { documentGroups: conditional }),
      make(2, { documentGroups: papers('Giấy chứng sinh') }),
    ];
    expect(await relatedOf({ procedures })).toEqual([]);
  });
});

describe('the same life event', () => {
  it('comes first, the next stage before the one before, and no procedure twice', async () => {
    const both = papers('Giấy chứng sinh');
    const procedures = [
      make(1, { documentGroups: both }),
      make(2, { documentGroups: both }),
      make(3, {}),
      make(4, {}),
      make(5, { documentGroups: both }),
    ];
    const lifeEvents = [event('sinh-con', stage(4), stage(3), stage(1), stage(2))];
    expect(await relatedOf({ procedures, lifeEvents })).toEqual(['sinh-con: 2 3 4', 'papers: 5']);
  });

  it('leaves room where a paper belongs to every event', async () => {
    const procedures = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => make(number, {}));
    const lifeEvents = [
      event('mot', stage(1), stage(2), stage(3), stage(4)),
      event('hai', stage(1), stage(2), stage(5), stage(6)),
      event('ba', stage(1), stage(7)),
    ];
    expect(await relatedOf({ procedures, lifeEvents })).toEqual(['mot: 2 3', 'hai: 5 6']);
  });
});

describe('the same kind', () => {
  it('is of one field and alike by name, six in all, short titles once', async () => {
    const field = 'Hộ tịch';
    const procedures = [
      make(1, { field, name: 'Thủ tục đăng ký kết hôn', shortTitle: 'Đăng ký kết hôn' }),
      make(2, { field, name: 'Thủ tục đăng ký lại kết hôn' }),
      make(3, { field, name: 'Thủ tục đăng ký kết hôn lưu động', shortTitle: 'Kết hôn lưu động' }),
      make(4, { field, name: 'Thủ tục đăng ký kết hôn tại nhà', shortTitle: 'Kết hôn lưu động' }),
      make(5, { field, name: 'Đăng ký kết hôn ở nước ngoài', shortTitle: 'Đăng ký kết hôn' }),
      make(6, { name: 'Thủ tục đăng ký lại kết hôn' }),
    ];
    const [kind, ...others] = await relatedOf({ procedures });
    expect(others).toEqual([]);
    expect(kind).toMatch(/^kind: /);
    const numbers = (kind ?? '')
      .slice(6)
      .split(' ')
      .map(Number)
      .sort((a, b) => a - b);
    expect(numbers).toHaveLength(2);
    expect(numbers).not.toContain(5);
    expect(numbers).not.toContain(6);
  });
});

describe('what is related', () => {
  it('is of the profile, though the catalogue holds more and nearer ones', async () => {
    const both = papers('Giấy chứng sinh');
    const far = Array.from({ length: 9 }, (_, index) =>
      make(10 + index, { documentGroups: both, handWritten: null }, { inWard: false }),
    );
    const procedures = [
      make(1, { documentGroups: both }),
      ...far,
      make(99, { documentGroups: papers('Giấy chứng sinh', 'Đơn xin nhận con') }),
    ];
    expect(await relatedOf({ procedures, profile: 'ward' })).toEqual(['papers: 99']);
    expect(await relatedOf({ procedures })).toEqual(['papers: 10 11 12']);
  });

  it("is never another province's own rule", async () => {
    const documentGroups = papers('Giấy chứng sinh');
    const procedures = [
      make(1, { documentGroups }),
      make(2, { documentGroups, issuer: { scope: 'province', province: 'Cà Mau' } }),
    ];
    expect(await relatedOf({ procedures })).toEqual([]);
  });

  it('is not asked of a code the catalogue does not hold', () => {
    const catalogue = openCatalogue(writeCatalogue({ procedures: [make(1, {})] }));
    onTestFinished(() => catalogue.close());
    const handlers = createCatalogueHandlers({ catalogue, portalLinkTemplate: 'https://example.org/{code}' });
    expect(() => handlers['procedures.related']({ code: '9.999999' })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
  });
});

describe('createLikeness', () => {
  it('finds what shares rare marks, nearest first, and nothing by marks that many carry', () => {
    const things = [['a', 'b'], ['a', 'b'], ['a', 'c'], ['d'], []];
    const likeness = createLikeness(things, { commonest: 3, least: 0.1 });
    expect(likeness(0)).toEqual([1, 2]);
    expect(likeness(3)).toEqual([]);
    expect(likeness(4)).toEqual([]);
    expect(createLikeness(things, { commonest: 2, least: 0.1 })(2)).toEqual([]);
  });
});
