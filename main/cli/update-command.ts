/** `kioskctl update`: has the running kiosk look for an update now, or take the one on a stick, and shows how far it is. */
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Command, InvalidArgumentError } from 'commander';
import { KioskError } from '../contract/error.ts';
import type { UpdateOutcome } from '../contract/updates.ts';
import { type AskStaffOptions, askRunningKiosk } from './ask-staff.ts';
import type { CliContext } from './cli-context.ts';
import { createUpdateProgressBar, type UpdateProgressBar } from './create-update-progress-bar.ts';
import { createDataFolderOption, type DataFolderOption } from './data-folder-option.ts';
import { updateFailureWords } from './trouble-words.ts';

/** A slow line may take so long for a whole snapshot. */
const longestMs = 30 * 60_000;
const lookMs = 300;
/** A stick is noticed within two seconds, and verified then. */
const stickMs = 15_000;

interface Options extends DataFolderOption {
  readonly stick?: number;
}

export function createUpdateCommand(context: CliContext): Command {
  return new Command('update')
    .description('look for an update of the catalogue now')
    .addOption(createDataFolderOption(context))
    .option(
      '--stick <number>',
      'take this release from the stick that is plugged in; naming it confirms it',
      parseNumber,
    )
    .addHelpText(
      'after',
      `
The kiosk must run; it takes the update itself, by the rules it always follows. Where a citizen stands before it, the
update is got ready and taken as soon as they have left.

Examples:
  kioskctl update
  kioskctl update --data-dir /var/lib/kiosk/procedure-kiosk
  kioskctl update --stick 12

Exit code: 0 up to date, or waiting for the citizen to leave; 1 failed (the reason is on standard error); 2 wrongly used.`,
    )
    .action(async ({ dataDir, stick }: Options) => {
      await context.print(`${textOf(await update(resolve(dataDir), stick ?? null, context))}\n`);
    });
}

function parseNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) {
    throw new InvalidArgumentError('It must be the number of a release, as kioskctl status shows it.');
  }
  return number;
}

async function update(dataFolder: string, stick: number | null, context: CliContext): Promise<UpdateOutcome> {
  const asking = { dataFolder, logger: context.logger };
  const before = await askRunningKiosk('updates.overview', {}, asking);
  if (before === null) {
    throw new KioskError('kiosk-not-running', `No kiosk runs with ${dataFolder}; start it, it looks by itself then.`);
  }
  if (stick !== null) {
    await stickIsThere(stick, asking);
  }
  const bar = createUpdateProgressBar(context.progressStream);
  const over = new AbortController();
  const watching = watch(asking, bar, over.signal);
  try {
    const patient = { ...asking, timeoutMs: longestMs };
    const outcome =
      stick === null
        ? await askRunningKiosk('updates.check', {}, patient)
        : await askRunningKiosk('updates.takeStick', { number: stick }, patient);
    return outcome ?? { kind: 'failed', reason: 'internal', detail: 'The kiosk ended meanwhile.' };
  } finally {
    over.abort();
    bar.end();
    await watching;
  }
}

/** The outcome is told by somebody else; a look that fails costs no more than the bar. */
async function watch(asking: AskStaffOptions, bar: UpdateProgressBar, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    const overview = await askRunningKiosk('updates.overview', {}, asking).catch(() => null);
    if (overview !== null && !over.aborted) {
      bar.show(overview.progress);
    }
    await sleep(lookMs, undefined, { signal: over }).catch(() => undefined);
  }
}

/** Resolves when the kiosk has noticed the stick and verified it. Error: `not-found`. */
async function stickIsThere(number: number, asking: AskStaffOptions): Promise<void> {
  const untilMs = Date.now() + stickMs;
  do {
    const found = (await askRunningKiosk('updates.overview', {}, asking))?.stick?.number;
    if (found === number) {
      return;
    }
    if (found !== undefined) {
      throw new KioskError(
        'not-found',
        `Release ${found} is on the stick, not release ${number}; nothing was changed.`,
      );
    }
    await new Promise((resume) => setTimeout(resume, lookMs));
  } while (Date.now() < untilMs);
  throw new KioskError(
    'not-found',
    'The kiosk sees no stick with a release. Is it mounted under updates.stickFolder, and does it hold a folder kiosk-release? What was wrong with it stands in kioskctl status.',
  );
}

function textOf(outcome: UpdateOutcome): string {
  switch (outcome.kind) {
    case 'current':
      return outcome.number === 0
        ? 'Nothing new: the kiosk shows the catalogue that came with the software.'
        : `Nothing new: the kiosk shows release ${outcome.number}.`;
    case 'committed':
      return `The kiosk shows release ${outcome.number} now.`;
    case 'waiting':
      return `Release ${outcome.number} is ready; the kiosk takes it as soon as the citizen has left.`;
    case 'busy':
      throw new KioskError('unavailable', 'An update is on its way already; kioskctl status tells how it ends.');
    case 'failed':
      break;
  }
  throw new KioskError('unavailable', `No update was taken: ${updateFailureWords[outcome.reason]}. ${outcome.detail}`);
}
