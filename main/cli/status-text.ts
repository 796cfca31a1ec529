/** One kiosk at a glance as text: what needs a hand first, then everything else with ages in words. */
import { catalogueAgeMs, publicationToDisplayMs } from '../contract/release-age.ts';
import type { KioskStatus } from '../contract/status.ts';
import type { UpdatesOverview } from '../contract/updates.ts';
import { officeMoment } from '../core/office-date.ts';
import { durationText } from './duration-text.ts';
import { stateWords } from './printer-words.ts';
import { labelled } from './text-layout.ts';
import { troubleWords, updateFailureWords } from './trouble-words.ts';

type Line = readonly [label: string, value: string];

/** `columns`: characters a line may have. */
export function statusText(status: KioskStatus, columns: number): string {
  const { atMs, updates, troubles } = status;
  const wrong: Line[] = troubles.map((trouble) => [trouble, troubleWords[trouble]]);
  const facts: Line[] = [
    [
      'Kiosk',
      `software ${status.software}, up for ${durationText(atMs - status.startedAtMs)}, started ${times(status.starts)}, ${megabytes(status.residentBytes)}`,
    ],
    ...shownLines(updates, atMs),
    ...updateLines(updates, atMs),
    ...stickLines(updates),
    ['Trust', trustText(updates.trust)],
    ['Clock', updates.isClockSure ? 'sure' : 'stands before a time that was certainly reached'],
    ['Printer', printerText(status)],
    ['Reader', `${status.reader.state}, for ${durationText(atMs - status.reader.sinceMs)}`],
    ['Since start', countsText(status.counts)],
  ];
  const first = wrong.length === 0 ? ['All is well.'] : ['This needs a hand:', ...labelled(wrong, columns)];
  return `${[...first, '', ...labelled(facts, columns)].join('\n')}\n`;
}

function shownLines({ shown }: UpdatesOverview, atMs: number): Line[] {
  const { number, catalogue, publishedAtMs, office } = shown;
  const age = `${durationText(catalogueAgeMs(shown, atMs))} old`;
  const what =
    publishedAtMs === null
      ? `the one that came with the software, ${age}`
      : `release ${number}, published ${officeMoment(publishedAtMs)}, ${age}`;
  const sheet = office === null ? 'no sheet of an office' : `with the sheet of ${office}`;
  const tookMs = publicationToDisplayMs(shown);
  return [
    ['Catalogue', what],
    ['', `${catalogue.procedureCount} procedures, data of ${catalogue.dataDate}, ${sheet}`],
    ...(tookMs === null ? [] : [['', `shown ${durationText(tookMs)} after it was published`] as const]),
  ];
}

function updateLines(
  { progress, lastCheck, failure, nextCheckAtMs, lastSuccessAtMs }: UpdatesOverview,
  atMs: number,
): Line[] {
  const now = progress.phase === 'idle' ? '' : `; ${progress.phase} now`;
  const next = nextCheckAtMs === null ? 'no repository is configured' : `next in ${durationText(nextCheckAtMs - atMs)}`;
  const last =
    lastCheck === null
      ? 'none yet'
      : `${durationText(atMs - lastCheck.atMs)} ago by ${lastCheck.source}, ${failure === null ? 'went well' : `failed: ${failure.reason}`}`;
  const success = lastSuccessAtMs === null ? 'never yet' : `${durationText(atMs - lastSuccessAtMs)} ago`;
  return [
    ['Last check', `${last}; ${next}${now}`],
    ...(failure === null
      ? []
      : ([
          ['', `${updateFailureWords[failure.reason]}${failure.detail === '' ? '' : `: ${failure.detail}`}`],
          ['', `last went well: ${success}`],
        ] as const)),
  ];
}

/** A stick whose release is newer waits for a person. */
function stickLines({ stick }: UpdatesOverview): Line[] {
  return stick?.isNewer === true
    ? [['Stick', `release ${stick.number} on ${stick.name} waits: kioskctl update --stick ${stick.number}`]]
    : [];
}

function trustText(trust: UpdatesOverview['trust']): string {
  return trust === null
    ? 'none installed: no update is accepted'
    : `root ${trust.rootVersion}, SHA-256 of the installed one ${inFours(trust.fingerprint)}`;
}

/** As `kioskctl trust` prints it, to be compared over the telephone. */
function inFours(hex: string): string {
  return hex.replaceAll(/(.{4})(?=.)/gu, '$1 ');
}

function printerText({ printer, paperMetres, atMs }: KioskStatus): string {
  const since = `${stateWords[printer.state]}, for ${durationText(atMs - printer.sinceMs)}`;
  const paper = paperMetres === null ? '' : `; about ${paperMetres.toFixed(1)} m of paper left`;
  return `${since}${paper}${printer.paperNearEnd ? '; it says that the roll is near its end' : ''}`;
}

function countsText(counts: KioskStatus['counts']): string {
  const failures = Object.entries(counts.updateFailures).map(([reason, count]) => `${reason} ${count}`);
  return [
    `${counts.searches} searches (${counts.searchesWithoutResult} without a result)`,
    `${counts.slipsPrinted} slips printed, ${counts.slipsFailed} failed`,
    `${counts.ticketsGiven} queue numbers`,
    `${counts.scans} scans`,
    `update failures: ${failures.length === 0 ? 'none' : failures.join(', ')}`,
  ].join('; ');
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB of memory`;
}
