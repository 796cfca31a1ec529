/** `kioskctl release export`: the newest release for a stick. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { exportRelease } from '../../core/publishing/export-release.ts';
import type { CliContext } from '../cli-context.ts';
import { withPassphrases } from './ask-passphrase.ts';
import {
  addLifetimeOptions,
  alsoOption,
  type LifetimeOptions,
  repositoryOption,
  wholeNumber,
} from './publishing-options.ts';
import { size } from './release-publish-command.ts';
import { explained, openSigningKeys } from './sign-with-keys.ts';

interface Options extends LifetimeOptions {
  readonly repo: string;
  readonly to: string;
  readonly from?: number;
  readonly keys?: string;
  readonly also?: readonly string[];
  readonly validDays: number;
  readonly json?: true;
}

export function createReleaseExportCommand(context: CliContext): Command {
  const command = new Command('export')
    .description('write the newest release to a stick, as a folder kiosk-release')
    .requiredOption('--to <folder>', 'where the stick is mounted; it must be there')
    .addOption(repositoryOption())
    .option('--from <number>', 'leave out deltas from releases before this one', (text) =>
      wholeNumber(text, 0, 999_999_999),
    )
    .option('--keys <folder>', 'keys of snapshot and timestamp, for a stick that is carried for longer')
    .option('--valid-days <n>', 'with --keys: how long kiosks take the stick', (text) => wholeNumber(text, 1, 60), 14)
    .addOption(alsoOption())
    .option('--json', 'print one JSON object');
  return addLifetimeOptions(command, ['snapshot', 'timestamp'])
    .addHelpText(
      'after',
      `
The repository is verified first. Without --keys the stick carries the repository's own timestamp, which ends within
days; with them it gets one of its own. An earlier export on the stick is replaced; nothing else is touched.

Examples:
  kioskctl release export --to /media/it/STICK --repo /srv/kiosk/releases --keys /etc/kiosk/keys
  kioskctl release export --to /media/it/STICK --repo /srv/kiosk/releases --from 9`,
    )
    .action(async (options: Options) => {
      const repository = resolve(options.repo);
      const { keys } = options;
      const report = await withPassphrases(context, (source) =>
        explained(resolve(options.to), async () => {
          const signing =
            keys === undefined
              ? null
              : (await openSigningKeys({ ...options, keys }, ['snapshot', 'timestamp'], source)).signing;
          const order = { to: resolve(options.to), fromNumber: options.from ?? null, signing };
          return exportRelease(repository, { ...order, validDays: options.validDays, nowMs: Date.now() });
        }),
      );
      await context.print(
        options.json === true
          ? `${JSON.stringify(report, null, 2)}\n`
          : `Release ${report.manifest.number} is in ${report.folder}: ${report.fileCount} files, ${size(report.bytes)}.
Kiosks take it until ${report.validUntil}${keys === undefined ? '; --keys makes that longer' : ''}.
`,
      );
    });
}
