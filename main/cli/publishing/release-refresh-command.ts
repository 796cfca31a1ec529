/** `kioskctl release refresh`: what a cron job does between releases. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { type RefreshReport, refreshRepository } from '../../core/publishing/refresh-repository.ts';
import type { CliContext } from '../cli-context.ts';
import { ExitStatus } from '../exit-status.ts';
import { withPassphrases } from './ask-passphrase.ts';
import {
  addLifetimeOptions,
  alsoOption,
  keepOption,
  keysOption,
  type LifetimeOptions,
  repositoryOption,
  type SigningOptions,
} from './publishing-options.ts';
import { explained, openSigningKeys } from './sign-with-keys.ts';

interface Options extends SigningOptions, LifetimeOptions {
  readonly keep: number;
  readonly json?: true;
}

const somethingRefused = 1;

export function createReleaseRefreshCommand(context: CliContext): Command {
  const command = new Command('refresh')
    .description('sign the timestamp anew, the snapshot before it ends, and take in what offices handed in')
    .addOption(repositoryOption())
    .addOption(keysOption())
    .addOption(alsoOption())
    .addOption(keepOption())
    .option('--json', 'print one JSON object');
  return addLifetimeOptions(command, ['snapshot', 'timestamp'])
    .addHelpText(
      'after',
      `
Needs online/ of the keys alone and no passphrase. Without it for two days (--timestamp-days) kiosks say that updates
have expired, and go on with what they show. It warns, on standard error, of what needs a passphrase soon.

Example, for the crontab of the publishing user:
  17 * * * *  kioskctl release refresh --repo /srv/kiosk/releases --keys /etc/kiosk/keys

Exit code: 0 done, 1 failed, or done and something an office handed in was refused.`,
    )
    .action(async (options: Options) => {
      const repository = resolve(options.repo);
      const report = await withPassphrases(context, (source) =>
        explained(repository, async () => {
          const { signing } = await openSigningKeys(options, ['snapshot', 'timestamp'], source);
          return refreshRepository(repository, options.keep, signing);
        }),
      );
      await context.print(options.json === true ? `${JSON.stringify(report, null, 2)}\n` : textOf(report));
      for (const { path, reason } of report.refused) {
        context.notice(`${reason} It was put aside beside ${path}, in refused/.\n`);
      }
      for (const warning of report.warnings) {
        context.notice(`${warning}\n`);
      }
      if (report.refused.length > 0) {
        throw new ExitStatus(somethingRefused);
      }
    });
}

export function textOf({ takenIn, snapshotRenewed, mended, timestampExpires }: RefreshReport): string {
  const lines = [
    ...(mended ? ['The timestamp led nowhere; it was made anew from the newest snapshot that holds.'] : []),
    ...takenIn.map((office) => `The sheet of ${office} was taken in.`),
    `${snapshotRenewed ? 'Snapshot and timestamp are' : 'The timestamp is'} signed anew; kiosks take updates until ${timestampExpires}.`,
  ];
  return `${lines.join('\n')}\n`;
}
