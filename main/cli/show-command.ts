/** `kioskctl show <code>`: one procedure as the kiosk knows it. */
import { Command } from 'commander';
import { KioskError } from '../contract/error.ts';
import { type CatalogueOption, createCatalogueOption, withCatalogue } from './catalogue-option.ts';
import type { CliContext } from './cli-context.ts';
import { procedureText } from './procedure-text.ts';

interface Options extends CatalogueOption {
  readonly json?: true;
}

export function createShowCommand(context: CliContext): Command {
  return new Command('show')
    .description('show one procedure: papers with their groups and needs, times, fees as published, steps')
    .argument('<code>', 'procedure code, e.g. 1.001193')
    .addOption(createCatalogueOption(context))
    .option('--json', 'print the procedure as one JSON object')
    .action((code: string, options: Options) =>
      withCatalogue(options.catalogue, async (catalogue) => {
        const procedure = catalogue.procedure(code.trim());
        if (procedure === null) {
          const message = `The catalogue ${options.catalogue} holds no procedure ${JSON.stringify(code)}. Find its code with "kioskctl search".`;
          throw new KioskError('not-found', message);
        }
        await context.print(
          options.json === true ? `${JSON.stringify(procedure, null, 2)}\n` : procedureText(procedure, context.columns),
        );
      }),
    );
}
