/** Lays plain text out for a terminal: wrapped paragraphs and labels in a column. */

/** Escape sequences and other control characters of a text must not steer the terminal (U+0000–U+001F, U+007F–U+009F). */
const controlCharacters = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/gu; // oxlint-disable-line no-control-regex -- they are what is looked for

/** Drops what would steer a terminal; line breaks stay. */
export function printable(text: string): string {
  return text.replace(controlCharacters, ' ');
}

/**
 * Wraps at spaces to `columns` characters; `first` opens the first line, the others are indented as far. Words longer than a line
 * stand alone on theirs, uncut, so that codes and links can be copied.
 */
export function wrapped(text: string, columns: number, first = ''): string[] {
  const indent = ' '.repeat(first.length);
  const lines: string[] = [];
  for (const paragraph of printable(text).split('\n')) {
    let line = lines.length === 0 ? first : indent;
    let isEmpty = true;
    for (const word of paragraph.split(' ').filter((part) => part !== '')) {
      if (!isEmpty && line.length + 1 + word.length > columns) {
        lines.push(line);
        line = indent;
        isEmpty = true;
      }
      line += isEmpty ? word : ` ${word}`;
      isEmpty = false;
    }
    if (!isEmpty || lines.length === 0) {
      lines.push(line.trimEnd());
    }
  }
  return lines;
}

/** `Label   value` lines with the values in one column; `columns` wraps long values. */
export function labelled(pairs: readonly (readonly [label: string, value: string])[], columns = Infinity): string[] {
  const width = Math.max(...pairs.map(([label]) => label.length)) + 2;
  return pairs.flatMap(([label, value]) => wrapped(value, columns, label.padEnd(width)));
}

/** A table without lines: every cell but the last as wide as its column, two spaces between. */
export function columnsOf(rows: readonly (readonly string[])[]): string[] {
  const cells = rows.map((row) => row.map(printable));
  const widths: number[] = [];
  for (const row of cells) {
    for (const [place, cell] of row.entries()) {
      widths[place] = Math.max(widths[place] ?? 0, cell.length);
    }
  }
  return cells.map((row) =>
    row
      .map((cell, place) => cell.padEnd(widths[place] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
