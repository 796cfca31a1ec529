/** Keeps account of a build: every record read ends in exactly one of written, merged, left out, refused. */
import type { Channel } from '../../../contract/procedure.ts';
import type {
  BuildCounts,
  BuildReport,
  LeftOutReason,
  RefusedRecord,
  SourceReport,
  WarningReport,
} from './build-report.ts';

/** Examples kept of each kind of warning. */
const mostExamples = 5;

type Tallied = Pick<
  BuildReport,
  'sources' | 'read' | 'written' | 'merged' | 'leftOut' | 'refused' | 'warnings' | 'counts'
>;

export interface BuildTally {
  /** A source begins; what is counted from here on is its. */
  beginSource(name: string): void;
  countRead(): void;
  refuse(record: RefusedRecord): void;
  countMerged(): void;
  /** A record that was counted as merged and then had to be refused. */
  refuseMerged(record: RefusedRecord): void;
  /** Procedures (default: one) that were read but are not written into this catalogue. */
  leaveOut(reason: LeftOutReason, count?: number): void;
  warn(kind: string, code: string, detail: string): void;
  count(counts: BuildCounts): void;
  breakOff(line: number): void;
  /** Records read so far. */
  readonly read: number;
  finish(written: number): Tallied;
}

export function createBuildTally(): BuildTally {
  const sources: { name: string; read: number; refused: number; brokeOffAtLine: number | null }[] = [];
  const refused: RefusedRecord[] = [];
  const warnings = new Map<string, { count: number; examples: { code: string; detail: string }[] }>();
  const leftOut: Record<LeftOutReason, number> = { profile: 0, level: 0, hidden: 0, replaced: 0 };
  let counts = noCounts;
  let read = 0;
  let merged = 0;
  return {
    beginSource(name) {
      sources.push({ name, read: 0, refused: 0, brokeOffAtLine: null });
    },
    countRead() {
      read += 1;
      current(sources).read += 1;
    },
    refuse(record) {
      refused.push(record);
      refusedOf(sources, record.source);
    },
    countMerged() {
      merged += 1;
    },
    refuseMerged(record) {
      merged -= 1;
      refused.push(record);
      refusedOf(sources, record.source);
    },
    leaveOut(reason, count = 1) {
      leftOut[reason] += count;
    },
    warn(kind, code, detail) {
      const warning = warnings.get(kind) ?? { count: 0, examples: [] };
      warnings.set(kind, warning);
      warning.count += 1;
      if (warning.examples.length < mostExamples) {
        warning.examples.push({ code, detail });
      }
    },
    count(added) {
      counts = sum(counts, added);
    },
    breakOff(line) {
      current(sources).brokeOffAtLine = line;
    },
    get read() {
      return read;
    },
    finish(written) {
      const total = Object.values(leftOut).reduce((all, some) => all + some, 0);
      const byFrequency = [...warnings].sort(([, first], [, second]) => second.count - first.count);
      return {
        sources: sources satisfies SourceReport[],
        read,
        written,
        merged,
        leftOut: { total, byReason: leftOut },
        refused,
        warnings: Object.fromEntries(byFrequency) satisfies Record<string, WarningReport>,
        counts,
      };
    },
  };
}

const channels: readonly Channel[] = ['direct', 'postal', 'online'];

const noCounts: BuildCounts = {
  documentLines: 0,
  documentLinesWithoutCount: 0,
  titledGroups: 0,
  submissionMethods: 0,
  submissionMethodsByChannel: { direct: 0, postal: 0, online: 0 },
  feeTexts: 0,
  legalBases: 0,
};

function sum(first: BuildCounts, second: BuildCounts): BuildCounts {
  const byChannel = { ...first.submissionMethodsByChannel };
  for (const channel of channels) {
    byChannel[channel] += second.submissionMethodsByChannel[channel];
  }
  return {
    documentLines: first.documentLines + second.documentLines,
    documentLinesWithoutCount: first.documentLinesWithoutCount + second.documentLinesWithoutCount,
    titledGroups: first.titledGroups + second.titledGroups,
    submissionMethods: first.submissionMethods + second.submissionMethods,
    submissionMethodsByChannel: byChannel,
    feeTexts: first.feeTexts + second.feeTexts,
    legalBases: first.legalBases + second.legalBases,
  };
}

function current<T>(items: readonly T[]): T {
  const last = items.at(-1);
  if (last === undefined) {
    throw new Error('A record was counted before its source began.');
  }
  return last;
}

/** Of the source named, where one is (an entry's refusal names its file); else of the current one. */
function refusedOf(sources: readonly { name: string; refused: number }[], name: string): void {
  const source = sources.findLast((one) => one.name === name) ?? current(sources);
  source.refused += 1;
}
