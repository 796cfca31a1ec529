/** `kioskctl catalogue facts <code>`: the fingerprint a reviewer writes into a hand-written entry. */
import { Command } from 'commander';
import { KioskError } from '../contract/error.ts';
import { findNationalRecord } from '../core/catalogue/sources/find-national-record.ts';
import type { CliContext } from './cli-context.ts';

interface Options {
  readonly source: string;
  readonly json?: true;
}

export function createCatalogueFactsCommand(context: CliContext): Command {
  return new Command('facts')
    .description('print the SHA-256 of the published facts of a procedure, for "source.factsSha256" of its entry')
    .argument('<code>', 'procedure code, e.g. 1.001193')
    .requiredOption('--source <export>', 'national export (.jsonl, .jsonl.gz)')
    .option('--json', 'print one JSON object')
    .action(async (code: string, options: Options) => {
      const found = await findNationalRecord(options.source, code.trim());
      if (found === null) {
        throw new KioskError('not-found', `${options.source} holds no procedure ${JSON.stringify(code)}.`);
      }
      await context.print(
        options.json === true ? `${JSON.stringify({ code: code.trim(), ...found })}\n` : `${found.factsSha256}\n`,
      );
    });
}
