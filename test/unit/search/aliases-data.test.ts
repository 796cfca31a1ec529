/** Citizens' words beyond the bundled set (`data/search/aliases.tsv`): a slip in a hand-written line of 400 is not seen by eye. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { procedureCodeSchema } from '../../../main/contract/procedure.ts';

const text = readFileSync('data/search/aliases.tsv', 'utf8');
const [heading, ...lines] = text.replace(/\n$/, '').split('\n');
const rows = lines.map((line) => {
  const [code = '', aliases = '', ...rest] = line.split('\t');
  return { line, code, aliases: aliases.split(' | '), columns: 2 + rest.length };
});
const codes = rows.map((row) => row.code);

/** The lines for which `isWrong` holds, so that a failure names them. */
function wrongLines(isWrong: (row: (typeof rows)[number]) => boolean): string[] {
  return rows.filter(isWrong).map((row) => row.line);
}

function isMisshapen(alias: string): boolean {
  const syllables = alias.split(' ').length;
  return syllables < 2 || syllables > 12 || /^\s|\s$|\s\s|[|;.?!]/.test(alias);
}

describe('data/search/aliases.tsv', () => {
  it('has a heading, two columns, composed letters and a line feed at the end of every line', () => {
    expect(heading).toBe('code\taliases');
    expect(rows.length).toBeGreaterThan(0);
    expect(wrongLines((row) => row.columns !== 2)).toEqual([]);
    expect(text.normalize('NFC') === text).toBe(true);
    expect(text).not.toContain('\r');
    expect(text.endsWith('\n')).toBe(true);
  });

  it('names codes of the contract, each once, in order', () => {
    expect(codes.filter((code) => !procedureCodeSchema.safeParse(code).success)).toEqual([]);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  it('leaves the bundled set to its own file', () => {
    const bundledLines = readFileSync('data/bundled-set.tsv', 'utf8').split('\n').slice(1);
    const bundled = new Set(bundledLines.map((line) => line.split('\t')[0]));
    expect(bundled.size).toBeGreaterThan(1);
    expect(codes.filter((code) => bundled.has(code))).toEqual([]);
  });

  it('writes aliases of two to twelve syllables with single spaces and no stray separator', () => {
    expect(wrongLines((row) => row.aliases.some(isMisshapen))).toEqual([]);
  });

  it('says nothing twice in a line, whatever the case', () => {
    expect(
      wrongLines((row) => new Set(row.aliases.map((alias) => alias.toLowerCase())).size !== row.aliases.length),
    ).toEqual([]);
  });

  it('writes Vietnamese with its accents', () => {
    expect(wrongLines((row) => row.aliases.every((alias) => /^\p{ASCII}*$/u.test(alias)))).toEqual([]);
  });
});
