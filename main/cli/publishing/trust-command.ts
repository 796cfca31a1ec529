/** `kioskctl trust`: gives a kiosk the root it believes, once a person has compared the fingerprint. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { KioskError } from '../../contract/error.ts';
import { installTrust, readTrustCandidate, type TrustCandidate } from '../../core/publishing/install-trust.ts';
import { sameFingerprint } from '../../core/publishing/root-fingerprint.ts';
import type { CliContext } from '../cli-context.ts';
import { createDataFolderOption, type DataFolderOption } from '../data-folder-option.ts';
import { isTerminal, readLine } from '../read-secret.ts';
import { explained } from './sign-with-keys.ts';

interface Options extends DataFolderOption {
  readonly fingerprint?: string;
  readonly yes?: true;
}

export function createTrustCommand(context: CliContext): Command {
  return new Command('trust')
    .description('give a kiosk the root of trust that its updates must be signed under')
    .argument('<file>', 'trusted-root.json, of kioskctl keys init')
    .addOption(createDataFolderOption(context))
    .option('--fingerprint <hex>', 'install it only where its fingerprint is this one; asks nothing')
    .option('--yes', 'ask nothing, where the file came by a way that is safe by itself')
    .addHelpText(
      'after',
      `
Compare the fingerprint with the one that was written down at keys init: whoever gives a kiosk another root decides what
it shows. A kiosk that runs takes the new root at its next check. Run it as the user the kiosk runs as.

Examples:
  kioskctl trust trusted-root.json
  kioskctl trust trusted-root.json --fingerprint "3f1c 92ab …" --data-dir /var/lib/kiosk`,
    )
    .action(async (file: string, options: Options, command: Command) => {
      const dataFolder = resolve(options.dataDir);
      const candidate = readTrustCandidate(resolve(file));
      const { root, fingerprint } = candidate;
      context.notice(`Root ${root.signed.version}, holds until ${root.signed.expires}\nFingerprint  ${fingerprint}\n`);
      await requireConsent(candidate, options, context, command);
      const isNew = !existsSync(dataFolder);
      const { path, wasThere } = await explained(dataFolder, () => installTrust(dataFolder, candidate));
      await context.print(wasThere ? `It is trusted already (${path}).\n` : `Trusted from now on (${path}).\n`);
      if (isNew) {
        context.notice(
          `There was no data folder ${dataFolder}; it was made. Name another with --data-dir if that is not the kiosk's.\n`,
        );
      }
    });
}

async function requireConsent(
  { fingerprint }: TrustCandidate,
  options: Options,
  context: CliContext,
  command: Command,
): Promise<void> {
  if (options.fingerprint !== undefined) {
    if (!sameFingerprint(options.fingerprint, fingerprint)) {
      throw new KioskError(
        'repository-refused',
        'The fingerprint of the file is another than the one given; nothing was installed.',
      );
    }
    return;
  }
  if (options.yes === true) {
    return;
  }
  if (!isTerminal(context.input)) {
    command.error('error: standard input is no terminal to ask at; give --fingerprint <hex>, or --yes');
  }
  context.notice('Is it the fingerprint that was written down? Type yes to trust it: ');
  if ((await readLine(context.input)).trim().toLowerCase() !== 'yes') {
    throw new KioskError('invalid-request', 'Not trusted; nothing was installed.');
  }
}
