/** Papers by case and need (docs/catalogue.md §3), shaped like 1.001193, 2.001263 and 1.013225. */
import { describe, expect, it } from 'vitest';
import type { DocumentGroup, RequiredDocument } from '../../../main/contract/procedure.ts';
import { caseGroups, countPapers, selectPapers } from '../../../main/contract/select-papers.ts';

function paper(name: string, need: RequiredDocument['need'] = { kind: 'always' }): RequiredDocument {
  return { name, originals: 1, copies: 0, need, formNumber: null, hint: null };
}
function group(id: string, kind: DocumentGroup['kind'], documents: RequiredDocument[], title: string | null = id) {
  return { id, kind, title, documents, notes: [`note of ${id}`] };
}
const names = (sections: readonly { papers: readonly RequiredDocument[] }[]) =>
  sections.flatMap((section) => section.papers.map((one) => one.name));

describe('selectPapers', () => {
  const house = group('g2', 'case', [paper('Bản vẽ nhà ở')], 'Trường hợp nhà ở riêng lẻ');
  const works = group('g3', 'case', [paper('Bản vẽ công trình')], 'Trường hợp công trình');
  const base = group('g1', 'unclear', [paper('Đơn')], null);

  it('adds the base papers to the chosen case only', () => {
    expect(names(selectPapers([base, house, works], 'g2').always)).toEqual(['Đơn', 'Bản vẽ nhà ở']);
    expect(names(selectPapers([base, house, works], 'g3').always)).toEqual(['Đơn', 'Bản vẽ công trình']);
  });

  it('lists the base papers alone while no case is chosen, and for none of them', () => {
    expect(names(selectPapers([base, house, works], undefined).always)).toEqual(['Đơn']);
    expect(names(selectPapers([base, house, works], null).always)).toEqual(['Đơn']);
    expect(caseGroups([base, house, works])).toHaveLength(2);
  });

  it('takes all parts, with their headings', () => {
    const parts = [group('g1', 'part', [paper('A')], 'Người nhận'), group('g2', 'part', [paper('B')], 'Trẻ')];
    const { always } = selectPapers(parts, undefined);
    expect(always.map((section) => section.title)).toEqual(['Người nhận', 'Trẻ']);
    expect(countPapers(always)).toBe(2);
  });

  it('sorts into three blocks and counts only the first', () => {
    const mixed = group('g1', 'unclear', [
      paper('Tờ khai'),
      paper('Uỷ quyền', { kind: 'if-applicable', condition: 'có người làm thay' }),
      paper('Căn cước', { kind: 'one-of', set: 'id' }),
      paper('Hộ chiếu', { kind: 'one-of', set: 'id' }),
      paper('Giấy chứng sinh', { kind: 'one-of', set: 'birth' }),
    ]);
    const selected = selectPapers([mixed], undefined);
    expect(countPapers(selected.always)).toBe(1);
    expect(names(selected.ifApplicable)).toEqual(['Uỷ quyền']);
    expect(selected.oneOf.map((set) => names([set]))).toEqual([['Căn cước', 'Hộ chiếu'], ['Giấy chứng sinh']]);
  });

  it('keeps the sets of different groups apart, though the source numbers them alike', () => {
    const set = { kind: 'one-of', set: '1' } as const;
    const groups = [group('g1', 'part', [paper('A', set)]), group('g2', 'part', [paper('B', set)])];
    expect(selectPapers(groups, undefined).oneOf).toHaveLength(2);
  });

  it('puts papers without a heading before those that have one', () => {
    const groups = [group('g1', 'part', [paper('A')], 'Phải nộp'), group('g2', 'part', [paper('Tờ khai')], null)];
    expect(names(selectPapers(groups, undefined).always)).toEqual(['Tờ khai', 'A']);
  });

  it('keeps notes, but not those of other cases', () => {
    expect(selectPapers([base, house, works], 'g2').notes).toEqual(['note of g1', 'note of g2']);
  });
});
