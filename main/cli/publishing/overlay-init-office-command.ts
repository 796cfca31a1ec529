/** `kioskctl overlay init-office`: the key with which an office signs its own sheet. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { KioskError } from '../../contract/error.ts';
import { officeDate } from '../../core/office-date.ts';
import { formerOfficeVersion } from '../../core/publishing/delegate-office.ts';
import { sealKeyFile } from '../../core/publishing/key-file.ts';
import { signOfficeSheet } from '../../core/publishing/office-hand-in.ts';
import { readTarget } from '../../core/publishing/read-releases.ts';
import { readRepository } from '../../core/publishing/read-repository.ts';
import { createSigningKey } from '../../core/publishing/signing-key.ts';
import { writeDurably } from '../../core/publishing/write-durably.ts';
import { officeRole, officeSheetTarget } from '../../core/releases/release-manifest.ts';
import type { CliContext } from '../cli-context.ts';
import { passphraseHelp, withPassphrases } from './ask-passphrase.ts';
import { grouped, parseOfficeId } from './keys-delegate-command.ts';
import { addLifetimeOptions, type LifetimeOptions, lifetimesOf } from './publishing-options.ts';
import { explained } from './sign-with-keys.ts';

interface Options extends LifetimeOptions {
  readonly dir: string;
  readonly repo?: string;
}

export function createOverlayInitOfficeCommand(context: CliContext): Command {
  const command = new Command('init-office')
    .description("make an office's key, and the file by which the city gets to know it")
    .argument('<id>', 'name of the office in the repository, as in updates.office of its kiosks', parseOfficeId)
    .requiredOption('--dir <folder>', "the office's own folder for its key")
    .option('--repo <folder>', 'where the office had a key before: what it published is signed anew with the new one');
  return addLifetimeOptions(command, ['office'])
    .addHelpText(
      'after',
      `
The private half stays with the office, sealed. ${passphraseHelp}
The public file goes to the city: kioskctl keys delegate, or for a second key kioskctl keys rotate --role office-<id>.

Example:
  kioskctl overlay init-office phuong-ben-thanh --dir ~/kiosk-key`,
    )
    .action(async (office: string, options: Options) => {
      const folder = resolve(options.dir);
      const keyPath = join(folder, `${officeRole(office)}.key.json`);
      const publicPath = join(folder, `${officeRole(office)}.public.json`);
      refuseFormer([keyPath, publicPath]);
      const nowMs = Date.now();
      const published =
        options.repo === undefined ? { version: 0, sheet: null } : publishedBefore(resolve(options.repo), office);
      const key = createSigningKey();
      const facts = { role: officeRole(office), createdDate: officeDate(nowMs) };
      const handIn = signOfficeSheet({
        office,
        key,
        sheet: published.sheet,
        version: published.version + 1,
        lifetimeDays: lifetimesOf(options).office,
        nowMs,
      });
      await withPassphrases(context, async ({ choose }) => {
        const file = await sealKeyFile(key, facts, await choose(`the key of ${office}`));
        await explained(folder, () => {
          writeDurably(keyPath, Buffer.from(`${JSON.stringify(file, null, 2)}\n`), 0o600);
          writeDurably(publicPath, Buffer.from(`${JSON.stringify(handIn)}\n`));
        });
      });
      await context.print(`Key of the office   ${keyPath} (encrypted; stays here)
For the city        ${publicPath}
Key id, to compare over the telephone
${grouped(key.keyId)}
`);
    });
}

function refuseFormer(paths: readonly string[]): void {
  const former = paths.find((path) => existsSync(path));
  if (former !== undefined) {
    throw new KioskError(
      'output-refused',
      `${former} is there already; nothing was changed. Name another folder for a new key.`,
    );
  }
}

function publishedBefore(repository: string, office: string) {
  const state = readRepository(repository);
  const present = state.offices.get(officeRole(office));
  const sheet = present === undefined ? null : readTarget(repository, present, officeSheetTarget(office));
  return { version: formerOfficeVersion(state, office), sheet };
}
