/** `kioskctl search`: one question, or a file of them for measuring; `search gaps` stands beside. */
import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Command, InvalidArgumentError } from 'commander';
import { KioskError } from '../contract/error.ts';
import type { SearchAnswer } from '../contract/search.ts';
import { type CatalogueOption, createCatalogueOption, withCatalogue } from './catalogue-option.ts';
import type { CliContext } from './cli-context.ts';
import { openSearch, type Search } from './open-search.ts';
import { createSearchGapsCommand } from './search-gaps-command.ts';
import { printable } from './text-layout.ts';

const usualLimit = 10;
const mostHits = 100;

interface Options extends CatalogueOption {
  readonly limit: number;
  readonly queries?: string;
  readonly json?: true;
}

export function createSearchCommand(context: CliContext): Command {
  const command = new Command('search')
    .description('search the catalogue as a citizen would, with or without accents')
    .argument('[words...]', 'the question; several words are one question')
    .addOption(createCatalogueOption(context))
    .option('--limit <n>', `most hits to show, 1 to ${mostHits}`, parseLimit, usualLimit)
    .option('--queries <file>', 'ask every line of a file ("-": standard input); needs --json')
    .option('--json', 'print {"query", "hits": [{"code", "name", "score"}], "tookMs"}, one line a question')
    .enablePositionalOptions()
    .addCommand(createSearchGapsCommand(context));
  return command.action((words: readonly string[], options: Options) => {
    if (words.length > 0 === (options.queries !== undefined)) {
      command.error('error: give either words to search or --queries <file>');
    }
    if (options.queries !== undefined && options.json !== true) {
      command.error('error: --queries answers in JSON lines; add --json');
    }
    return withCatalogue(options.catalogue, async (catalogue) => {
      const search = openSearch(catalogue, () =>
        context.notice('kioskctl: the search index is damaged or of another version; making it anew …\n'),
      );
      if (options.queries !== undefined) {
        await answerEach(search, options.queries, options.limit, context);
        return;
      }
      const answer = await search(words.join(' '), options.limit);
      await context.print(options.json === true ? jsonLine(answer) : textOf(answer));
    });
  });
}

async function answerEach(search: Search, path: string, limit: number, context: CliContext): Promise<void> {
  const input = path === '-' ? context.input : await openQueries(path);
  // Every line is a question, an empty one too, so that answers and questions stay side by side.
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    await context.print(jsonLine(await search(line, limit)));
  }
}

async function openQueries(path: string): Promise<NodeJS.ReadableStream> {
  await access(path, constants.R_OK).catch((cause: unknown) => {
    throw new KioskError('source-unreadable', `The queries file ${path} cannot be read; check the path.`, { cause });
  });
  return createReadStream(path);
}

function jsonLine({ query, hits, tookMs }: SearchAnswer): string {
  const shortened = hits.map(({ code, name, score }) => ({ code, name, score }));
  return `${JSON.stringify({ query, hits: shortened, tookMs: Number(tookMs.toFixed(3)) })}\n`;
}

function textOf({ hits, total, tookMs }: SearchAnswer): string {
  if (hits.length === 0) {
    return `Nothing found (${tookMs.toFixed(1)} ms).\n`;
  }
  const widest = Math.max(...hits.map(({ code }) => code.length));
  const lines = hits.map(({ code, shortTitle, field, province, score }) => {
    const place = province === null ? '' : `, ${province}`;
    return `${code.padEnd(widest)}  ${score.toFixed(1).padStart(6)}  ${printable(shortTitle)} (${printable(field)}${place})`;
  });
  return `${lines.join('\n')}\n${hits.length} of ${total} found in ${tookMs.toFixed(1)} ms.\n`;
}

function parseLimit(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > mostHits) {
    throw new InvalidArgumentError(`A whole number from 1 to ${mostHits} is expected.`);
  }
  return limit;
}
