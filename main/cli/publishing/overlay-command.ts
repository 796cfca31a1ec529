/** `kioskctl overlay`: an office's own sheet. */
import { Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { createOverlayEditCommand } from './overlay-edit-command.ts';
import { createOverlayInitOfficeCommand } from './overlay-init-office-command.ts';
import { createOverlayPublishCommand } from './overlay-publish-command.ts';

export function createOverlayCommand(context: CliContext): Command {
  return new Command('overlay')
    .description("an office's own sheet: counters, local fees, notices; edited, signed, handed in")
    .addCommand(createOverlayEditCommand(context))
    .addCommand(createOverlayInitOfficeCommand(context))
    .addCommand(createOverlayPublishCommand(context));
}
