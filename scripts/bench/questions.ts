/** What citizens type, for measuring: the development questions where they are there, else the bundled aliases. */
import { existsSync, readFileSync } from 'node:fs';

const developmentQuestions = '../shared/data/queries-dev.tsv';

/** At most `limit`, spread evenly over the set, and where they come from. */
export function benchQuestions(limit: number): { readonly questions: string[]; readonly source: string } {
  const isThere = existsSync(developmentQuestions);
  const all = isThere
    ? linesOf(developmentQuestions).flatMap((line) => line.split('\t')[3] ?? [])
    : linesOf('data/bundled-set.tsv').flatMap((line) => (line.split('\t')[3] ?? '').split(' | ').slice(0, 1));
  const step = Math.max(1, all.length / limit);
  const questions = Array.from(
    { length: Math.min(limit, all.length) },
    (_, index) => all[Math.floor(index * step)] ?? '',
  );
  return {
    questions: questions.filter((question) => question !== ''),
    source: isThere ? 'development questions' : 'aliases',
  };
}

function linesOf(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '' && !line.startsWith('#'));
}
