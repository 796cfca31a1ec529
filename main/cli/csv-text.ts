/** Tables for spreadsheets and scripts, as RFC 4180 has them. */

/** Every row ends in CRLF, the last too (RFC 4180 §2.1–2.2); a cell with a comma, a quote or a line break is quoted (§2.6–2.7). */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

function quoted(cell: string): string {
  return /[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
