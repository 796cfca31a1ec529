/** `kioskctl status`: whether this kiosk is well, for a person, a cron job or a monitoring system. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { askRunningKiosk } from './ask-staff.ts';
import type { CliContext } from './cli-context.ts';
import { createDataFolderOption, type DataFolderOption } from './data-folder-option.ts';
import { ExitStatus } from './exit-status.ts';
import { statusText } from './status-text.ts';
import { readStoppedKiosk, stoppedText } from './stopped-kiosk.ts';

interface Options extends DataFolderOption {
  readonly json?: true;
}

const troubleStands = 1;
const notRunning = 3;

export function createStatusCommand(context: CliContext): Command {
  return new Command('status')
    .description('say whether this kiosk is well: release, updates, printer, paper, reader, counts')
    .addOption(createDataFolderOption(context))
    .option('--json', 'print one JSON object: {"running": true, …} or {"running": false, …}')
    .addHelpText(
      'after',
      `
What needs a hand stands first. Where no kiosk runs with the folder, what the last one left behind is told. Counts are
since the start of the kiosk; what citizens asked, printed or scanned is nowhere in it.

Examples:
  kioskctl status
  kioskctl status --json --data-dir /var/lib/kiosk/procedure-kiosk | jq .troubles

Exit code: 0 well, 1 something needs a hand (or it could not be found out; standard error says why), 2 wrongly used,
3 no kiosk runs.`,
    )
    .action((options: Options) => act(options, context));
}

async function act(options: Options, context: CliContext): Promise<void> {
  const asking = { dataFolder: resolve(options.dataDir), logger: context.logger };
  const print = (facts: unknown, text: string): Promise<void> =>
    context.print(options.json === true ? `${JSON.stringify(facts, null, 2)}\n` : text);
  const status = await askRunningKiosk('kiosk.status', {}, asking);
  if (status === null) {
    const stopped = await readStoppedKiosk(asking);
    await print(stopped, stoppedText(stopped, asking.dataFolder, Date.now()));
    throw new ExitStatus(notRunning);
  }
  await print({ running: true, ...status }, statusText(status, context.columns));
  if (status.troubles.length > 0) {
    throw new ExitStatus(troubleStands);
  }
}
