/** `kioskctl tickets today`: the numbers this kiosk gave today, for whoever runs the counters or counts visitors. */
import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import type { TicketsToday } from '../contract/queue.ts';
import { officeTimeOfDay } from '../core/office-date.ts';
import { askStaff } from './ask-staff.ts';
import type { CliContext } from './cli-context.ts';
import { csvText } from './csv-text.ts';
import { createDataFolderOption, type DataFolderOption } from './data-folder-option.ts';
import { columnsOf } from './text-layout.ts';

interface Options extends DataFolderOption {
  readonly json?: true;
  readonly csv?: true;
}

export function createTicketsCommand(context: CliContext): Command {
  return new Command('tickets').description('look at queue numbers').addCommand(createTodayCommand(context));
}

function createTodayCommand(context: CliContext): Command {
  return new Command('today')
    .description('list the numbers given today, in the order they were given, and how many of each service')
    .addOption(createDataFolderOption(context))
    .addOption(new Option('--json', 'print {"day", "services": […], "tickets": […]}; times as UTC milliseconds'))
    .addOption(new Option('--csv', 'print the numbers as CSV (RFC 4180, UTF-8)').conflicts('json'))
    .addHelpText(
      'after',
      `
Day and times are the office's (UTC+7). Whose number it is, nobody knows: the journal keeps no names. Services are named by
a running kiosk only; where none runs, their ids from the configuration stand.

Examples:
  kioskctl tickets today
  kioskctl tickets today --csv > today.csv`,
    )
    .action(async (options: Options) => {
      const dataFolder = resolve(options.dataDir);
      const today = await askStaff('tickets.today', {}, { dataFolder, logger: context.logger });
      await context.print(
        options.json === true
          ? `${JSON.stringify(today, null, 2)}\n`
          : options.csv === true
            ? csvOf(today)
            : textOf(today),
      );
    });
}

function csvOf({ day, services, tickets }: TicketsToday): string {
  const rows = tickets.map(({ number, serviceId, takenAtMs, priorityId, procedureCode }) => {
    const cells = [day, number, serviceId, nameOf(services, serviceId), officeTimeOfDay(takenAtMs)];
    return [...cells, priorityId ?? '', procedureCode ?? ''];
  });
  return csvText([['day', 'number', 'service', 'service_name', 'time', 'priority', 'procedure'], ...rows]);
}

function textOf({ day, services, tickets }: TicketsToday): string {
  const given = tickets.map(({ number, serviceId, takenAtMs, priorityId, procedureCode }) => {
    const cells = [number, officeTimeOfDay(takenAtMs), priorityId ?? '-', procedureCode ?? '-'];
    return [...cells, nameOf(services, serviceId)];
  });
  const totals = services.map(({ name, prefix, given: count, givenWithPriority, lastNumber }) => {
    return [prefix, String(count), String(givenWithPriority), lastNumber ?? '-', name.vi];
  });
  const sum = services.reduce((total, service) => total + service.given, 0);
  const lines = [
    sum === 0 ? `No numbers were given on ${day} yet.` : `${sum} given on ${day}.`,
    ...(given.length === 0
      ? []
      : ['', ...columnsOf([['Number', 'Time', 'Priority', 'Procedure', 'Service'], ...given])]),
    ...(totals.length === 0 ? [] : ['', ...columnsOf([['Prefix', 'Given', 'Priority', 'Last', 'Service'], ...totals])]),
  ];
  return `${lines.join('\n')}\n`;
}

function nameOf(services: TicketsToday['services'], serviceId: string): string {
  return services.find(({ id }) => id === serviceId)?.name.vi ?? serviceId;
}
