/** `kioskctl keys init`: the ceremony that begins a repository. */
import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { initialiseKeys, refuseUsedFolders } from '../../core/publishing/initialise-keys.ts';
import { trustedRootFileName } from '../../core/publishing/key-folder.ts';
import { type TopRole, topRoles } from '../../core/publishing/role-signers.ts';
import { rootFingerprint } from '../../core/publishing/root-fingerprint.ts';
import type { CliContext } from '../cli-context.ts';
import { passphraseHelp, withPassphrases } from './ask-passphrase.ts';
import { addLifetimeOptions, type LifetimeOptions, lifetimesOf, wholeNumber } from './publishing-options.ts';
import { explained } from './sign-with-keys.ts';

type CountOptions = Record<`${TopRole}Keys` | `${TopRole}Threshold`, number>;

interface Options extends LifetimeOptions, CountOptions {
  readonly dir: string;
  readonly repo: string;
}

const usual: Readonly<Record<TopRole, readonly [keyCount: number, threshold: number]>> = {
  root: [3, 2],
  targets: [1, 1],
  snapshot: [1, 1],
  timestamp: [1, 1],
};

export function createKeysInitCommand(context: CliContext): Command {
  const command = new Command('init')
    .description('make all keys, the first root and an empty repository')
    .requiredOption('--dir <folder>', 'where the keys go; empty or not there')
    .requiredOption('--repo <folder>', 'where the repository goes; empty or not there');
  for (const role of topRoles) {
    const [keyCount, threshold] = usual[role];
    command
      .addOption(new Option(`--${role}-keys <n>`, `how many keys of ${role}`).argParser(count).default(keyCount))
      .addOption(
        new Option(`--${role}-threshold <n>`, 'how many of them must sign').argParser(count).default(threshold),
      );
  }
  return addLifetimeOptions(command, ['root', 'targets', 'snapshot', 'timestamp'])
    .addHelpText(
      'after',
      `
${passphraseHelp}
It seals the keys of root and targets (scrypt, AES-256-GCM). Those of snapshot and timestamp lie in online/ in the open, for
the cron job that refreshes. Afterwards take root/ and targets/ off the machine, each root key to another place, and install
${trustedRootFileName} on the kiosks (kioskctl trust).

Example:
  kioskctl keys init --dir /media/it/KEYS --repo /srv/kiosk/releases --root-keys 3 --root-threshold 2`,
    )
    .action(async (options: Options) => {
      const keysFolder = resolve(options.dir);
      const repositoryFolder = resolve(options.repo);
      // Before anybody thinks up a passphrase.
      refuseUsedFolders(keysFolder, repositoryFolder);
      const root = await withPassphrases(context, async ({ choose }) => {
        const passphrase = await choose('the keys of root and targets');
        const plan = {
          root: { keyCount: options.rootKeys, threshold: options.rootThreshold },
          targets: { keyCount: options.targetsKeys, threshold: options.targetsThreshold },
          snapshot: { keyCount: options.snapshotKeys, threshold: options.snapshotThreshold },
          timestamp: { keyCount: options.timestampKeys, threshold: options.timestampThreshold },
        };
        const ceremony = { keysFolder, repositoryFolder, plan, passphrase, nowMs: Date.now() };
        return explained(keysFolder, () => initialiseKeys({ ...ceremony, lifetimes: lifetimesOf(options) }));
      });
      await context.print(
        `The keys are in ${keysFolder}, the repository is ${repositoryFolder}.
Trusted root   ${join(keysFolder, trustedRootFileName)}
Fingerprint    ${rootFingerprint(root.bytes)}
Write the fingerprint down: kioskctl trust shows it on each kiosk, and both must be the same.
`,
      );
    });
}

function count(text: string): number {
  return wholeNumber(text, 1, 20);
}
