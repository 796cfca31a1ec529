/** Child process of the benches: builds one engine's index, or opens it and types into it. Needs --expose-gc. */
import { statSync } from 'node:fs';
import { openCatalogue } from '../../main/core/catalogue/open-catalogue.ts';
import { allPeers } from '../bench-search/peers/all-peers.ts';
import type { SearchPeer } from '../bench-search/peers/search-peer.ts';
import { createRandom, sample } from '../bench-search/random.ts';
import { keystrokesOf, spreadOver } from './keystrokes.ts';
import { spreadOf, timed } from './sample.ts';
import {
  type BuiltIndex,
  type OpenedIndex,
  type SearchMeasurement,
  searchMeasurementSchema,
} from './search-measurement.ts';
import { widenCatalogue } from './widen-catalogue.ts';

/** Rows a screen shows; every engine is asked for as many. */
const rows = 20;
/** How long the engine warms up, and then how long its speed is taken to tell how many keystrokes fit into the budget. */
const warmUpMs = 700;
const probeMs = 700;
const mostProbes = 1000;

const measurement = searchMeasurementSchema.parse(JSON.parse(process.argv[2] ?? ''));
const peer = allPeers.find(({ name, text }) => name === measurement.engine && text === measurement.text);
if (peer === undefined) {
  throw new Error(`there is no engine ${measurement.engine} over ${measurement.text}`);
}
const answer = measurement.phase === 'build' ? await build(peer, measurement) : await open(peer, measurement);
process.stdout.write(JSON.stringify(answer));

async function build(
  engine: SearchPeer,
  { catalogueFolder, procedures: count, provinces, indexPath }: Extract<SearchMeasurement, { phase: 'build' }>,
): Promise<BuiltIndex> {
  const catalogue = openCatalogue(catalogueFolder);
  const procedures = widenCatalogue({ procedures: Array.from(catalogue.procedures()), provinces, count });
  catalogue.close();
  globalThis.gc?.();
  const started = performance.now();
  await engine.build(procedures, indexPath);
  const seconds = (performance.now() - started) / 1000;
  return { procedures: procedures.length, seconds, indexBytes: statSync(indexPath).size };
}

async function open(
  engine: SearchPeer,
  { indexPath, questions, budgetMs, leastKeystrokes }: Extract<SearchMeasurement, { phase: 'open' }>,
): Promise<OpenedIndex> {
  const before = memory();
  const started = performance.now();
  const index = await engine.open(indexPath);
  const loadMs = performance.now() - started;
  const heapBytes = memory().heap - before.heap;

  const keystrokes = keystrokesOf(questions);
  const type = (words: string): number => timed(() => index.search(words, rows));
  const spread = spreadOver(keystrokes, mostProbes);
  typeFor(warmUpMs, spread, type);
  const meanMs = typeFor(probeMs, spread, type);
  const count = Math.max(leastKeystrokes, Math.floor(budgetMs / meanMs));
  const keystroke = spreadOf(spreadOver(keystrokes, count).map(type));
  const residentBytes = process.memoryUsage.rss() - before.resident;
  index.close();
  return { loadMs, heapBytes, residentBytes, keystroke, keystrokes: keystrokes.length };
}

/** Types one after the other in chance order until the time is out; mean milliseconds of a keystroke, at least one typed. */
function typeFor(limitMs: number, keystrokes: readonly string[], type: (words: string) => number): number {
  const samples: number[] = [];
  const started = performance.now();
  for (const words of sample(createRandom(1), keystrokes, keystrokes.length)) {
    samples.push(type(words));
    if (performance.now() - started >= limitMs) {
      break;
    }
  }
  return samples.reduce((sum, ms) => sum + ms, 0) / samples.length;
}

function memory(): { readonly heap: number; readonly resident: number } {
  if (globalThis.gc === undefined) {
    throw new Error('run with --expose-gc: memory is measured after a collection');
  }
  globalThis.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed + external, resident: rss };
}
