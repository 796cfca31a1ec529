/** `kioskctl print test-page`: letters, ruler, bars and codes, to see what a printer makes of them. */
import { Command } from 'commander';
import { composeTestPage } from '../../core/printing/slips/compose-test-page.ts';
import type { CliContext } from '../cli-context.ts';
import { printSlips } from './print-slips.ts';
import { addSlipOptions, type SlipOptions } from './slip-options.ts';

export function createTestPageCommand(context: CliContext): Command {
  const command = new Command('test-page').description('letters, ruler, bars and codes, to judge a printer by');
  return addSlipOptions(command, context).action((options: SlipOptions) =>
    printSlips(options, context, ({ configuration, moment, heightOf, widthDots, profileName }) => {
      const target = options.to ?? configuration.printer.target;
      return [composeTestPage({ target, profileName, widthDots }, moment, heightOf)];
    }),
  );
}
