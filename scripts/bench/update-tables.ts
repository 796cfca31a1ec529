/** The tables of catalogue updates for docs/benchmarks.md. */
import { markdownTable } from './markdown-table.ts';
import { benchKiosks, type CrowdFigures, snapshotsAtOnce, type UpdateFigures } from './measure-updates.ts';
import { changedProcedures } from './publish-bench-releases.ts';
import { milliseconds } from './sample.ts';

export const updatesHeading = '## Catalogue updates';

const kilobyte = 1_000;

export function updateSection(figures: UpdateFigures): string {
  const { procedures, snapshotBytes, deltaBytes, unpackedBytes, one } = figures;
  const share = ((deltaBytes / snapshotBytes) * 100).toFixed(2);
  return `${updatesHeading}

A release that changes ${changedProcedures} of ${procedures.toLocaleString('en')} procedures (profile \`all\`, ${kilobytes(unpackedBytes)} KB of rows), published by \`kioskctl\`'s own
code behind Debian's nginx with the manual's configuration. ${benchKiosks} kiosks look for it at the same moment, which no schedule would have
them do. They are real clients in one process (own data folder, journal, TUF metadata, connection): everything up to the signed hash of
what was fetched is done by each; the catalogue is made once and linked into the others' folders, for ${benchKiosks} builds measure one machine's
patience. Bytes are what nginx sent a kiosk, heads included.

${markdownTable(
  ['what a kiosk does', 'bytes a kiosk (KB)', 'requests', `all ${benchKiosks} done (s)`, 'nginx CPU, all (s)'],
  [
    crowdLine('takes the delta', figures.withDelta),
    crowdLine(`takes the whole snapshot (${snapshotsAtOnce} at a time)`, figures.withSnapshot),
    crowdLine('finds nothing new (aim: 20 KB)', figures.nothingNew),
  ],
)}

${markdownTable(
  ['the same change, brought as', 'KB', 'of the snapshot'],
  [
    ['delta of rows (aim: 2 %)', kilobytes(deltaBytes), `${share} %`],
    ['snapshot (zstd)', kilobytes(snapshotBytes), '100 %'],
    ...figures.peers.map(({ way, bytes }) => [
      way,
      bytes === null ? 'not there' : kilobytes(bytes),
      bytes === null ? '' : `${((bytes / snapshotBytes) * 100).toFixed(1)} %`,
    ]),
  ],
)}

One kiosk with the real worker, while the core is asked a search every 25 ms: milliseconds from the moment it is due (aims: taken within
10 s; the search not slower by more than 2×).

${markdownTable(
  [
    'look to shown (s)',
    'fetch, build, check (s)',
    'trial and swap (s)',
    'search idle p50 / p95',
    'search during p50 / p95 / worst',
    'resident before / at most (MB)',
  ],
  [
    [
      one.totalSeconds.toFixed(1),
      one.buildSeconds.toFixed(1),
      one.trialSeconds.toFixed(2),
      `${milliseconds(one.idle.p50)} / ${milliseconds(one.idle.p95)}`,
      `${milliseconds(one.during.p50)} / ${milliseconds(one.during.p95)} / ${milliseconds(one.worstMs)}`,
      `${one.residentBefore.toFixed(0)} / ${one.residentAtMost.toFixed(0)}`,
    ],
  ],
)}
`;
}

function crowdLine(what: string, { bytes, requests, seconds, cpuSeconds }: CrowdFigures): string[] {
  return [what, kilobytes(bytes), requests.toFixed(1), seconds.toFixed(1), cpuSeconds.toFixed(2)];
}

function kilobytes(bytes: number): string {
  const value = bytes / kilobyte;
  return value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en');
}
