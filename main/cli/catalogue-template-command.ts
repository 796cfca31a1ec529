/** `kioskctl catalogue template`: the workbook an office fills in. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Command } from 'commander';
import { KioskError } from '../contract/error.ts';
import { writeTemplate } from '../core/catalogue/sources/tables/write-template.ts';
import type { CliContext } from './cli-context.ts';

interface Options {
  readonly out: string;
  readonly force?: true;
}

export function createCatalogueTemplateCommand(context: CliContext): Command {
  return new Command('template')
    .description('write a workbook for offices to fill in: procedures, papers, fees, with an example row each')
    .requiredOption('--out <file.xlsx>', 'file to write')
    .option('--force', 'replace the file if it is there')
    .addHelpText(
      'after',
      `
Examples:
  kioskctl catalogue template --out phuong.xlsx
  kioskctl catalogue build national-catalogue-2026-07.jsonl.gz --from-office phuong.xlsx --out /srv/kiosk/catalogue`,
    )
    .action(async ({ out, force }: Options) => {
      if (extname(out).toLowerCase() !== '.xlsx') {
        throw new KioskError('output-refused', `${out} must end in .xlsx, so that Excel opens it.`);
      }
      if (existsSync(out) && force !== true) {
        throw new KioskError('output-refused', `${out} is there already; name another file, or pass --force.`);
      }
      await writeFile(out, await writeTemplate()).catch((cause: unknown) => {
        throw new KioskError('output-failed', `${out} cannot be written; check the folder and its permissions.`, {
          cause,
        });
      });
      await context.print(`${out}\n`);
    });
}
