/** Joins class names; CSS modules give `string | undefined`, conditions give `false`. */
export function classNames(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
