/** `npm run bench:search`: how well the search answers, beside other engines. Exit 1: data missing, 2: bad options. */
import { benchSearch } from './bench-search/bench-search-report.ts';
import { benchSearchHelp, parseBenchSearchOptions } from './bench-search/options.ts';
import { reportText } from './bench-search/report-text.ts';
import { findSharedData, sharedDataMissing } from './bench-search/shared-data.ts';

const projectFolder = new URL('..', import.meta.url).pathname;
process.exitCode = await run(process.argv.slice(2));

async function run(words: readonly string[]): Promise<number> {
  const parsed = parseBenchSearchOptions(words);
  if (parsed.kind === 'help') {
    process.stdout.write(benchSearchHelp);
    return 0;
  }
  if (parsed.kind === 'refused') {
    say(`${parsed.reason} See --help.`);
    return 2;
  }
  const shared = findSharedData(projectFolder);
  if (shared === null) {
    say(sharedDataMissing);
    return 1;
  }
  const report = await benchSearch({ projectFolder, shared, options: parsed.options, say });
  process.stdout.write(parsed.options.json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report));
  return 0;
}

function say(text: string): void {
  process.stderr.write(`bench:search: ${text}\n`);
}
