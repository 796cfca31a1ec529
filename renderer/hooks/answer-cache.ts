/** Answers of the core kept for one citizen, so that going back shows a page at once and at the same height. */

export interface AnswerCache {
  get(key: string): unknown;
  set(key: string, answer: unknown): void;
  /** Drops answers whose key is old. */
  forget(isOld: (key: string) => boolean): void;
}

/** Most answers kept; the oldest goes first. */
const capacity = 60;

export function createAnswerCache(): AnswerCache {
  const answers = new Map<string, unknown>();
  return {
    get: (key) => answers.get(key),
    set(key, answer) {
      answers.delete(key);
      answers.set(key, answer);
      const [oldest] = answers.keys();
      if (answers.size > capacity && oldest !== undefined) answers.delete(oldest);
    },
    forget(isOld) {
      for (const key of [...answers.keys()].filter(isOld)) answers.delete(key);
    },
  };
}
