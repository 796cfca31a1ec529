/**
 * `npm run bench`: how fast and how large the kiosk is, on the whole national catalogue where ../shared is there. Writes
 * the tables into docs/benchmarks.md with the machine named (`--print` only shows them). `--only=printing` measures slips and
 * printing alone and leaves the other tables as they are; `--only=scanning` does so with scans, and needs no export;
 * `--only=updates` with catalogue updates, and needs nginx.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BuiltCatalogue, buildCatalogue, buildCatalogues } from './bench/build-catalogues.ts';
import { markdownTable } from './bench/markdown-table.ts';
import { type CoreFigures, measureCore } from './bench/measure-core.ts';
import { measurePage, type PageFigures } from './bench/measure-page.ts';
import { measurePrinting, type PrintingFigures } from './bench/measure-printing.ts';
import { measureScanScreens, type ScanScreenFigures } from './bench/measure-scan-screens.ts';
import { measureScans, type ScanFigures } from './bench/measure-scans.ts';
import { type EngineSize, measureSearchEngines } from './bench/measure-search-engines.ts';
import { measureSlips, type SlipFigures } from './bench/measure-slips.ts';
import { measureUpdates } from './bench/measure-updates.ts';
import { benchQuestions } from './bench/questions.ts';
import { milliseconds, type Spread } from './bench/sample.ts';
import { searchEngineSection } from './bench/search-engine-tables.ts';
import { isNginxThere } from './bench/start-nginx.ts';
import { updateSection, updatesHeading } from './bench/update-tables.ts';

interface Measured {
  readonly catalogue: BuiltCatalogue;
  readonly core: CoreFigures;
  readonly page: PageFigures | null;
}

const benchmarksPath = new URL('../docs/benchmarks.md', import.meta.url);
/** What `npm run bench:search` said is pasted below the tables of this bench, under this heading, and kept. */
const answersHeading = '## How well the search answers';
const noExport = 'The benches need ../shared/data/national-catalogue-2026-07.jsonl.gz, which is not there.';
const slipsHeading = '## Slips';
const scansHeading = '## Scans';
const enginesHeading = '## Search engines';

