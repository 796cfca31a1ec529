/** How the hits of an answer stand on the screen, and what is written on its completions. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchHit } from '../../../main/contract/search.ts';
import { type ArrangeOptions, arrangeHits } from '../../../renderer/components/arrange-hits.ts';
import { partFor } from '../../../renderer/state/procedure-part.ts';
import { completionWords, steadyCompletions } from '../../../renderer/wording/completion-words.ts';
import { lowerFirst } from '../../../renderer/wording/lower-first.ts';
import { restOfName } from '../../../renderer/wording/rest-of-name.ts';

function hit(code: string, group: string | null = null, more: Partial<SearchHit> = {}): SearchHit {
  return {
    code,
    name: `Thủ tục ${code}`,
    shortTitle: `Việc ${code}`,
    field: 'Xây dựng',
    servedAt: 'here',
    onlineService: 'none',
    english: null,
    province: null,
    score: 1,
    highlights: [],
    matched: null,
    group,
    ...more,
  };
}

const groups = [
  { id: 'g1', title: 'Giấy phép xây dựng' },
  { id: 'g2', title: 'Khai sinh' },
];
const all: ArrangeOptions = { unfolded: [], mostRows: 100 };
const arranged = (hits: readonly SearchHit[], options = all) =>
  arrangeHits({ hits: [...hits], groups }, options).items.map(({ key }) => key);

describe('arrangeHits', () => {
  it('gathers a group at its first hit and leaves the rest in order', () => {
    expect(arranged([hit('a'), hit('b', 'g1'), hit('c'), hit('d', 'g1')])).toEqual([
      'a',
      'heading group Giấy phép xây dựng',
      'b',
      'd',
      'c',
    ]);
  });

  it('leaves a group of one alone', () => {
    expect(arranged([hit('a', 'g1'), hit('b', 'g9')])).toEqual(['a', 'b']);
  });

  it('counts and folds a long group, and unfolds it', () => {
    const hits = ['a', 'b', 'c', 'd', 'e', 'f'].map((code) => hit(code, 'g2'));
    const { items } = arrangeHits({ hits, groups }, all);
    expect(items[0]).toMatchObject({ kind: 'heading', count: 6, title: 'Khai sinh' });
    expect(items.at(-1)).toMatchObject({ kind: 'unfold', count: 2 });
    expect(arranged(hits, { ...all, unfolded: ['group Khai sinh'] })).toEqual([
      'heading group Khai sinh',
      ...hits.map(({ code }) => code),
    ]);
  });

  it('never hides a single row behind a button', () => {
    const hits = ['a', 'b', 'c', 'd', 'e'].map((code) => hit(code, 'g2'));
    expect(arranged(hits)).toHaveLength(6);
  });

  it("keeps other provinces' rules in a group of their own", () => {
    const elsewhere = (code: string) => hit(code, 'g1', { province: 'Lâm Đồng' });
    const hits = [hit('a', 'g1'), elsewhere('b'), hit('c', 'g1'), elsewhere('d')];
    const { items } = arrangeHits({ hits, groups }, all);
    expect(items.map(({ key }) => key)).toEqual([
      'heading group Giấy phép xây dựng',
      'a',
      'c',
      'heading provinces Giấy phép xây dựng',
      'b',
      'd',
    ]);
    expect(items[3]).toMatchObject({ isOtherProvinces: true });
  });

  it('tells which rows only their full names tell apart', () => {
    const hits = [hit('a', null, { shortTitle: 'Cấp lại' }), hit('b', null, { shortTitle: 'Cấp lại' }), hit('c')];
    const { items } = arrangeHits({ hits, groups }, all);
    expect(items.map((item) => item.kind === 'row' && item.isAmbiguous)).toEqual([true, true, false]);
  });

  it('loses no hit and shows none twice, whatever the groups', () => {
    const anyHit = fc.record({ group: fc.constantFrom('g1', 'g2', 'g9', null), isLocal: fc.boolean() });
    fc.assert(
      fc.property(fc.array(anyHit, { maxLength: 60 }), fc.integer({ min: 1, max: 30 }), (seeds, mostRows) => {
        const hits = seeds.map(({ group, isLocal }, index) =>
          hit(String(index), group, { province: isLocal ? 'Huế' : null }),
        );
        const { items, undrawn } = arrangeHits({ hits, groups }, { unfolded: [], mostRows });
        const rows = items.filter(({ kind }) => kind === 'row').map(({ key }) => key);
        const folded = items.reduce((sum, item) => sum + (item.kind === 'unfold' ? item.count : 0), 0);
        expect(new Set(rows).size).toBe(rows.length);
        expect(rows.length + folded + undrawn).toBe(hits.length);
        if (hits.length > 0) expect(rows[0]).toBe('0');
      }),
    );
  });
});

describe('completionWords', () => {
  it('shows a short completion whole', () => {
    expect(completionWords('khai s', 'Khai sinh')).toBe('Khai sinh');
  });

  it('cuts what is typed already down to its last words', () => {
    expect(completionWords('em muon hoi dang ky khai', 'em muon hoi đăng ký khai sinh')).toBe('… ký khai sinh');
  });

  it('shows whole what does not go on from the question', () => {
    expect(completionWords('lam giay khai sihn cho con', 'Làm giấy khai sinh cho con nuôi')).toBe(
      'Làm giấy khai sinh cho con nuôi',
    );
  });
});

describe('steadyCompletions', () => {
  it('takes those of the newest answer', () => {
    expect(steadyCompletions(['khai tử'], { query: 'khai s', completions: ['khai sinh'] })).toEqual(['khai sinh']);
  });

  it('keeps at a space those that still go on from the question', () => {
    const shown = ['Đăng ký khai sinh', 'Đăng kiểm xe'];
    expect(steadyCompletions(shown, { query: 'dang ky ', completions: [] })).toEqual(['Đăng ký khai sinh']);
    expect(steadyCompletions(shown, { query: 'Đăng ký khai sinh', completions: [] })).toEqual([]);
  });
});

describe('lowerFirst', () => {
  it('leaves abbreviations and proper beginnings of two capitals', () => {
    expect([lowerFirst('Đất đai'), lowerFirst('BHXH một lần'), lowerFirst('')]).toEqual([
      'đất đai',
      'BHXH một lần',
      '',
    ]);
  });
});

describe('restOfName', () => {
  it('tells the case after the short title', () => {
    expect(
      restOfName('Thủ tục cấp lại giấy phép xây dựng đối với công trình cấp I', 'Cấp lại giấy phép xây dựng'),
    ).toBe('… đối với công trình cấp I');
    expect(restOfName('Nhận chuyển nhượng, thuê đất, nhận góp vốn', 'Nhận chuyển nhượng, thuê đất')).toBe(
      '… nhận góp vốn',
    );
    expect(restOfName('Ghi vào Sổ hộ tịch việc kết hôn đã làm', 'Ghi vào Sổ hộ tịch việc…')).toBe('… kết hôn đã làm');
  });

  it('is nothing where the name says no more', () => {
    expect(restOfName('Thủ tục cấp lại thẻ', 'Cấp lại thẻ')).toBeNull();
  });

  it('is the whole name where that begins differently or is cut within a word', () => {
    expect(restOfName('Đăng ký lại việc sinh', 'Đăng ký lại khai sinh')).toBe('Đăng ký lại việc sinh');
    expect(restOfName('Cấp lại thẻ', 'Cấp lại th')).toBe('Cấp lại thẻ');
  });
});

describe('partFor', () => {
  const bare = { conditions: null, applicants: [], steps: [], legalBases: [], hasOfficialText: false };

  it('opens at what was asked where the procedure tells it', () => {
    expect(partFor('fee', bare, false)).toBe('fee');
    expect(partFor('conditions', { ...bare, conditions: 'Từ 18 tuổi' }, false)).toBe('conditions');
    expect(partFor('legal-basis', { ...bare, legalBases: [{ title: 'Luật Hộ tịch', number: null }] }, false)).toBe(
      'legal-basis',
    );
  });

  it('opens at the nearest part otherwise, or nowhere', () => {
    expect(partFor('conditions', { ...bare, applicants: ['Cha, mẹ'] }, false)).toBe('who');
    expect(partFor('legal-basis', { ...bare, hasOfficialText: true }, false)).toBe('official');
    expect(partFor('legal-basis', bare, false)).toBeNull();
  });

  it('asks for the case before it shows papers', () => {
    expect(partFor('papers', bare, true)).toBe('case');
    expect(partFor('papers', bare, false)).toBe('papers');
  });
});
