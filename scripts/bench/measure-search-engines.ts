/** The kiosk's search beside other engines at four sizes: each builds and answers in processes of its own, one at a time. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { allPeers } from '../bench-search/peers/all-peers.ts';
import type { SearchPeer } from '../bench-search/peers/search-peer.ts';
import type { TextKind } from '../bench-search/procedure-text.ts';
import type { BuiltCatalogue } from './build-catalogues.ts';
import {
  type BuiltIndex,
  builtSchema,
  type OpenedIndex,
  openedSchema,
  type SearchMeasurement,
} from './search-measurement.ts';

export interface EngineFigures {
  readonly engine: string;
  readonly text: TextKind;
  readonly built: BuiltIndex;
  readonly opened: OpenedIndex;
}

export interface EngineSize {
  /** `ward`, `xa`, `all`, or `34 provinces`. */
  readonly name: string;
  readonly procedures: number;
  /** In the order of `timedPeers`; the kiosk's own first. */
  readonly engines: readonly EngineFigures[];
}

export interface EngineOptions {
  readonly projectFolder: string;
  readonly catalogues: readonly BuiltCatalogue[];
  readonly questions: readonly string[];
  readonly say: (text: string) => void;
}

/** What every province's variants would make of the national catalogue. */
const widenedProcedures = 25_000;
const keystrokeBudgetMs = 9_000;
const leastKeystrokes = 40;

/** Full text, as the kiosk searches it; the head alone for what is tuned to it, and for what can bear no more. */
const headPeers = new Set(['MiniSearch tuned', 'Orama', 'Fuse.js']);
const timedPeers = allPeers.filter(({ name, text }) => text === 'full' || headPeers.has(name));

const provincesSchema = z.object({ provinces: z.record(z.string(), z.unknown()) });

export function measureSearchEngines({ projectFolder, catalogues, questions, say }: EngineOptions): EngineSize[] {
  const rules: unknown = JSON.parse(readFileSync(join(projectFolder, 'data/rules/provinces.json'), 'utf8'));
  const provinces = Object.keys(provincesSchema.parse(rules).provinces);
  const whole = catalogues.at(-1);
  const sizes = [
    ...catalogues.map(({ profile, folder, procedures }) => ({ name: profile as string, folder, procedures })),
    ...(whole === undefined ? [] : [{ name: '34 provinces', folder: whole.folder, procedures: widenedProcedures }]),
  ];
  return sizes.map(({ name, folder, procedures }) => ({
    name,
    procedures,
    engines: timedPeers.map((peer) => {
      const started = performance.now();
      const figures = measureEngine(peer, { folder, procedures, provinces, questions });
      say(`${peer.name} (${peer.text}) over ${procedures}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
      return figures;
    }),
  }));
}

interface Size {
  readonly folder: string;
  readonly procedures: number;
  readonly provinces: string[];
  readonly questions: readonly string[];
}

function measureEngine({ name: engine, text }: SearchPeer, size: Size): EngineFigures {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-bench-engine-'));
  const indexPath = join(folder, 'index');
  try {
    const { folder: catalogueFolder, procedures, provinces } = size;
    const built = builtSchema.parse(
      runChild({ phase: 'build', engine, text, indexPath, catalogueFolder, procedures, provinces }),
    );
    const opened = openedSchema.parse(
      runChild({
        phase: 'open',
        engine,
        text,
        indexPath,
        questions: [...size.questions],
        budgetMs: keystrokeBudgetMs,
        leastKeystrokes,
      }),
    );
    return { engine, text, built, opened };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runChild(measurement: SearchMeasurement): unknown {
  const script = new URL('measure-search-peer.ts', import.meta.url).pathname;
  // 25,000 full texts as objects, and an index of maps beside them, outgrow the usual limit.
  const run = spawnSync(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=8192', script, JSON.stringify(measurement)],
    { encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 },
  );
  if (run.status !== 0) {
    throw new Error(`measuring ${measurement.engine} (${measurement.phase}) failed: ${run.stderr}`);
  }
  return JSON.parse(run.stdout);
}
