/** Thành phần hồ sơ as a grammar: titled groups, lines, and the counts below each line. What a line means is decided elsewhere. */
import { cleanLine } from './clean-text.ts';

export interface DocumentLine {
  /** The published words, with their bullets and numbering. */
  readonly text: string;
  readonly originals: number;
  readonly copies: number;
}

export interface DocumentBlock {
  /** Null for lines before any title. */
  readonly title: string | null;
  readonly lines: readonly DocumentLine[];
}

const countPattern = /^Số lượng: Bản chính: (\d+), Bản sao: (\d+)$/u;

/**
 * Reads the cleaned heading. A line ends at its count; text that carries no count (a record without a single one)
 * is a line of 0/0. A title or a line may run over several lines of text.
 */
export function splitDocumentLines(text: string): readonly DocumentBlock[] {
  const blocks: { title: string | null; lines: DocumentLine[] }[] = [];
  let title: string[] | null = null;
  let words: string[] = [];
  const current = () => {
    const last = blocks.at(-1);
    if (last) return last;
    const first = { title: null, lines: [] };
    blocks.push(first);
    return first;
  };
  const finish = (originals: number, copies: number) => {
    const line = words.join('\n').replace(/^- /u, '').trim();
    words = [];
    if (line !== '') current().lines.push({ text: line, originals, copies });
  };
  for (const line of text.split('\n')) {
    const count = countPattern.exec(line);
    if (count && title === null) {
      finish(Number(count[1]), Number(count[2]));
    } else if (title !== null) {
      title.push(line);
      if (line.endsWith(']')) title = closeTitle(title);
    } else if (words.length === 0 && line.startsWith('[ ')) {
      title = [line.slice(2)];
      if (line.endsWith(']')) title = closeTitle(title);
    } else if (line !== '') {
      words.push(line);
    }
  }
  finish(0, 0);
  return blocks;

  function closeTitle(lines: readonly string[]): null {
    blocks.push({ title: cleanLine(lines.join(' ').replace(/\]$/u, '')), lines: [] });
    return null;
  }
}

const bullets = /^(?:[\s\-–—+*•·.,;…]+\)?\s*)+/u;
const numbering =
  /^(?:\(?(?:[ivx]{1,4}|[a-zđ]\d?|\d{1,2}(?:\.\d{1,2})*)\)|\d{1,2}(?:\.\d{1,2})*\.(?=\s|\p{Lu})|\d{1,2}(?:\.\d{1,2})+(?=\s)|[a-zđ]\.\d\)?|[a-zđA-Z]\.(?=\s)|\d{1,2}\/(?=\s)|\d{1,2}-(?=\p{Lu}))\s*/u;

/** Drops bullets only: notes keep their numbering. */
export function stripBullets(text: string): string {
  return text.replace(bullets, '').trim();
}

/** Drops bullets, numbering and the separator at the end: `- a) Tờ khai;` is `Tờ khai`. */
export function stripMarks(text: string): string {
  let stripped = text.trim();
  for (let before = ''; before !== stripped; ) {
    before = stripped;
    stripped = stripped.replace(bullets, '').replace(numbering, '');
  }
  return stripped
    .replace(/[\s;,]+$/u, '')
    .replace(/(?<=[^.])\.$/u, '')
    .trim();
}
