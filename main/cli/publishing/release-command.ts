/** `kioskctl release`: what is published, and how it gets to kiosks. */
import { Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { createReleaseRollbackCommand } from '../release-rollback-command.ts';
import { createReleaseExportCommand } from './release-export-command.ts';
import { createReleaseListCommand } from './release-list-command.ts';
import { createReleasePublishCommand } from './release-publish-command.ts';
import { createReleaseRefreshCommand } from './release-refresh-command.ts';
import { createReleaseVerifyCommand } from './release-verify-command.ts';
import { createReleaseWithdrawCommand } from './release-withdraw-command.ts';

export function createReleaseCommand(context: CliContext): Command {
  return new Command('release')
    .description('publish catalogues as signed releases, check them, carry them, go back on a kiosk')
    .addCommand(createReleasePublishCommand(context))
    .addCommand(createReleaseRefreshCommand(context))
    .addCommand(createReleaseListCommand(context))
    .addCommand(createReleaseWithdrawCommand(context))
    .addCommand(createReleaseVerifyCommand(context))
    .addCommand(createReleaseExportCommand(context))
    .addCommand(createReleaseRollbackCommand(context));
}
