/** What a reader of a source hands over, record by record, so that whatever cannot be read is told with its line and costs nothing else. */

/** Longest line a reader keeps in memory. The national export's longest has 150 KB; a longer one than this is refused unread. */
export const maximumLineBytes = 16 * 1024 * 1024;

export type SourceRecord =
  /** One line of the export, parsed as JSON but not looked at. `line` counts from 1 and counts empty lines too. */
  | { readonly kind: 'record'; readonly line: number; readonly value: unknown }
  /** One line that could not be read; the next ones can. */
  | {
      readonly kind: 'unreadable';
      readonly line: number;
      readonly reason: 'invalid-json' | 'invalid-utf8' | 'line-too-long';
      readonly detail: string;
    }
  /** Nothing can be read from this line on: the archive is cut short or damaged. Always the last one. */
  | { readonly kind: 'broken-off'; readonly line: number; readonly detail: string };
