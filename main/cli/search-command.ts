/** `kioskctl search`: one question, or a file of them for measuring; `search gaps` stands beside. */
import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Command, InvalidArgumentError } from 'commander';
import { KioskError } from '../contract/error.ts';
import type { SearchAnswer } from '../contract/search.ts';
import type { RankingExplanation } from '../core/search/explain-ranking.ts';
import { type CatalogueOption, createCatalogueOption, withCatalogue } from './catalogue-option.ts';
import type { CliContext } from './cli-context.ts';
import { explanationText } from './explanation-text.ts';
import { openSearch, type Search } from './open-search.ts';
import { createSearchGapsCommand } from './search-gaps-command.ts';
import { printable } from './text-layout.ts';

const usualLimit = 10;
const mostHits = 100;

interface Options extends CatalogueOption {
  readonly limit: number;
  readonly queries?: string;
  readonly json?: true;
  readonly explain?: true;
}

export function createSearchCommand(context: CliContext): Command {
  const command = new Command('search')
    .description('search the catalogue as a citizen would, with or without accents')
    .argument('[words...]', 'the question; several words are one question')
    .addOption(createCatalogueOption(context))
    .option('--limit <n>', `most hits to show, 1 to ${mostHits}`, parseLimit, usualLimit)
    .option('--queries <file>', 'ask every line of a file ("-": standard input); needs --json')
    .option(
      '--json',
      'print {"query", "hits": [{"code", "name", "score", "group"}], "corrected", "aspect", "lifeEvent", "completions", "tookMs"}, one line a question',
    )
    .option('--explain', 'say how the question was understood and why each hit stands where it does')
    .enablePositionalOptions()
    .addCommand(createSearchGapsCommand(context));
  return command.action((words: readonly string[], options: Options) => {
    if (words.length > 0 === (options.queries !== undefined)) {
      command.error('error: give either words to search or --queries <file>');
    }
    if (options.queries !== undefined && options.explain === true) {
      command.error('error: --explain explains one question; give it as words');
    }
    if (options.queries !== undefined && options.json !== true) {
      command.error('error: --queries answers in JSON lines; add --json');
    }
    return withCatalogue(options.catalogue, async (catalogue) => {
      const search = openSearch(catalogue, (trouble) =>
        context.notice(
          trouble === 'index'
            ? 'kioskctl: the search index is damaged or of another version; making it anew …\n'
            : "kioskctl: the catalogue's words are of another version; searching without them. Build the catalogue again.\n",
        ),
      );
      if (options.queries !== undefined) {
        await answerEach(search, options.queries, options.limit, context);
        return;
      }
      const question = words.join(' ');
      const explanation = options.explain === true ? search.explain(question, options.limit) : null;
      const answer = await search.answer(question, options.limit);
      if (options.json === true) {
        await context.print(jsonLine(answer, explanation));
      } else {
        await context.print(textOf(answer) + (explanation === null ? '' : `\n${explanationText(explanation)}`));
      }
    });
  });
}

async function answerEach(search: Search, path: string, limit: number, context: CliContext): Promise<void> {
  const input = path === '-' ? context.input : await openQueries(path);
  // Every line is a question, an empty one too, so that answers and questions stay side by side.
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    await context.print(jsonLine(await search.answer(line, limit), null));
  }
}

async function openQueries(path: string): Promise<NodeJS.ReadableStream> {
  await access(path, constants.R_OK).catch((cause: unknown) => {
    throw new KioskError('source-unreadable', `The queries file ${path} cannot be read; check the path.`, { cause });
  });
  return createReadStream(path);
}

function jsonLine(answer: SearchAnswer, explanation: RankingExplanation | null): string {
  const { query, corrected, aspect, lifeEvent, completions, tookMs } = answer;
  const hits = answer.hits.map(({ code, name, score, group }) => ({ code, name, score, group }));
  const rest = { corrected, aspect, lifeEvent, completions, tookMs: Number(tookMs.toFixed(3)) };
  return `${JSON.stringify({ query, hits, ...rest, ...(explanation === null ? {} : { explanation }) })}\n`;
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
