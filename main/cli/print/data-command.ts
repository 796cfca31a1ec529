/** A `kioskctl print` command for a slip whose facts stand in a JSON file; `--example` shows what such a file looks like. */
import { Command, Option } from 'commander';
import type { z } from 'zod';
import { KioskError } from '../../contract/error.ts';
import type { SlipLayout } from '../../core/ports.ts';
import type { CliContext } from '../cli-context.ts';
import { printSlips, type SlipDesk } from './print-slips.ts';
import { readSlipData } from './read-slip-data.ts';
import { addSlipOptions, type SlipOptions } from './slip-options.ts';

export interface DataSlip<T, O> {
  readonly name: string;
  readonly description: string;
  readonly schema: z.ZodType<T>;
  /** By name, the usual one first. */
  readonly examples: Readonly<Record<string, T>>;
  /** Options of this command alone. */
  readonly addOptions?: (command: Command) => Command;
  /** Facts that these options name instead of a file; null where they name none. Errors: `KioskError`. */
  readonly factsOf?: (options: O) => T | null;
  readonly compose: (facts: T, desk: SlipDesk, options: O) => SlipLayout | Promise<SlipLayout>;
}

interface DataOptions extends SlipOptions {
  readonly data?: string;
  /** True where no name was given. */
  readonly example?: string | true;
}

export function createDataCommand<T, O>(slip: DataSlip<T, O>, context: CliContext): Command {
  const names = Object.keys(slip.examples);
  const command = new Command(slip.name)
    .description(slip.description)
    .option('--data <file>', 'what stands on the slip, as JSON; - is standard input')
    .addOption(
      names.length === 1
        ? new Option('--example', 'print such a file to begin with, and no slip')
        : new Option('--example [name]', 'print such a file to begin with, and no slip').choices(names),
    );
  const withOwn = slip.addOptions === undefined ? command : slip.addOptions(command);
  return addSlipOptions(withOwn, context).action(async (options: DataOptions & O) => {
    const { data, example } = options;
    if (example !== undefined) {
      const facts = slip.examples[example === true ? (names[0] ?? '') : example];
      await context.print(`${JSON.stringify(facts, null, 2)}\n`);
      return;
    }
    const own = data === undefined ? (slip.factsOf?.(options) ?? null) : null;
    if (data === undefined && own === null) {
      const message = 'Say what stands on the slip: --data <file>. --example prints such a file to begin with.';
      throw new KioskError('invalid-request', message);
    }
    const facts = own ?? (await readSlipData(data ?? '-', slip.schema, context));
    await printSlips(options, context, async (desk) => [await slip.compose(facts, desk, options)]);
  });
}
