/** Any JSON value as lines: what a report shows of rows whose shape belongs to another part of the software. */
import type { ComparedItem } from './pair-items.ts';

/** Each value with the path to it; members of a list have the list's path, so that an insertion moves nothing. */
export function leafItems(value: unknown, path = ''): ComparedItem[] {
  if (Array.isArray(value)) {
    return value.flatMap((member: unknown) =>
      isLeaf(member)
        ? [{ place: path, key: String(member), text: String(member), value: null }]
        : [{ place: path, key: JSON.stringify(member), text: JSON.stringify(member), value: null }],
    );
  }
  if (!isLeaf(value)) {
    return Object.entries(value).flatMap(([name, member]) =>
      leafItems(member, path === '' ? name : `${path} › ${name}`),
    );
  }
  return [{ place: path === '' ? null : path, key: '', text: String(value), value: null }];
}

function isLeaf(value: unknown): value is string | number | boolean | null | undefined {
  return typeof value !== 'object' || value === null;
}
