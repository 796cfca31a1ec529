/** `kioskctl release withdraw`: what was published before is published anew, so that kiosks go back by going on. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { planWithdrawal, withdrawRelease } from '../../core/publishing/withdraw-release.ts';
import type { CliContext } from '../cli-context.ts';
import { passphraseHelp, withPassphrases } from './ask-passphrase.ts';
import {
  addLifetimeOptions,
  alsoOption,
  keepOption,
  keysOption,
  type LifetimeOptions,
  repositoryOption,
  type SigningOptions,
  wholeNumber,
} from './publishing-options.ts';
import { changeReport, publishedText } from './release-publish-command.ts';
import { explained, openSigningKeys } from './sign-with-keys.ts';

interface Options extends SigningOptions, LifetimeOptions {
  readonly to?: number;
  readonly keep: number;
  readonly json?: true;
}

const releaseNumber = (text: string) => wholeNumber(text, 1, 999_999_999);

export function createReleaseWithdrawCommand(context: CliContext): Command {
  const command = new Command('withdraw')
    .description('take the newest release back: publish the content before it under a higher number')
    .argument('[number]', 'the release to take back, to be sure it is the one; the newest', releaseNumber)
    .option('--to <number>', 'the release whose content shall hold again; the one before', releaseNumber)
    .addOption(repositoryOption())
    .addOption(keysOption())
    .addOption(alsoOption())
    .addOption(keepOption())
    .option('--json', 'print one JSON object, as release publish');
  return addLifetimeOptions(command, ['targets', 'snapshot', 'timestamp'])
    .addHelpText(
      'after',
      `
Kiosks never go back to a lower number; they take the former content as the newest. ${passphraseHelp}

Examples:
  kioskctl release withdraw 12 --repo /srv/kiosk/releases --keys keys
  kioskctl release withdraw --to 9 --repo /srv/kiosk/releases --keys keys`,
    )
    .action(async (number: number | undefined, options: Options) => {
      const repository = resolve(options.repo);
      // Before anybody is asked for a passphrase.
      const plan = planWithdrawal(repository, { number: number ?? null, to: options.to ?? null });
      const outcome = await withPassphrases(context, (source) =>
        explained(repository, async () => {
          const { signing } = await openSigningKeys(options, ['targets', 'snapshot', 'timestamp'], source);
          return withdrawRelease(repository, plan, { changeReport, keep: options.keep }, signing);
        }),
      );
      await context.print(
        options.json === true ? `${JSON.stringify(outcome, null, 2)}\n` : publishedText(outcome, repository),
      );
    });
}
