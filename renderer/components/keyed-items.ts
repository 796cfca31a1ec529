/** Keys for lists whose items have no name of their own: the text, and which of its repetitions it is. */

export interface KeyedItem<T> {
  readonly key: string;
  readonly item: T;
  /** Place in the list, from 1. */
  readonly number: number;
}

/** Official texts do repeat a line; the keys are unique all the same and follow the text when the list changes. */
export function keyedItems<T>(items: readonly T[], textOf: (item: T) => string): KeyedItem<T>[] {
  const seen = new Map<string, number>();
  return items.map((item, index) => {
    const text = textOf(item);
    const occurrence = (seen.get(text) ?? 0) + 1;
    seen.set(text, occurrence);
    return { key: `${occurrence} ${text}`, item, number: index + 1 };
  });
}
