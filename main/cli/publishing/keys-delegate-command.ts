/** `kioskctl keys delegate`: lets an office sign its own sheet, or takes the right back. */
import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { KioskError } from '../../contract/error.ts';
import { delegateOffice, revokeOffice } from '../../core/publishing/delegate-office.ts';
import { readHandIn } from '../../core/publishing/incoming-sheets.ts';
import { publicKeyOf } from '../../core/publishing/signing-key.ts';
import { officeIdPattern } from '../../core/releases/release-manifest.ts';
import type { CliContext } from '../cli-context.ts';
import { passphraseHelp, withPassphrases } from './ask-passphrase.ts';
import {
  addLifetimeOptions,
  alsoOption,
  keysOption,
  type LifetimeOptions,
  repositoryOption,
  type SigningOptions,
} from './publishing-options.ts';
import { explained, openSigningKeys } from './sign-with-keys.ts';

interface Options extends LifetimeOptions, Omit<SigningOptions, 'keys'> {
  readonly dir: string;
  readonly office: string;
  readonly publicKey?: string;
  readonly revoke?: true;
}

export function createKeysDelegateCommand(context: CliContext): Command {
  const command = new Command('delegate')
    .description('let an office sign its own sheet, and nothing else')
    .requiredOption(
      '--office <id>',
      'name of the office in the repository, as in updates.office of its kiosks',
      parseOfficeId,
    )
    .option('--public-key <file>', "the office's file, of kioskctl overlay init-office")
    .option('--revoke', 'take the right back; the sheet of the office is believed no longer')
    .addOption(keysOption('--dir'))
    .addOption(repositoryOption())
    .addOption(alsoOption());
  return addLifetimeOptions(command, ['targets', 'snapshot', 'timestamp'])
    .addHelpText(
      'after',
      `
Make sure over the telephone that the key is the office's own: both sides see the same key id. ${passphraseHelp}

Examples:
  kioskctl keys delegate --office phuong-1 --public-key office-phuong-1.public.json --dir keys --repo /srv/kiosk/releases
  kioskctl keys delegate --office phuong-1 --revoke --dir keys --repo /srv/kiosk/releases`,
    )
    .action(async (options: Options, self: Command) => {
      const { office, publicKey } = options;
      if ((publicKey === undefined) === (options.revoke === undefined)) {
        self.error('error: give either --public-key <file> or --revoke');
      }
      const handIn = publicKey === undefined ? null : readHandIn(resolve(publicKey));
      if (handIn !== null && handIn.office !== office) {
        throw new KioskError(
          'invalid-request',
          `${publicKey} is of the office ${handIn.office}, not of ${office}; nothing was changed.`,
        );
      }
      await withPassphrases(context, (source) =>
        explained(options.repo, async () => {
          const roles = ['targets', 'snapshot', 'timestamp'] as const;
          const { signing } = await openSigningKeys({ ...options, keys: options.dir }, roles, source);
          const repository = resolve(options.repo);
          await (handIn === null
            ? revokeOffice(repository, office, signing)
            : delegateOffice(repository, handIn, false, signing));
        }),
      );
      await context.print(
        handIn === null
          ? `What the office ${office} signs is believed no longer; its kiosks show the city's catalogue alone.\n`
          : `The office ${office} may sign offices/${office}/ and nothing else, with the key\n${grouped(publicKeyOf(handIn.publicKey).keyId)}\n`,
      );
    });
}

export function grouped(hex: string): string {
  return hex.match(/.{4}/gu)?.join(' ') ?? hex;
}

export function parseOfficeId(text: string): string {
  if (!officeIdPattern.test(text)) {
    throw new InvalidArgumentError('1 to 40 small letters, digits and hyphens are expected, e.g. phuong-ben-thanh.');
  }
  return text;
}
