/** Thành phần hồ sơ: groups a citizen can choose or must bring, papers by need, and notes apart (docs/catalogue.md §3). */
import type { DocumentGroup, RequiredDocument } from '../../../contract/procedure.ts';
import { presentOrNull } from './clean-text.ts';
import {
  type DocumentBlock,
  type DocumentLine,
  splitDocumentLines,
  stripBullets,
  stripMarks,
} from './document-lines.ts';
import { readDocumentNeed } from './document-need.ts';
import type { DocumentWords } from './document-words.ts';
import { foldCase } from './fold-text.ts';
import { formNumberOf } from './form-number.ts';
import { readGroupKinds } from './group-kind.ts';
import type { ImportWarning, Parsed } from './import-warning.ts';
import { splitAlternatives } from './split-alternatives.ts';

/** A screen or slip line shows this much; staff may want to shorten longer ones by hand. */
const longDocumentLength = 1_000;

export interface DocumentGroups {
  readonly groups: DocumentGroup[];
  /** As published: lines with a count, those of 0/0, titled groups. */
  readonly lineCount: number;
  readonly zeroLineCount: number;
  readonly titledGroupCount: number;
}

/** Whether a line names a paper to bring. 0/0 alone does not tell, and neither does 1/1 (1.004884, 1.002755). */
export function isNote(line: DocumentLine, words: DocumentWords, groupKind: DocumentGroup['kind'] = 'part'): boolean {
  const text = stripMarks(line.text);
  if (text === '' || words.note.test(text)) return true;
  const isCounted = line.originals + line.copies > 0;
  if (text.endsWith(':') && (!isCounted || text.length > 60)) return true;
  if (isCounted) return false;
  if (groupKind === 'note') return true;
  return !words.paper.test(text) || words.rule.test(text);
}

function readLine(line: DocumentLine, words: DocumentWords, set: string): RequiredDocument[] {
  const isPaper = (text: string) => words.paper.test(stripMarks(text));
  const text = stripMarks(line.text).replace(/\s*\n\s*/gu, ' ');
  const { name, need } = readDocumentNeed(text, isPaper, set);
  const alternatives = need.kind === 'one-of' ? splitAlternatives(name, isPaper) : null;
  return (alternatives ?? [name]).map((paper) => ({
    name: paper,
    originals: line.originals,
    copies: line.copies,
    need,
    formNumber: formNumberOf(alternatives ? paper : text),
    hint: null,
  }));
}

/**
 * Papers without a title come last in the export, below the last title. They begin where an application form stands in a
 * group that has another subject: a note, a supplement, a presentation of papers, or the last of several cases none of which has one.
 */
function splitBasePapers(blocks: readonly DocumentBlock[], words: DocumentWords): readonly DocumentBlock[] {
  const last = blocks.at(-1);
  if (!last || last.title === null) return blocks;
  const isForm = (line: DocumentLine) => !isNote(line, words) && words.applicationForm.test(stripMarks(line.text));
  const isSupplement = words.groupSupplement.test(last.title);
  const isNoteGroup = words.groupNote.test(last.title);
  const isPresentation = /xuất trình|giấy tờ phải nộp/iu.test(last.title);
  const othersHaveForm = blocks.slice(0, -1).some((block) => block.lines.some(isForm));
  if (!isNoteGroup && !isSupplement && !isPresentation && (othersHaveForm || blocks.length === 1)) return blocks;
  const firstForm = last.lines.findIndex(isForm);
  const start = isNoteGroup
    ? last.lines.findIndex((line) => !isNote(line, words) && line.originals + line.copies > 0)
    : firstForm < 0 && isSupplement
      ? startAfterSupplement(last.lines, words)
      : firstForm;
  if (start < 0) return blocks;
  const own = { title: last.title, lines: last.lines.slice(0, start) };
  const isLoneCase = !isNoteGroup && own.lines.length === 0;
  // A group that holds nothing but what begins with its form is a whole set of papers of its own.
  return isLoneCase ? blocks : [...blocks.slice(0, -1), own, { title: null, lines: last.lines.slice(start) }];
}

