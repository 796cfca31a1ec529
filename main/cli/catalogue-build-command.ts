/** `kioskctl catalogue build`: from the national export and hand-written entries to a catalogue a kiosk can open. */
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { type CatalogueProfile, catalogueProfiles } from '../contract/kiosk.ts';
import type { Level } from '../contract/procedure.ts';
import { buildCatalogue } from '../core/catalogue/build/build-catalogue.ts';
import { searchBuilder } from '../core/search/search-builder.ts';
import { buildReportText } from './build-report-text.ts';
import type { CliContext } from './cli-context.ts';
import { collectedOption } from './collected-option.ts';
import { createBuildProgressBar } from './create-build-progress-bar.ts';

const levelNames: ReadonlyMap<string, Level> = new Map([
  ['xa', 'commune'],
  ['tinh', 'province'],
  ['bo', 'ministry'],
]);

interface Options {
  readonly out: string;
  readonly profile: CatalogueProfile;
  readonly level?: readonly Level[];
  readonly fromProvince?: readonly string[];
  readonly fromOffice?: readonly string[];
  readonly overlay?: string;
  readonly notices?: string;
  readonly dataDate?: string;
  readonly allowIncomplete?: true;
  readonly bundledAliases: boolean;
  readonly json?: true;
}

export function createCatalogueBuildCommand(context: CliContext): Command {
  return new Command('build')
    .description('build a catalogue from the national export and from hand-written entries')
    .argument(
      '<source...>',
      'export (.jsonl, .jsonl.gz), folder of entries (<code>.json, .yaml), workbook (.xlsx), table (.csv), several are merged by code; or the catalogue-rows.zst of a release alone',
    )
    .requiredOption('--out <dir>', 'folder to write; a catalogue there is replaced whole, anything else is refused')
    .addOption(
      new Option('--profile <name>', 'ward: what one ward needs; xa: all of commune level; all: everything')
        .choices(catalogueProfiles)
        .default('all'),
    )
    .option(
      '--from-province <source>',
      "the province's entries and tables; what they say takes the place of the nation's (again for more)",
      collectedOption,
    )
    .option(
      '--from-office <source>',
      "the office's entries and tables; what they say takes the place of both (again for more)",
      collectedOption,
    )
    .option('--level <list>', 'only these levels, separated by commas: xa, tinh, bo', parseLevels)
    .option('--overlay <file>', "the office's own sheet (JSON): places, counters, fees, notes, hidden and pinned ones")
    .option('--notices <dir>', "folder with the city's notices (<id>.json; default: data/notices, if there)")
    .option(
      '--data-date <date>',
      'day of publication, YYYY-MM-DD (default: the date in the name of the export)',
      parseDate,
    )
    .option('--allow-incomplete', 'build even if a source breaks off, from what could be read of it')
    .option('--no-bundled-aliases', "leave out the project's own list of citizens' words")
    .option('--json', 'print the report as one JSON object')
    .action(async (sources: readonly string[], options: Options) => {
      const progress = createBuildProgressBar(context.progressStream);
      try {
        const report = await buildCatalogue({
          sources,
          provinceSources: options.fromProvince ?? [],
          officeSources: options.fromOffice ?? [],
          outputFolder: options.out,
          dataFolder: join(context.projectFolder, 'data'),
          profile: options.profile,
          levels: options.level ?? null,
          overlayPath: options.overlay ?? null,
          noticesFolder: options.notices ?? null,
          dataDate: options.dataDate ?? null,
          allowIncomplete: options.allowIncomplete === true,
          bundledAliases: options.bundledAliases,
          search: searchBuilder,
          onProgress: (state) => progress.show(state),
          signal: context.interrupted,
        });
        progress.end();
        await context.print(
          options.json === true ? `${JSON.stringify(report, null, 2)}\n` : buildReportText(report, context.columns),
        );
      } finally {
        progress.end();
      }
    });
}

function parseLevels(text: string): readonly Level[] {
  return text.split(',').map((name) => {
    const level = levelNames.get(name.trim());
    if (level === undefined) {
      throw new InvalidArgumentError(
        `xa, tinh or bo is expected, separated by commas; ${JSON.stringify(name)} is none.`,
      );
    }
    return level;
  });
}

function parseDate(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) {
    throw new InvalidArgumentError('A day as YYYY-MM-DD is expected, e.g. 2026-07-01.');
  }
  return text;
}
