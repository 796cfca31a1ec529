/** `kioskctl show <code>`: one procedure as the kiosk knows it. */
import { Command, InvalidArgumentError } from 'commander';
import { KioskError } from '../contract/error.ts';
import { calendarSchema } from '../core/configuration/calendar-schema.ts';
import { readConfiguration } from '../core/configuration/read-configuration.ts';
import { dueDatesOfProcedure } from '../core/due-dates/due-dates-of-procedure.ts';
import { createOfficeCalendar } from '../core/office-calendar/create-office-calendar.ts';
import { type CatalogueOption, createCatalogueOption, withCatalogue } from './catalogue-option.ts';
import type { CliContext } from './cli-context.ts';
import { procedureText } from './procedure-text.ts';

interface Options extends CatalogueOption {
  readonly json?: true;
  readonly config?: string;
  /** UTC epoch. */
  readonly at?: number;
}

export function createShowCommand(context: CliContext): Command {
  return new Command('show')
    .description('show one procedure: papers with their groups and needs, times, fees as published, due dates, steps')
    .argument('<code>', 'procedure code, e.g. 1.001193')
    .addOption(createCatalogueOption(context))
    .option('--config <file>', "the site's configuration, for the office's hours and days (default: the usual ones)")
    .option(
      '--at <moment>',
      'when the file is handed in, office time, e.g. 2026-11-27T15:30 (default: now)',
      readMoment,
    )
    .option('--json', 'print the procedure as one JSON object')
    .action((code: string, options: Options) =>
      withCatalogue(options.catalogue, async (catalogue) => {
        const procedure = catalogue.procedure(code.trim());
        if (procedure === null) {
          const message = `The catalogue ${options.catalogue} holds no procedure ${JSON.stringify(code)}. Find its code with "kioskctl search".`;
          throw new KioskError('not-found', message);
        }
        const days =
          options.config === undefined ? calendarSchema.parse({}) : readConfiguration(options.config).calendar;
        const calendar = createOfficeCalendar({ ...days, holidays: catalogue.holidays() });
        const nowMs = options.at ?? Date.now();
        const handedIn = { nowMs, dueDates: dueDatesOfProcedure(procedure, calendar, nowMs) };
        await context.print(
          options.json === true
            ? `${JSON.stringify(procedure, null, 2)}\n`
            : procedureText(procedure, handedIn, context.columns),
        );
      }),
    );
}

function readMoment(text: string): number {
  const epochMs = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u.test(text) ? Date.parse(`${text}:00+07:00`) : Number.NaN;
  if (Number.isNaN(epochMs)) {
    throw new InvalidArgumentError('Give a day and a time as 2026-11-27T15:30.');
  }
  return epochMs;
}