const { values } = parseArgs({
  options: { print: { type: 'boolean', default: false }, only: { type: 'string' } },
});
if (values.only !== undefined && !['printing', 'scanning', 'updates'].includes(values.only)) {
  process.stderr.write('bench: --only takes "printing", "scanning" or "updates"\n');
  process.exit(2);
}
const chromiumPath = process.env['KIOSK_CHROMIUM'] ?? '/usr/bin/chromium';
const folder = mkdtempSync(join(tmpdir(), 'kiosk-bench-catalogues-'));
try {
  const report = await (values.only === 'printing'
    ? printingReport()
    : values.only === 'scanning'
      ? scanningReport()
      : values.only === 'updates'
        ? updatesReport()
        : wholeReport());
  if (!values.print) {
    writeFileSync(benchmarksPath, report.page);
  }
  process.stdout.write(report.measured);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

interface Report {
  /** What was measured now. */
  readonly measured: string;
  /** The whole of docs/benchmarks.md with it. */
  readonly page: string;
}

async function wholeReport(): Promise<Report> {
  const { measured, slips, printing, scans, scanScreens, engines, updates } = await measureAll();
  const tables = `${reportOf(measured)}\n${slipSection(slips)}\n${printingSection(printing)}\n${scanSection(scans, scanScreens)}\n${updates}${searchEngineSection(engines)}`;
  return { measured: tables, page: `${tables}\n${answersSection()}` };
}

/** The page as it stands, with slips and printing measured anew. Throws where it has no such sections. */
async function printingReport(): Promise<Report> {
  const ward = buildCatalogue('ward', folder);
  if (ward === null) {
    throw new Error(noExport);
  }
  const slips = slipSection(measureSlips(ward.folder));
  const measured = `${slips}\n${printingSection(await measurePrinting(ward.folder))}`;
  return { measured, page: withSection(slipsHeading, scansHeading, measured) };
}

/** The page as it stands, with the scans measured anew. */
async function scanningReport(): Promise<Report> {
  const measured = scanSection(measureScans(), await scanScreensIfThere());
  return { measured, page: withSection(scansHeading, updatesHeading, measured) };
}

/** The page as it stands, with the updates measured anew. */
async function updatesReport(): Promise<Report> {
  const all = buildCatalogue('all', folder);
  if (all === null) {
    throw new Error(noExport);
  }
  const measured = await updatesOf(all);
  return { measured, page: withSection(updatesHeading, enginesHeading, measured) };
}

/** Says so where there is no nginx. */
async function updatesOf(all: BuiltCatalogue): Promise<string> {
  return isNginxThere()
    ? `${updateSection(await measureUpdates(all, join(folder, 'updates'), (text) => process.stderr.write(`${text}\n`)))}\n`
    : `${updatesHeading}\n\nNot measured: this bench needs Debian's nginx.\n\n`;
}

/** The page with what stands from one heading to the next replaced. Throws where it has no such sections. */
function withSection(heading: string, nextHeading: string, section: string): string {
  const before = readFileSync(benchmarksPath, 'utf8');
  const nextStart = before.includes(nextHeading) ? before.indexOf(nextHeading) : before.indexOf(enginesHeading);
  const start = before.includes(heading) ? before.indexOf(heading) : nextStart;
  if (nextStart === -1 || start > nextStart) {
    throw new Error('docs/benchmarks.md is not the page of this bench; run the whole bench first.');
  }
  return `${before.slice(0, start)}${section}\n${before.slice(nextStart)}`;
}

async function measureAll(): Promise<{
  readonly measured: Measured[];
  readonly slips: SlipFigures[];
  readonly printing: PrintingFigures;
  readonly scans: ScanFigures[];
  readonly scanScreens: ScanScreenFigures | null;
  readonly engines: EngineSize[];
  readonly updates: string;
}> {
  const catalogues = buildCatalogues(folder);
  if (catalogues === null) {
    throw new Error(noExport);
  }
  const typed = benchQuestions(40).questions;
  const measured: Measured[] = [];
  for (const catalogue of catalogues) {
    process.stderr.write(`measuring ${catalogue.profile} (${catalogue.procedures} procedures) …\n`);
    const { profile, folder: catalogueFolder } = catalogue;
    measured.push({
      catalogue,
      core: measureCore(catalogueFolder, benchQuestions(40).questions),
      page: existsSync(chromiumPath)
        ? await measurePage({ chromiumPath, catalogueFolder, profile, questions: typed.slice(0, 12) })
        : null,
    });
  }
  process.stderr.write('printing 2,000 slips …\n');
  const slips = measureSlips(catalogues[0]?.folder ?? '');
  const printing = await measurePrinting(catalogues[0]?.folder ?? '');
  const scans = measureScans();
  const scanScreens = await scanScreensIfThere();
  const whole = catalogues.find(({ profile }) => profile === 'all');
  const updates = whole === undefined ? '' : await updatesOf(whole);
  const engines = measureSearchEngines({
    projectFolder: new URL('..', import.meta.url).pathname,
    catalogues,
    questions: benchQuestions(Number.POSITIVE_INFINITY).questions,
    say: (text) => process.stderr.write(`${text}\n`),
  });
  return { measured, slips, printing, scans, scanScreens, engines, updates };
}

/** Null where there is no Chromium. */
async function scanScreensIfThere(): Promise<ScanScreenFigures | null> {
  return existsSync(chromiumPath) ? await measureScanScreens(chromiumPath) : null;
}

function reportOf(measured: readonly Measured[]): string {
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  const machine = `${cpus().length} cores (${processor?.model ?? 'unknown'}), ${memory} GiB, ${process.platform}, Node ${process.version}`;
  return `# Benchmarks

Written by \`npm run bench\`; measured on ${machine}, ${new Date().toISOString().slice(0, 10)}. Times are milliseconds
unless a unit stands there. Machines differ: compare rows of one run, not runs of two machines.

## Catalogue

${markdownTable(
  [
    'profile',
    'procedures',
    'build from the export (s)',
    'peak memory of the build (MB)',
    'open with all checks and load the index',
  ],
  measured.map(({ catalogue, core }) => [
    catalogue.profile,
    String(catalogue.procedures),
    catalogue.buildSeconds.toFixed(1),
    catalogue.peakMegabytes.toFixed(0),
    milliseconds(core.openMs),
  ]),
)}

## Core, in-process

A keystroke is every beginning of the questions of the development set, searched and its first 20 rows read. A slip is a
checklist composed, drawn at 576 dots and encoded.

${markdownTable(
  ['profile', 'keystroke p50 / p95 / p99', 'open a procedure p50 / p95 / p99', 'slip p50 / p95 / p99'],
  measured.map(({ catalogue, core }) => [
    catalogue.profile,
    spread(core.keystroke),
    spread(core.open),
    spread(core.slip),
  ]),
)}

## Whole kiosk in Chromium

From the key's event to the painted rows, typed at 11 characters a second; from the touch to the painted procedure; from
the start of the kiosk's process to the welcome screen; resident memory of the core's and the page's process afterwards.

${markdownTable(
  [
    'profile',
    'start to screen',
    'keystroke to paint p50 / p95 / p99',
    'open a procedure p50 / p95 / p99',
    'core (MB)',
    'page (MB)',
  ],
  measured.flatMap(({ catalogue, page }) =>
    page === null
      ? []
      : [
          [
            catalogue.profile,
            milliseconds(page.startMs),
            spread(page.keystroke),
            spread(page.openProcedure),
            page.coreMegabytes.toFixed(0),
            page.pageMegabytes.toFixed(0),
          ],
        ],
  ),
)}
`;
}

function slipSection(slips: readonly SlipFigures[]): string {
  return `${slipsHeading}

A slip composed from its facts, set, drawn and encoded for the printer; \`dossier-status\` is the copy of a receipt. Cold is
the first slip of a kiosk just started, before any word was drawn; the aim is 150 ms for a checklist of one page.

${markdownTable(
  ['slip', 'paper (dots)', 'print', 'length (mm)', 'job (KB)', 'cold p50 / p95 / p99', 'warm p50 / p95 / p99'],
  slips.map(({ slip, widthDots, large, heightMillimetres, jobKilobytes, cold, warm }) => [
    slip,
    String(widthDots),
    large ? 'large' : 'usual',
    heightMillimetres.toFixed(0),
    jobKilobytes.toFixed(0),
    spread(cold),
    spread(warm),
  ]),
)}
`;
}

function printingSection({ firstByte, printed, memory, slips }: PrintingFigures): string {
  return `## From the press to the paper

${slips.toLocaleString('en')} checklists of \`ward\` one after the other, each a job of its own in the journal, to the virtual printer over
TCP (it prints at once; \`epson-tm-t82\`). From the press to the first byte (aim: 200 ms) and to the printer's word that it is
through; memory of the process after so many slips, rubbish collected (aim: no growth;
what is resident settles once the allocator has seen every size of slip).

${markdownTable(
  [
    'press to first byte p50 / p95 / p99',
    'press to printed p50 / p95 / p99',
    ...memory.map((at) => `heap / resident after ${at.slips} (MB)`),
  ],
  [
    [
      spread(firstByte),
      spread(printed),
      ...memory.map(({ heap, resident }) => `${heap.toFixed(1)} / ${resident.toFixed(0)}`),
    ],
  ],
)}
`;
}

/** Of milliseconds. */
function microseconds(value: number): string {
  return (value * 1_000).toFixed(1);
}

function scanSection(scans: readonly ScanFigures[], screens: ScanScreenFigures | null): string {
  return `${scansHeading}

From the text of a whole scan to what it is, in microseconds (aim: 100).

${markdownTable(
  ['scan', 'characters', 'p50 / p95 / p99 (µs)'],
  scans.map(({ scan, characters, classified: { p50, p95, p99 } }) => [
    scan,
    String(characters),
    [p50, p95, p99].map(microseconds).join(' / '),
  ]),
)}
${screens === null ? '' : screenLines(screens)}`;
}

function screenLines({ local, remote, portal }: ScanScreenFigures): string {
  return `
From a scan's last byte to the painted screen in Chromium (aim: p95 of 100 for what the kiosk knows itself, of the portal's time and
100 for what it asks); the portal is the reference portal on the same machine, asked directly for the same status.

${markdownTable(
  ['scan', 'p50 / p95 / p99'],
  [
    ['a procedure', spread(local)],
    ['a dossier', spread(remote)],
    ['the portal alone', spread(portal)],
  ],
)}
`;
}

function spread({ p50, p95, p99 }: Spread): string {
  return [p50, p95, p99].map(milliseconds).join(' / ');
}

function answersSection(): string {
  const before = existsSync(benchmarksPath) ? readFileSync(benchmarksPath, 'utf8') : '';
  const start = before.indexOf(answersHeading);
  return start === -1 ? '' : before.slice(start);
}