/** One title stands twice in some records (1.004222): to the citizen it is one group. */
function mergeSameTitles(blocks: readonly DocumentBlock[]): readonly DocumentBlock[] {
  const merged = new Map<string, DocumentBlock>();
  for (const [index, block] of blocks.entries()) {
    const key = block.title === null ? `#${index}` : foldCase(stripMarks(block.title));
    const before = merged.get(key);
    merged.set(key, before ? { title: before.title, lines: [...before.lines, ...block.lines] } : block);
  }
  return [...merged.values()];
}

/** Where no form marks the beginning, base papers begin behind the last line that speaks of the supplement; -1: there are none. */
function startAfterSupplement(lines: readonly DocumentLine[], words: DocumentWords): number {
  const start = lines.findLastIndex((line) => words.supplementLine.test(line.text)) + 1;
  return start > 0 && start < lines.length ? start : -1;
}

function isConditional(kind: DocumentGroup['kind'], title: string | null, words: DocumentWords): title is string {
  return kind === 'part' && title !== null && words.groupSupplement.test(title);
}

/** A supplement's title is the condition of every paper in it that has none of its own. */
function withCondition(document: RequiredDocument, title: string): RequiredDocument {
  if (document.need.kind === 'if-applicable') return document;
  const condition = stripMarks(title)
    .replace(/^(?:trong |đối với )?(?:các )?trường hợp /iu, '')
    .replace(/[,;:]?\s*(?:thì|hồ sơ|kèm theo|phải)[^,]*$/iu, '')
    .replace(/[\s:]+$/u, '');
  return { ...document, need: { kind: 'if-applicable', condition: condition || null } };
}

/** Reads the whole heading (cleaned) of the record `code`. Groups are numbered `g1`, `g2` … in the source's order. */
export function parseDocumentGroups(text: string, code: string, words: DocumentWords): Parsed<DocumentGroups> {
  const published = presentOrNull(text) === null ? [] : splitDocumentLines(text);
  const counted = /Số lượng: Bản chính: \d+, Bản sao: \d+/u.test(text);
  const lines = counted ? published.flatMap((block) => block.lines) : [];
  const split = splitBasePapers(published, words);
  const blocks = mergeSameTitles(split);
  const kinds = readGroupKinds(blocks, code, words);
  const warnings: ImportWarning[] = [];
  if (split.length > published.length) {
    warnings.push({ kind: 'base-papers-after-last-group', detail: (published.at(-1)?.title ?? '').slice(0, 120) });
  }
  const groups = blocks.map((block, index): DocumentGroup => {
    const kind = kinds[index] ?? 'unclear';
    const papers: RequiredDocument[] = [];
    const notes: string[] = [];
    for (const [position, line] of block.lines.entries()) {
      if (isNote(line, words, kind)) {
        const note = stripBullets(line.text);
        if (note !== '') notes.push(note);
        if (line.originals + line.copies > 0)
          warnings.push({ kind: 'note-counted-as-document', detail: note.slice(0, 120) });
      } else {
        papers.push(...readLine(line, words, `g${index + 1}-${position + 1}`));
        if (line.text.length > longDocumentLength)
          warnings.push({ kind: 'document-long', detail: `${line.text.length} characters: ${line.text.slice(0, 80)}` });
      }
    }
    const title = block.title === null ? null : stripMarks(block.title).replace(/\s*:$/u, '') || null;
    if (kind === 'unclear') warnings.push({ kind: 'group-unclear', detail: (title ?? '').slice(0, 120) });
    const documents = isConditional(kind, title, words) ? papers.map((paper) => withCondition(paper, title)) : papers;
    return { id: `g${index + 1}`, kind, title, documents, notes };
  });
  const isFirst = (group: DocumentGroup) => group.kind === 'case' && words.groupFirst.test(group.title ?? '');
  return {
    value: {
      groups: [...groups.filter(isFirst), ...groups.filter((group) => !isFirst(group))].filter(
        (group) => group.documents.length > 0 || group.notes.length > 0 || group.title !== null,
      ),
      lineCount: lines.length,
      zeroLineCount: lines.filter((line) => line.originals + line.copies === 0).length,
      titledGroupCount: published.filter((block) => block.title !== null).length,
    },
    warnings,
  };
}
