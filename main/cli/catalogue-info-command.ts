/** `kioskctl catalogue info`: what a catalogue holds and where it comes from. */
import { Command } from 'commander';
import type { Catalogue } from '../core/catalogue/catalogue.ts';
import type { HolidayYear } from '../core/office-calendar/holiday-year.ts';
import { type CatalogueOption, createCatalogueOption, withCatalogue } from './catalogue-option.ts';
import type { CliContext } from './cli-context.ts';
import { labelled } from './text-layout.ts';

interface Options extends CatalogueOption {
  readonly json?: true;
}

export function createCatalogueInfoCommand(context: CliContext): Command {
  return new Command('info')
    .description('show what a catalogue holds and what it was built from')
    .addOption(createCatalogueOption(context))
    .option('--json', 'print one JSON object')
    .action((options: Options) =>
      withCatalogue(options.catalogue, async (catalogue) => {
        const facts = factsOf(catalogue);
        await context.print(options.json === true ? `${JSON.stringify(facts, null, 2)}\n` : textOf(facts));
      }),
    );
}

function factsOf(catalogue: Catalogue) {
  const { builtProfile, ...origin } = catalogue.origin();
  const { version, dataDate } = catalogue.summary();
  return {
    version,
    dataDate,
    profile: builtProfile,
    ...origin,
    fieldCount: catalogue.fields().length,
    elsewhereCount: catalogue.rows({ kind: 'elsewhere' }, { offset: 0, limit: 1 }).total,
    tiles: catalogue.tiles().map(({ number, title, procedureCount }) => ({ number, title: title.vi, procedureCount })),
    holidays: catalogue.holidays().map((decree) => ({ year: decree.year, ...decreedParts(decree) })),
    noticeCount: catalogue.notices().length,
    lifeEvents: catalogue
      .lifeEvents()
      .map(({ id, title, stages }) => ({ id, title: title.vi, stageCount: stages.length })),
  };
}

type Facts = ReturnType<typeof factsOf>;

function textOf(facts: Facts): string {
  const lines = labelled([
    ['Version', facts.version.slice(0, 16)],
    ['Number', facts.number === 0 ? '0 (not published)' : String(facts.number)],
    ['Rows', facts.rowsSha256],
    ['Data of', facts.dataDate],
    ['Procedures', `${facts.procedureCount} (profile ${facts.profile}) in ${facts.fieldCount} fields`],
    ['Levels', facts.levels?.join(', ') ?? 'all'],
    ['Sources', facts.sources.join(', ')],
    ['Overlay', facts.overlayOffice ?? 'none'],
    ['Province', facts.province ?? 'not given'],
    ['Notices', String(facts.noticeCount)],
    ['Holidays', facts.holidays.map(holidayText).join(', ') || 'by the law alone'],
    [
      'Size',
      `database ${megabytes(facts.databaseBytes)}, search index ${megabytes(facts.searchIndexBytes)}, rows packed ${megabytes(facts.snapshotBytes)}`,
    ],
  ]);
  const tiles = facts.tiles.map(
    (tile) => `  ${String(tile.number).padStart(2)}  ${String(tile.procedureCount).padStart(5)}  ${tile.title}`,
  );
  const events = facts.lifeEvents.map((event) => `  ${event.id}: ${event.title} (${event.stageCount} stages)`);
  return [
    ...lines,
    '',
    'Home tiles (procedures on each)',
    ...tiles,
    `   –  ${String(facts.elsewhereCount).padStart(5)}  without a tile`,
    '',
    'Life events',
    ...(events.length > 0 ? events : ['  none']),
    '',
  ].join('\n');
}

function decreedParts({ tet, nationalDay, toCheck }: HolidayYear) {
  return { isDecreed: tet !== null && nationalDay !== null, toCheck: toCheck.map(({ day }) => day) };
}

function holidayText({ year, isDecreed, toCheck }: Facts['holidays'][number]): string {
  const remarks = [...(isDecreed ? [] : ['not decreed yet']), ...toCheck.map((day) => `${day} to be checked`)];
  return remarks.length === 0 ? String(year) : `${year} (${remarks.join('; ')})`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
