/** The development questions of ../shared: reading them, halving them, and fitting them to what a catalogue holds. */
import { z } from 'zod';
import { withoutAccents } from './fold.ts';

/** `answer`: one of the codes must be found; `clarify`: the question is open, all of them should be offered. */
const kinds = ['answer', 'clarify'] as const;

export interface Question {
  readonly id: string;
  readonly kind: (typeof kinds)[number];
  /** What is right, at least one. */
  readonly codes: readonly string[];
  readonly words: string;
  /** 1 is the file's first line, a heading. Even lines are for tuning, odd ones for checking what was tuned. */
  readonly line: number;
}

const rowSchema = z.tuple([z.string().min(1), z.enum(kinds), z.string().min(1), z.string().min(1)]);

/** Lines of id, kind, codes and question between tabs; empty ones and those that begin with # are passed over. */
export function parseQuestions(text: string): Question[] {
  return text.split('\n').flatMap((row, index) => {
    if (row.trim() === '' || row.startsWith('#')) {
      return [];
    }
    const line = index + 1;
    const cells = rowSchema.safeParse(row.split('\t'));
    if (!cells.success) {
      throw new Error(`Line ${line} of the questions is not id, kind (answer or clarify), codes and question.`);
    }
    const [id, kind, codes, words] = cells.data;
    return [{ id, kind, codes: codes.split(' '), words, line }];
  });
}

/** The questions that can be answered at all, each with the codes the catalogue holds; how many cannot. */
export function answerable(
  questions: readonly Question[],
  codes: ReadonlySet<string>,
): { readonly questions: Question[]; readonly leftOut: number } {
  const kept = questions
    .map((question) => ({ ...question, codes: question.codes.filter((code) => codes.has(code)) }))
    .filter((question) => question.codes.length > 0);
  return { questions: kept, leftOut: questions.length - kept.length };
}

export function questionsWithoutAccents(questions: readonly Question[]): Question[] {
  return questions.map((question) => ({ ...question, words: withoutAccents(question.words) }));
}

/** Fixed halves: whoever tunes looks at `tune` only, and believes what `check` says. */
export function halves<Item extends Question>(
  questions: readonly Item[],
): { readonly tune: Item[]; readonly check: Item[] } {
  return {
    tune: questions.filter(({ line }) => line % 2 === 0),
    check: questions.filter(({ line }) => line % 2 === 1),
  };
}
