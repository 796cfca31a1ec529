/** `kioskctl overlay publish`: an office's sheet, signed with the office's key and nobody else's. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { KioskError } from '../../contract/error.ts';
import { formerOfficeVersion } from '../../core/publishing/delegate-office.ts';
import { leaveHandIn, waitingVersion } from '../../core/publishing/incoming-sheets.ts';
import { openKeys, readKeyFile } from '../../core/publishing/key-folder.ts';
import { checkHandIn, signOfficeSheet } from '../../core/publishing/office-hand-in.ts';
import { readRepository } from '../../core/publishing/read-repository.ts';
import { refreshRepository } from '../../core/publishing/refresh-repository.ts';
import { publicKeyOf, type SigningKey } from '../../core/publishing/signing-key.ts';
import { officeRole } from '../../core/releases/release-manifest.ts';
import type { CliContext } from '../cli-context.ts';
import { type PassphraseSource, passphraseHelp, withPassphrases } from './ask-passphrase.ts';
import { parseOfficeId } from './keys-delegate-command.ts';
import { readSheet } from './overlay-edit-command.ts';
import {
  addLifetimeOptions,
  keepOption,
  type LifetimeOptions,
  lifetimesOf,
  repositoryOption,
} from './publishing-options.ts';
import { explained, openSigningKeys } from './sign-with-keys.ts';

interface Options extends LifetimeOptions {
  readonly office: string;
  readonly key: string;
  readonly repo: string;
  readonly keys?: string;
  readonly keep: number;
}

export function createOverlayPublishCommand(context: CliContext): Command {
  const command = new Command('publish')
    .description("sign an office's sheet and hand it in, or publish it at once")
    .argument('<sheet>', 'file of the sheet (JSON)')
    .requiredOption('--office <id>', 'name of the office in the repository', parseOfficeId)
    .requiredOption('--key <file>', "the office's key, of kioskctl overlay init-office")
    .addOption(repositoryOption())
    .option('--keys <folder>', 'on the publishing machine: keys of snapshot and timestamp, to publish at once')
    .addOption(keepOption());
  return addLifetimeOptions(command, ['office', 'snapshot', 'timestamp'])
    .addHelpText(
      'after',
      `
${passphraseHelp}
Without --keys what was signed is left in incoming/ of the repository; the next kioskctl release refresh takes it in.

Examples:
  kioskctl overlay publish ben-thanh.json --office phuong-ben-thanh --key office-phuong-ben-thanh.key.json \\
    --repo /mnt/releases
  kioskctl overlay publish ben-thanh.json --office phuong-ben-thanh --key office-phuong-ben-thanh.key.json \\
    --repo /srv/kiosk/releases --keys /etc/kiosk/keys`,
    )
    .action(async (file: string, options: Options) => {
      const { office } = options;
      const repository = resolve(options.repo);
      const sheet = Buffer.from(`${JSON.stringify(readSheet(resolve(file)), null, 2)}\n`);
      await withPassphrases(context, (source) =>
        explained(repository, async () => {
          const state = readRepository(repository);
          if (!state.offices.has(officeRole(office))) {
            throw new KioskError(
              'repository-refused',
              `The city has not delegated anything to the office ${office} yet (kioskctl keys delegate).`,
            );
          }
          const key = await officeKey(resolve(options.key), office, source);
          const nowMs = Date.now();
          const formerVersion = formerOfficeVersion(state, office);
          const version = Math.max(formerVersion, waitingVersion(repository, office)) + 1;
          const handIn = signOfficeSheet({
            office,
            key,
            sheet,
            version,
            lifetimeDays: lifetimesOf(options).office,
            nowMs,
          });
          checkHandIn(handIn, state.targets, { formerVersion, nowMs });
          const { keys } = options;
          if (keys === undefined) {
            const path = leaveHandIn(repository, handIn);
            await context.print(
              `Signed as version ${version} and left in ${path}; the next release refresh takes it in.\n`,
            );
            return;
          }
          const { signing } = await openSigningKeys({ ...options, keys }, ['snapshot', 'timestamp'], source);
          leaveHandIn(repository, handIn);
          const { takenIn, refused } = await refreshRepository(repository, options.keep, signing);
          if (!takenIn.includes(office)) {
            throw new KioskError(
              'repository-refused',
              refused.map(({ reason }) => reason).join(' ') || `The sheet of ${office} was not taken in.`,
            );
          }
          await context.print(
            `The sheet of ${office} is published as version ${version}; its kiosks take it at their next check.\n`,
          );
        }),
      );
    });
}

/** Errors: `key-refused` where it is another's key, or was not opened. */
async function officeKey(path: string, office: string, { ask, known }: PassphraseSource): Promise<SigningKey> {
  const file = readKeyFile(path);
  if (file.role !== officeRole(office)) {
    throw new KioskError('key-refused', `${path} is a key of ${file.role}, not of ${officeRole(office)}.`);
  }
  const { keyId } = publicKeyOf(file.public);
  const stored = { keyId, file, path, isSealed: file.secret.kind !== 'plain' };
  const key = (await openKeys([stored], ask, known)).get(keyId);
  if (key === undefined) {
    throw new KioskError('key-refused', `The key ${path} was not opened; nothing was changed.`);
  }
  return key;
}
