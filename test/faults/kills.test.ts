/**
 * A whole core that is killed again and again while twenty slips wait, before a printer that takes its time. Every slip comes out
 * once, or its job is `unknown` or `failed` in the journal; fifty kills in `npm run test:faults`, some of them in `npm test`.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { printerProfiles } from '../../main/core/printer-profile.ts';
import { encodePng } from '../../main/core/printing/typesetting/encode-png.ts';
import type { SlipImage } from '../../main/core/printing/typesetting/slip-layout.ts';
import { behaveAs } from '../../scripts/virtual-printer/behave-as.ts';
import { startVirtualPrinter } from '../../scripts/virtual-printer/start-virtual-printer.ts';
import { makeProcedure } from '../fakes/printing-procedures.ts';
import { writeCatalogue } from '../unit/catalogue/write-catalogue.ts';
import { readQrCodes } from '../unit/printing/slip-dots.ts';
import { createDice } from './create-dice.ts';
import { findPrintFaults, type PrintedPiece } from './find-print-faults.ts';
import { folderInMemory } from './folder-in-memory.ts';
import { codeOfJob, jobOfLink, mostJobs } from './job-codes.ts';
import { tellCounts } from './tell-counts.ts';

const isWhole = process.env['KIOSK_FAULTS'] === 'all';
const kills = isWhole ? 50 : 8;
const program = join(import.meta.dirname, 'print-slips.ts');

interface Life {
  readonly told: readonly number[];
  readonly errors: string;
  readonly end: string;
}

/** `killAfterMs` null: it is told to finish. `fromReady`: the time runs from when it has begun to print. */
function live(folders: readonly string[], killAfterMs: number | null, fromReady: boolean): Promise<Life> {
  const { promise, resolve, reject } = Promise.withResolvers<Life>();
  const order = killAfterMs === null ? ['finish'] : [];
  const core = spawn(process.execPath, [program, ...folders, ...order], { stdio: ['ignore', 'pipe', 'pipe'] });
  const told: number[] = [];
  let errors = '';
  let isDone = false;
  const kill = (): void => void (killAfterMs === null ? null : setTimeout(() => core.kill('SIGKILL'), killAfterMs));
  createInterface({ input: core.stdout }).on('line', (line) => {
    isDone ||= line === 'done';
    if (line === 'ready' && fromReady) {
      kill();
    } else if (/^\d+$/u.test(line)) {
      told.push(Number(line));
    }
  });
  core.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  core.on('error', reject);
  core.on('close', (code, signal) => resolve({ told, errors, end: signal ?? (isDone ? 'done' : `exit code ${code}`) }));
  if (!fromReady) {
    kill();
  }
  return promise;
}

async function prepare(profileName: 'epson-tm-t82' | 'generic-80') {
  const folder = folderInMemory();
  const profile = printerProfiles[profileName];
  const printer = await startVirtualPrinter({
    port: 0,
    outputFolder: null,
    ...behaveAs(profile),
    // A slip takes some 0.2 s.
    rowsPerSecond: 6_000,
  });
  onTestFinished(() => printer.close());
  const images: SlipImage[] = [];
  printer.onPaper((image) => images.push(image));
  const catalogue = writeCatalogue({
    procedures: Array.from({ length: mostJobs }, (_none, index) => ({
      procedure: makeProcedure({ code: codeOfJob(index + 1), tile: null }),
    })),
  });
  const site = JSON.parse(readFileSync('data/site.json', 'utf8')) as Record<string, unknown>;
  const configuration = join(folder, 'site.json');
  const changes = { printer: { target: `virtual:${printer.port}`, profile: profileName }, reader: { target: null } };
  writeFileSync(
    configuration,
    JSON.stringify({ ...site, ...changes, catalogue: { profile: 'all' }, queue: { services: [] } }),
  );
  const data = join(folder, 'data');
  mkdirSync(data);
  return { printer, images, data, folders: [configuration, catalogue, data] };
}

async function readPieces(images: readonly SlipImage[]): Promise<PrintedPiece[]> {
  const pieces: PrintedPiece[] = [];
  for (const image of images) {
    const codes = image.bits.some((byte) => byte !== 0) ? await readQrCodes(encodePng(image)) : [];
    pieces.push({ jobs: codes.map(jobOfLink).filter((job) => job !== null), heightDots: image.heightDots });
  }
  return pieces;
}

describe('a core that is killed at random while twenty slips wait', { timeout: 600_000 }, () => {
  it.each(isWhole ? (['epson-tm-t82', 'generic-80'] as const) : (['epson-tm-t82'] as const))(
    `prints each once on a printer of the kind %s, or says that it does not know (${kills} kills)`,
    async (profileName) => {
      const { printer, images, data, folders } = await prepare(profileName);
      const dice = createDice(4);
      const told: number[] = [];
      for (let kill = 0; kill < kills; kill += 1) {
        // Anywhere in a start, too.
        const isStarting = dice.throw(5) === 0;
        const life = await live(folders, dice.throw(isStarting ? 700 : 1_500), !isStarting);
        expect([life.end, life.errors]).toEqual(['SIGKILL', '']);
        told.push(...life.told);
      }
      const last = await live(folders, null, false);
      expect([last.end, last.errors]).toEqual(['done', '']);
      printer.tearOff();
      const { faults, counts } = findPrintFaults(data, told, await readPieces(images));
      tellCounts(`${profileName}, ${kills} kills, ${images.length} pieces of paper`, counts);
      expect(faults).toEqual([]);
      expect(counts.get('printed')).toBeGreaterThan(20);
    },
  );
});

const slip = (...jobs: number[]): PrintedPiece => ({ jobs, heightDots: 800 });

describe('the checker of slips', () => {
  it('finds what it is there to find', () => {
    const folder = folderInMemory();
    const database = new Database(join(folder, 'journal.db'));
    database.exec(`
      CREATE TABLE print_job (number INTEGER, state TEXT, reason TEXT);
      INSERT INTO print_job VALUES (1, 'printed', NULL), (2, 'printed', NULL), (3, 'failed', 'cancelled'),
        (4, 'sending', NULL), (5, 'unknown', 'restarted'), (6, 'printed', NULL), (7, 'unknown', 'cut-off');
    `);
    database.close();
    const pieces = [slip(1), slip(3), slip(5), slip(5), slip(6, 7), { jobs: [2], heightDots: 300 }, slip(9)];
    expect(findPrintFaults(folder, [1, 2, 8], pieces).faults.toSorted()).toEqual([
      'came out and is not written: 9',
      'came out twice: 5 (unknown)',
      'came out: 3 (failed)',
      'never came out: 2 (printed)',
      'not over: 4 (sending)',
      'on one piece: 6,7',
      'told and not written: 8',
    ]);
  });
});
