/** `kioskctl scanner monitor`: shows what comes from the reader as it comes, for whoever sets one up. */
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Command, InvalidArgumentError } from 'commander';
import { KioskError } from '../contract/error.ts';
import { readConfiguration } from '../core/configuration/read-configuration.ts';
import { askStaff } from './ask-staff.ts';
import type { CliContext } from './cli-context.ts';
import { createDataFolderOption, type DataFolderOption } from './data-folder-option.ts';
import { watchKioskReader } from './watch-kiosk-reader.ts';
import { watchOwnReader } from './watch-own-reader.ts';
import { createNewsPrinter, type ReaderNews } from './watched-reader.ts';
import { terminalSchedule } from './with-printer-line.ts';

interface Options extends DataFolderOption {
  readonly target?: string;
  readonly seconds?: number;
  readonly showFields?: true;
  readonly json?: true;
  readonly config: string;
}

const pauseMs = 300;
const longestSeconds = 86_400;

export function createScannerMonitorCommand(context: CliContext): Command {
  return new Command('monitor')
    .description('say what is held before the reader, as it comes, and whether the reader is there; until Ctrl-C')
    .option('--target <target>', 'a reader that no kiosk has: serial:/dev/ttyACM0, virtual:[port], virtual:/path')
    .option('--seconds <n>', 'end after so long', readSeconds)
    .option('--show-fields', 'also what stands there, cards included; never of a running kiosk')
    .option('--json', 'print one JSON object a line: "news" is "state" or "scan"')
    .addOption(createDataFolderOption(context))
    .option('--config <file>', "the site's configuration", join(context.projectFolder, 'data', 'site.json'))
    .addHelpText(
      'after',
      `
Without --target the running kiosk is asked, which tells kinds and nothing of what stands there; where none runs, the reader of
the configuration is opened.

Examples:
  kioskctl scanner monitor
  kioskctl scanner monitor --target "serial:/dev/ttyACM0?baud=115200" --show-fields
  kioskctl scanner monitor --seconds 30 --json`,
    )
    .action((options: Options) => monitor(options, context));
}

async function monitor(options: Options, context: CliContext): Promise<void> {
  const { seconds, json, target } = options;
  const end = new AbortController();
  const stop = (): void => end.abort();
  context.interrupted.addEventListener('abort', stop, { once: true });
  const timer = seconds === undefined ? undefined : setTimeout(stop, seconds * 1_000);
  try {
    if (context.interrupted.aborted) {
      return;
    }
    const tell = createNewsPrinter(context, json === true);
    const isKiosks = target === undefined && (await watchKiosk(options, context, end.signal, tell));
    if (!isKiosks) {
      await watchOwn(options, end.signal, tell);
    }
  } finally {
    clearTimeout(timer);
    context.interrupted.removeEventListener('abort', stop);
  }
}

/** False where no kiosk runs. */
async function watchKiosk(
  { dataDir, showFields }: Options,
  context: CliContext,
  signal: AbortSignal,
  tell: (news: ReaderNews) => Promise<void>,
): Promise<boolean> {
  const dataFolder = resolve(dataDir);
  let isRunning = false;
  try {
    await watchKioskReader({
      ask: async () => {
        const overview = await askStaff('reader.overview', {}, { dataFolder, logger: context.logger });
        if (!isRunning && showFields === true) {
          context.notice('A kiosk runs and has the reader: it tells kinds only.\n');
        }
        isRunning = true;
        return overview;
      },
      pause: () => wait(pauseMs, undefined, { signal }).catch(() => undefined),
      signal,
      tell,
    });
    return true;
  } catch (error) {
    if (isRunning || !(error instanceof KioskError) || !['kiosk-not-running', 'journal-missing'].includes(error.code)) {
      throw error;
    }
    return false;
  }
}

function watchOwn(
  { target: named, config, showFields }: Options,
  signal: AbortSignal,
  tell: (news: ReaderNews) => Promise<void>,
): Promise<void> {
  const configuration = readConfiguration(config);
  const target = named ?? configuration.reader.target;
  if (target === null) {
    throw new KioskError('not-found', `The configuration ${config} names no reader.`);
  }
  if (target === 'keyboard') {
    throw new KioskError(
      'unavailable',
      'A reader that types is heard by the page alone: start the kiosk and ask again.',
    );
  }
  return watchOwnReader({
    target,
    configuration,
    showFields: showFields === true,
    signal,
    schedule: terminalSchedule,
    tell,
  });
}

function readSeconds(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= longestSeconds)) {
    throw new InvalidArgumentError(`seconds from 1 to ${longestSeconds} are expected.`);
  }
  return seconds;
}
