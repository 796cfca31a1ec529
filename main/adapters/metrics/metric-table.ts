/** What is measured: each metric with its name, its meaning and where in the status it stands. docs/operations.md lists the same. */
import { printerStates } from '../../contract/kiosk.ts';
import { readerStates } from '../../contract/reader-status.ts';
import { catalogueAgeMs, publicationToDisplayMs } from '../../contract/release-age.ts';
import { type KioskStatus, troubles } from '../../contract/status.ts';
import { updateFailures } from '../../contract/updates.ts';

export interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  /** Null: not known, and not told. */
  readonly value: number | null;
}

export interface Metric {
  /** In base units; a counter's ends with `_total`. */
  readonly name: string;
  readonly type: 'gauge' | 'counter';
  readonly help: string;
  readonly read: (status: KioskStatus) => readonly Sample[];
}

export const metricTable: readonly Metric[] = [
  gauge('kiosk_software_info', 'Version of the software; always 1', ({ software }) => [
    { labels: { version: software }, value: 1 },
  ]),
  gauge('kiosk_start_timestamp_seconds', 'When the core was started', ({ startedAtMs }) => one(seconds(startedAtMs))),
  counter('kiosk_starts_total', 'Starts of the core, as far as the journal remembers', ({ starts }) => one(starts)),
  gauge('kiosk_memory_resident_bytes', 'Memory of the core process', ({ residentBytes }) => one(residentBytes)),
  gauge('kiosk_trouble', '1 while a member of staff should do something about it', (status) =>
    states('trouble', troubles, (trouble) => status.troubles.includes(trouble)),
  ),
  gauge('kiosk_clock_sure', '0 while the clock stands before a time that was certainly reached', ({ updates }) =>
    one(Number(updates.isClockSure)),
  ),

  gauge('kiosk_catalogue_number', 'Number of the release that is shown; 0 for one that never was published', (status) =>
    one(status.updates.shown.number),
  ),
  gauge('kiosk_catalogue_procedures', 'Procedures in the catalogue that is shown', ({ updates }) =>
    one(updates.shown.catalogue.procedureCount),
  ),
  gauge('kiosk_catalogue_age_seconds', 'Since what is shown was published, or since the day of its data', (status) =>
    one(seconds(catalogueAgeMs(status.updates.shown, status.atMs))),
  ),
  gauge('kiosk_catalogue_publication_to_display_seconds', 'From publication to display at this kiosk', (status) =>
    one(seconds(publicationToDisplayMs(status.updates.shown))),
  ),

  gauge('kiosk_update_trusted', '1 where a root of trust is installed', ({ updates }) =>
    one(Number(updates.trust !== null)),
  ),
  gauge('kiosk_update_last_check_timestamp_seconds', 'Last look for updates, however it ended', ({ updates }) =>
    one(seconds(updates.lastCheck?.atMs ?? null)),
  ),
  gauge('kiosk_update_last_success_timestamp_seconds', 'Last time the repository was whole and fresh', ({ updates }) =>
    one(seconds(updates.lastSuccessAtMs)),
  ),
  gauge('kiosk_update_failing', '1 for the reason the last look for updates failed by', ({ updates }) =>
    states('reason', updateFailures, (reason) => updates.failure?.reason === reason),
  ),
  counter('kiosk_update_failures_total', 'Updates that were not taken since the start, by reason', ({ counts }) =>
    updateFailures.map((reason) => ({ labels: { reason }, value: counts.updateFailures[reason] ?? 0 })),
  ),

  gauge('kiosk_printer_state', '1 for the state the printer is in', ({ printer }) =>
    states('state', printerStates, (state) => printer.state === state),
  ),
  gauge('kiosk_printer_paper_near_end', '1 while the printer says that its roll is near the end', ({ printer }) =>
    one(Number(printer.paperNearEnd)),
  ),
  gauge('kiosk_paper_left_metres', 'Left on the roll, reckoned from what was printed', ({ paperMetres }) =>
    one(paperMetres),
  ),
  gauge('kiosk_reader_state', '1 for the state the reader is in', ({ reader }) =>
    states('state', readerStates, (state) => reader.state === state),
  ),

  counter('kiosk_slips_total', 'Slips since the start, by how they ended', ({ counts }) => [
    { labels: { outcome: 'printed' }, value: counts.slipsPrinted },
    { labels: { outcome: 'failed' }, value: counts.slipsFailed },
  ]),
  counter('kiosk_tickets_total', 'Queue numbers given since the start', ({ counts }) => one(counts.ticketsGiven)),
  counter('kiosk_scans_total', 'Scans since the start', ({ counts }) => one(counts.scans)),
  counter('kiosk_searches_total', 'Questions citizens asked the search since the start', ({ counts }) =>
    one(counts.searches),
  ),
  counter('kiosk_searches_without_result_total', 'Of these, those that found nothing', ({ counts }) =>
    one(counts.searchesWithoutResult),
  ),
];

function gauge(name: string, help: string, read: Metric['read']): Metric {
  return { name, type: 'gauge', help, read };
}

function counter(name: `${string}_total`, help: string, read: Metric['read']): Metric {
  return { name, type: 'counter', help, read };
}

function one(value: number | null): readonly Sample[] {
  return [{ value }];
}

/** All states there are, so that none appears or goes away: 1 for those that hold. */
function states<T extends string>(label: string, all: readonly T[], holds: (state: T) => boolean): readonly Sample[] {
  return all.map((state) => ({ labels: { [label]: state }, value: Number(holds(state)) }));
}

function seconds(milliseconds: number): number;
function seconds(milliseconds: number | null): number | null;
function seconds(milliseconds: number | null): number | null {
  return milliseconds === null ? null : milliseconds / 1_000;
}
