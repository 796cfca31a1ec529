/** `kioskctl catalogue diff`: what differs between two catalogues, for the terminal, for programs and as a page to read. */
import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { KioskError } from '../contract/error.ts';
import { isSameCatalogue } from '../core/catalogue/diff/catalogue-changes.ts';
import { changesHtml } from '../core/catalogue/diff/changes-html.ts';
import { changesText } from '../core/catalogue/diff/changes-text.ts';
import { compareCatalogues } from '../core/catalogue/diff/compare-catalogues.ts';
import type { CliContext } from './cli-context.ts';
import { ExitStatus } from './exit-status.ts';
import { readRowsAt, rowsArgument } from './read-rows.ts';

interface Options {
  readonly json?: true;
  readonly html?: string;
  readonly all?: true;
  readonly exitCode?: true;
}

const different = 1;

export function createCatalogueDiffCommand(context: CliContext): Command {
  return new Command('diff')
    .description('tell what was added, removed and changed between two catalogues')
    .argument('<from>', rowsArgument)
    .argument('<to>', 'the same')
    .option('--json', 'print one JSON object')
    .option('--html <file>', 'write a page to read and to print; nothing is printed here but its name')
    .option('--all', 'show every procedure, not the first 50 of each kind')
    .option('--exit-code', 'end with 1 where they differ, as git does')
    .addHelpText(
      'after',
      `
Examples:
  kioskctl catalogue diff dist/catalogue /srv/kiosk/new-catalogue
  kioskctl catalogue diff /srv/repository@11 /srv/repository@12 --html changes.html
  kioskctl catalogue diff /srv/repository dist/catalogue --exit-code --json

Exit code: 0 read (with --exit-code: the same), 1 failed (with --exit-code: or different).`,
    )
    .action(async (from: string, to: string, options: Options) => {
      const changes = compareCatalogues(readRowsAt(from), readRowsAt(to));
      if (options.html !== undefined) {
        await writePage(options.html, changesHtml(changes));
      }
      if (options.json === true) {
        await context.print(`${JSON.stringify(changes, null, 2)}\n`);
      } else if (options.html === undefined) {
        await context.print(changesText(changes, { all: options.all === true }));
      } else {
        await context.print(`${options.html}\n`);
      }
      if (options.exitCode === true && !isSameCatalogue(changes)) {
        throw new ExitStatus(different);
      }
    });
}

async function writePage(path: string, page: string): Promise<void> {
  await writeFile(path, page).catch((cause: unknown) => {
    throw new KioskError('output-failed', `${path} cannot be written; check the folder and its permissions.`, {
      cause,
    });
  });
}
