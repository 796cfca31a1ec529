/** `kioskctl keys list`: who may sign what, until when, and where the private halves are. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { readKeyFolders } from '../../core/publishing/key-folder.ts';
import { type KeysOverview, keysOverview } from '../../core/publishing/keys-overview.ts';
import { readRepository } from '../../core/publishing/read-repository.ts';
import { expiryWarnings } from '../../core/publishing/refresh-repository.ts';
import { shortKeyId } from '../../core/publishing/role-signers.ts';
import type { CliContext } from '../cli-context.ts';
import { columnsOf } from '../text-layout.ts';
import { alsoOption, keysOption, repositoryOption } from './publishing-options.ts';

interface Options {
  readonly dir: string;
  readonly repo: string;
  readonly also?: readonly string[];
  readonly json?: true;
}

export function createKeysListCommand(context: CliContext): Command {
  return new Command('list')
    .description('show roles, their keys, thresholds, until when they hold, and where the private halves are')
    .addOption(keysOption('--dir'))
    .addOption(repositoryOption())
    .addOption(alsoOption())
    .option('--json', 'print {"roles": […], "unused": […]}')
    .addHelpText('after', '\nExample:\n  kioskctl keys list --dir keys --repo /srv/kiosk/releases')
    .action(async (options: Options) => {
      const keysFolder = resolve(options.dir);
      const state = readRepository(resolve(options.repo));
      const stored = readKeyFolders([keysFolder, ...(options.also ?? []).map((folder) => resolve(folder))]);
      const overview = keysOverview(state, stored, keysFolder);
      await context.print(options.json === true ? `${JSON.stringify(overview, null, 2)}\n` : textOf(overview));
      for (const warning of expiryWarnings(state, Date.now())) {
        context.notice(`${warning}\n`);
      }
    });
}

function textOf({ roles, unused }: KeysOverview): string {
  const rows = roles.flatMap(({ role, version, threshold, expires, keys }) =>
    keys.map(({ keyId, place }, index) => {
      const facts = [role, `${threshold} of ${keys.length}`, String(version), expires.slice(0, 10)];
      return [...(index === 0 ? facts : ['', '', '', '']), shortKeyId(keyId), place ?? 'not in this folder'];
    }),
  );
  const lines = columnsOf([['Role', 'Threshold', 'Version', 'Holds until', 'Key', 'Private half'], ...rows]);
  const leftover = unused.map(
    ({ keyId, role, place }) => `${shortKeyId(keyId)} (${role}) in ${place} signs nothing here.`,
  );
  return `${[...lines, ...leftover].join('\n')}\n`;
}
