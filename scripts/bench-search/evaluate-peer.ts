/** Puts every question to one engine and scores what it says. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Procedure } from '../../main/contract/procedure.ts';
import {
  type GeneratedQuestion,
  type GeneratedSets,
  generateSets,
  prefixesOf,
  setsWithoutAccents,
  slowSizes,
  usualSizes,
} from './generated-sets.ts';
import type { OpenPeer, SearchPeer } from './peers/search-peer.ts';
import type { TextKind } from './procedure-text.ts';
import { halves, type Question, questionsWithoutAccents } from './questions.ts';
import {
  type Answered,
  type AnswerScores,
  countedPlaces,
  type PrefixScores,
  rankOf,
  recallAt10,
  scoreAnswers,
  scorePrefixes,
} from './scoring.ts';

export interface SetScores {
  readonly answer: AnswerScores | null;
  readonly clarify: { readonly questions: number; readonly recall10: number } | null;
}

export interface DevelopmentScores extends SetScores {
  readonly tune: SetScores;
  readonly check: SetScores;
  /** Mean time of a question in milliseconds. */
  readonly meanMs: number;
}

export interface PeerScores {
  readonly engine: string;
  readonly text: TextKind;
  /** Made questions were fewer, for it is slow at this size. */
  readonly fewer: boolean;
  readonly development: {
    /** Null where everything was asked without accents. */
    readonly asWritten: DevelopmentScores | null;
    readonly withoutAccents: DevelopmentScores;
  };
  readonly generated: {
    readonly oneError: AnswerScores | null;
    readonly oneErrorShort: AnswerScores | null;
    readonly telex: AnswerScores | null;
    readonly joined: AnswerScores | null;
    readonly prefixes: PrefixScores | null;
  };
}

export interface Evaluation {
  readonly procedures: readonly Procedure[];
  /** Those the catalogue can answer. */
  readonly questions: readonly Question[];
  readonly unaccented: boolean;
}

export async function evaluatePeer(peer: SearchPeer, evaluation: Evaluation): Promise<PeerScores> {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-bench-search-'));
  try {
    const path = join(folder, 'index');
    await peer.build(evaluation.procedures, path);
    const open = await peer.open(path);
    const scores = ask(peer, open, evaluation);
    open.close();
    return scores;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function ask(peer: SearchPeer, open: OpenPeer, { procedures, questions, unaccented }: Evaluation): PeerScores {
  const fewer = procedures.length >= peer.slowFrom;
  const made = generateSets(procedures, fewer ? slowSizes : usualSizes);
  const sets: GeneratedSets = unaccented ? setsWithoutAccents(made) : made;
  return {
    engine: peer.name,
    text: peer.text,
    fewer,
    development: {
      asWritten: unaccented ? null : askDevelopment(open, questions),
      withoutAccents: askDevelopment(open, questionsWithoutAccents(questions)),
    },
    generated: {
      oneError: askMade(open, sets.oneError),
      oneErrorShort: askMade(open, sets.oneErrorShort),
      telex: askMade(open, sets.telex),
      joined: askMade(open, sets.joined),
      prefixes:
        sets.prefixes.length === 0 ? null : scorePrefixes(sets.prefixes.map((name) => typedUntilFound(open, name))),
    },
  };
}

function askDevelopment(open: OpenPeer, questions: readonly Question[]): DevelopmentScores {
  const startedMs = performance.now();
  const answered = questions.map((question) => ({ ...question, found: open.search(question.words, countedPlaces) }));
  const meanMs = (performance.now() - startedMs) / questions.length;
  const { tune, check } = halves(answered);
  return { ...scoreSet(answered), tune: scoreSet(tune), check: scoreSet(check), meanMs };
}

function scoreSet(answered: readonly (Question & Answered)[]): SetScores {
  const answers = answered.filter(({ kind }) => kind === 'answer');
  const open = answered.filter(({ kind }) => kind === 'clarify');
  return {
    answer: answers.length === 0 ? null : scoreAnswers(answers),
    clarify: open.length === 0 ? null : { questions: open.length, recall10: recallAt10(open) },
  };
}

function askMade(open: OpenPeer, questions: readonly GeneratedQuestion[]): AnswerScores | null {
  return questions.length === 0
    ? null
    : scoreAnswers(questions.map(({ codes, words }) => ({ codes, found: open.search(words, countedPlaces) })));
}

/** Characters typed when the name first stands in the first five; null where it never does. */
function typedUntilFound(open: OpenPeer, { codes, words }: GeneratedQuestion): number | null {
  for (const prefix of prefixesOf(words)) {
    const rank = rankOf({ codes, found: open.search(prefix, countedPlaces) });
    if (rank !== null && rank <= 5) {
      return Array.from(prefix).length;
    }
  }
  return null;
}
