/** Answers of the core kept for one citizen, so that going back shows a page at once and at the same height. */

export interface AnswerCache {
  get(key: string): unknown;
  /** `age` is that of the cache when it was asked: what was asked before the cache was emptied is not kept. */
  set(key: string, answer: unknown, age: number): void;
  /** Counts how often the cache was emptied. */
  age(): number;
  /** Drops answers whose key is old. */
  forget(isOld: (key: string) => boolean): void;
  /** Drops all of them: another catalogue is shown from now on. What is on the screen stays there. */
  empty(): void;
}

/** Most answers kept; the oldest goes first. */
const capacity = 60;

export function createAnswerCache(): AnswerCache {
  const answers = new Map<string, unknown>();
  let emptied = 0;
  return {
    get: (key) => answers.get(key),
    set(key, answer, age) {
      if (age !== emptied) return;
      answers.delete(key);
      answers.set(key, answer);
      const [oldest] = answers.keys();
      if (answers.size > capacity && oldest !== undefined) answers.delete(oldest);
    },
    age: () => emptied,
    forget(isOld) {
      for (const key of [...answers.keys()].filter(isOld)) answers.delete(key);
    },
    empty() {
      emptied += 1;
      answers.clear();
    },
  };
}
