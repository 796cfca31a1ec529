/** `kioskctl keys`: who may sign what. */
import { Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { createKeysDelegateCommand } from './keys-delegate-command.ts';
import { createKeysInitCommand } from './keys-init-command.ts';
import { createKeysListCommand } from './keys-list-command.ts';
import { createKeysRotateCommand } from './keys-rotate-command.ts';

export function createKeysCommand(context: CliContext): Command {
  return new Command('keys')
    .description('the keys that releases are signed with (docs/releases.md)')
    .addCommand(createKeysInitCommand(context))
    .addCommand(createKeysListCommand(context))
    .addCommand(createKeysRotateCommand(context))
    .addCommand(createKeysDelegateCommand(context));
}
