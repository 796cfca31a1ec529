/** Runs the whole comparison; what it returns is what `--json` prints. */
import { readFileSync } from 'node:fs';
import { evaluatePeer, type PeerScores } from './evaluate-peer.ts';
import type { BenchSearchOptions } from './options.ts';
import { allPeers } from './peers/all-peers.ts';
import { answerable, parseQuestions } from './questions.ts';
import { readProcedures } from './read-procedures.ts';
import type { SharedData } from './shared-data.ts';

export interface BenchSearchReport {
  readonly profile: BenchSearchOptions['profile'];
  readonly procedures: number;
  readonly bundledAliases: boolean;
  readonly unaccented: boolean;
  /** Development questions: those asked, and those none of whose codes the catalogue holds. */
  readonly questions: { readonly asked: number; readonly leftOut: number };
  readonly engines: readonly PeerScores[];
  readonly seconds: number;
}

export interface BenchSearchRun {
  readonly projectFolder: string;
  readonly shared: SharedData;
  readonly options: BenchSearchOptions;
  readonly say: (text: string) => void;
}

export async function benchSearch({ projectFolder, shared, options, say }: BenchSearchRun): Promise<BenchSearchReport> {
  const startedMs = performance.now();
  const { profile, bundledAliases, unaccented } = options;
  say(`building the catalogue ${profile} …`);
  const { nationalExport } = shared;
  const procedures = await readProcedures({ projectFolder, nationalExport, profile, bundledAliases });
  const codes = new Set(procedures.map(({ code }) => code));
  const { questions, leftOut } = answerable(parseQuestions(readFileSync(shared.questions, 'utf8')), codes);
  const engines: PeerScores[] = [];
  for (const peer of allPeers) {
    const peerStartedMs = performance.now();
    engines.push(await evaluatePeer(peer, { procedures, questions, unaccented }));
    say(`asked ${peer.name} (${peer.text}): ${((performance.now() - peerStartedMs) / 1000).toFixed(1)} s`);
  }
  return {
    profile,
    procedures: procedures.length,
    bundledAliases,
    unaccented,
    questions: { asked: questions.length, leftOut },
    engines,
    seconds: (performance.now() - startedMs) / 1000,
  };
}
