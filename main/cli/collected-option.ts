/** An option that may be given several times; each time adds one value, and no word after it is swallowed. */

export function collectedOption(value: string, former: readonly string[] = []): readonly string[] {
  return [...former, value];
}
