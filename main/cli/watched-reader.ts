/** What `kioskctl scanner monitor` shows, whoever has the reader, and how it comes onto the terminal. */
import type { ReaderOverview } from '../contract/scanning.ts';
import { officeTimeOfDay } from '../core/office-date.ts';
import type { Scan } from '../core/scanning/scan.ts';
import type { CliContext } from './cli-context.ts';
import { scanText } from './scan-text.ts';

export type ReaderNews =
  | ({ readonly news: 'state'; readonly target: string; readonly trouble: string | null } & ReaderOverview['status'])
  /** `scan` where its fields were asked for; otherwise the kind alone. */
  | { readonly news: 'scan'; readonly atMs: number; readonly kind: Scan['kind']; readonly scan?: Scan };

/** A line of text or of JSON each, one after the other. */
export function createNewsPrinter(context: CliContext, isJson: boolean): (news: ReaderNews) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (news) => {
    last = last.then(() => context.print(isJson ? `${JSON.stringify(news)}\n` : textOf(news, context.columns)));
    return last;
  };
}

function textOf(news: ReaderNews, columns: number): string {
  if (news.news === 'state') {
    const why = news.trouble === null ? '' : `: ${news.trouble}`;
    return `${officeTimeOfDay(news.sinceMs)}  the reader ${news.target} is ${stateWords[news.state]}${why}\n`;
  }
  const fields = news.scan === undefined ? '' : scanText(news.scan, columns);
  return `${officeTimeOfDay(news.atMs)}  ${news.kind}\n${fields}`;
}

const stateWords = {
  connected: 'connected',
  unplugged: 'not connected',
  keyboard: 'a keyboard; the page hears what it types',
  none: 'none',
} as const satisfies Record<ReaderOverview['status']['state'], string>;
