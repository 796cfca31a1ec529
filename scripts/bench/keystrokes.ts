/** What stands in the search field after each key, and a fair share of it where all would take too long. */

/** Every beginning of every question, in the order it is typed. */
export function keystrokesOf(questions: readonly string[]): string[] {
  return questions.flatMap((question) => Array.from(question, (_, index) => question.slice(0, index + 1)));
}

/** `count` of them, evenly spread from the first on, in their order; all of them where there are no more. */
export function spreadOver<Item>(items: readonly Item[], count: number): Item[] {
  const step = items.length / count;
  return step <= 1
    ? [...items]
    : items.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
