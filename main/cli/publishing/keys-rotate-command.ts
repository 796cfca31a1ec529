/** `kioskctl keys rotate`: other keys for a role, or the same ones for longer. */
import { resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { KioskError } from '../../contract/error.ts';
import { delegateOffice } from '../../core/publishing/delegate-office.ts';
import { readHandIn } from '../../core/publishing/incoming-sheets.ts';
import { type TopRole, topRoles } from '../../core/publishing/role-signers.ts';
import { rootFingerprint } from '../../core/publishing/root-fingerprint.ts';
import { extendTargets, rotateKeys } from '../../core/publishing/rotate-keys.ts';
import { rotateRole } from '../../core/publishing/rotate-role.ts';
import { officeIdPattern, officeRole } from '../../core/releases/release-manifest.ts';
import type { CliContext } from '../cli-context.ts';
import { type PassphraseSource, passphraseHelp, withPassphrases } from './ask-passphrase.ts';
import {
  addLifetimeOptions,
  alsoOption,
  keysOption,
  type LifetimeOptions,
  repositoryOption,
  type SigningOptions,
  wholeNumber,
} from './publishing-options.ts';
import { explained, openSigningKeys } from './sign-with-keys.ts';

interface Options extends LifetimeOptions, Omit<SigningOptions, 'keys'> {
  readonly dir: string;
  readonly role: string;
  readonly key?: string;
  readonly count?: number;
  readonly threshold?: number;
  readonly extend?: true;
  readonly publicKey?: string;
}

export function createKeysRotateCommand(context: CliContext): Command {
  const command = new Command('rotate')
    .description('give a role other keys; kiosks follow by themselves')
    .requiredOption('--role <role>', 'root, targets, snapshot, timestamp or office-<id>', parseRole)
    .addOption(keysOption('--dir'))
    .addOption(repositoryOption())
    .addOption(alsoOption())
    .option('--key <id>', 'replace this key alone (the beginning of its id, as keys list shows it)')
    .option('--count <n>', 'how many new keys there shall be', (text) => wholeNumber(text, 0, 20))
    .option('--threshold <n>', 'how many keys of the role must sign from now on', (text) => wholeNumber(text, 1, 20))
    .addOption(
      new Option('--extend', 'keep the keys; sign for longer (root or targets)').conflicts([
        'key',
        'count',
        'threshold',
      ]),
    )
    .option('--public-key <file>', "the office's new file, of overlay init-office (role office-<id> alone)");
  return addLifetimeOptions(command, ['root', 'targets', 'snapshot', 'timestamp'])
    .addHelpText(
      'after',
      `
A new root is signed by enough keys of the former one and by its own; holders who keep theirs apart bring them (--also). What
the role signed is signed anew. The former keys go to retired/. ${passphraseHelp}
What to do when a key was stolen: docs/releases.md.

Examples:
  kioskctl keys rotate --role timestamp --dir keys --repo /srv/kiosk/releases --also /media/a/KEY1 /media/b/KEY2
  kioskctl keys rotate --role root --key 1f0c22d1 --dir keys --repo /srv/kiosk/releases
  kioskctl keys rotate --role root --extend --dir keys --repo /srv/kiosk/releases
  kioskctl keys rotate --role office-phuong-1 --public-key office-phuong-1.public.json --dir keys --repo /srv/kiosk/releases`,
    )
    .action(async (options: Options, self: Command) => {
      const topRole = topRoles.find((role) => role === options.role);
      if (topRole === undefined && options.publicKey === undefined) {
        self.error(`error: ${options.role} needs --public-key, the office's new file (kioskctl overlay init-office)`);
      }
      if (options.extend === true && topRole !== 'root' && topRole !== 'targets') {
        self.error('error: --extend is for root and targets; kioskctl release refresh renews the others');
      }
      await withPassphrases(context, (source) =>
        explained(options.repo, () =>
          topRole === undefined ? rotateOffice(options, source, context) : rotateTop(topRole, options, source, context),
        ),
      );
    });
}

async function rotateTop(
  role: TopRole,
  options: Options,
  source: PassphraseSource,
  context: CliContext,
): Promise<void> {
  const repository = resolve(options.repo);
  const keysFolder = resolve(options.dir);
  const opening = { ...options, keys: keysFolder };
  if (options.extend === true && role === 'targets') {
    const { signing } = await openSigningKeys(opening, ['targets', 'snapshot', 'timestamp'], source);
    await extendTargets(repository, signing);
    await context.print('The targets metadata are signed anew, with the keys they had.\n');
    return;
  }
  if (options.extend === true) {
    const { signing } = await openSigningKeys(opening, ['root'], source);
    const root = await rotateKeys(repository, { role: 'root', replaced: [], added: [], threshold: null }, signing);
    await context.print(`Root ${root.signed.version} holds until ${root.signed.expires}, with the keys it had.\n`);
    return;
  }
  const { signing, stored } = await openForRotation(role, opening, source);
  const isSealed = role === 'root' || role === 'targets';
  const passphrase = isSealed ? await source.choose(`the new keys of ${role}`) : '';
  const rotation = { repository, keysFolder, role, stored, passphrase };
  const { key = null, count = null, threshold = null } = options;
  const root = await rotateRole({ ...rotation, keyId: key, keyCount: count, threshold }, signing);
  await context.print(
    `The role ${role} has new keys. Root ${root.signed.version} holds from now on; kiosks follow by themselves.
Fingerprint    ${rootFingerprint(root.bytes)} (of root ${root.signed.version}, for new kiosks)
`,
  );
}

/** Root signs; former keys of the role itself are used where they are at hand, and not missed where they are lost. */
async function openForRotation(role: TopRole, options: SigningOptions & LifetimeOptions, source: PassphraseSource) {
  const alone = await openSigningKeys(options, ['root'], source);
  const others = await Promise.all(
    (['targets', 'snapshot', 'timestamp'] as const)
      .filter((other) => other === role || (role !== 'root' && other !== 'targets'))
      .map(async (other) => {
        try {
          return (await openSigningKeys(options, [other], source)).signing.ring;
        } catch (error) {
          if (error instanceof KioskError && error.code === 'key-refused' && other === role) return new Map();
          throw error;
        }
      }),
  );
  const ring = new Map([alone.signing.ring, ...others].flatMap((each) => [...each]));
  return { stored: alone.stored, signing: { ...alone.signing, ring } };
}

async function rotateOffice(options: Options, source: PassphraseSource, context: CliContext): Promise<void> {
  const handIn = readHandIn(resolve(options.publicKey ?? ''));
  if (officeRole(handIn.office) !== options.role) {
    throw new KioskError(
      'invalid-request',
      `${options.publicKey} is of the office ${handIn.office}, not of ${options.role}; nothing was changed.`,
    );
  }
  const { signing } = await openSigningKeys(
    { ...options, keys: options.dir },
    ['targets', 'snapshot', 'timestamp'],
    source,
  );
  await delegateOffice(resolve(options.repo), handIn, true, signing);
  await context.print(
    `The office ${handIn.office} signs with its new key from now on; the former one signs nothing any more.\n`,
  );
}

function parseRole(text: string): string {
  const isOffice = text.startsWith('office-') && officeIdPattern.test(text.slice('office-'.length));
  if (!isOffice && !topRoles.some((role) => role === text)) {
    throw new InvalidArgumentError('root, targets, snapshot, timestamp or office-<id> is expected.');
  }
  return text;
}
