/** What becomes of a job on a printer with which something is wrong; docs/printing.md has the same in words. */
import type { PrinterFault } from '../../scripts/virtual-printer/printer-fault.ts';

export type Moment = 'before' | 'during' | 'after';

/** "states of the job | states of the printer | what came out", by when it began to be so. */
export type Outcomes = Readonly<Record<Moment, string>>;

export interface Condition {
  readonly name: string;
  /** All at the same time. */
  readonly faults: readonly PrinterFault[];
  /** Until the job is over, and not a quarter of a minute only. */
  readonly lasts: boolean;
  readonly outcomes: Outcomes;
  /** Where a printer with the paper sensor's byte in place of a fence, and no sensor for the end, does otherwise. */
  readonly withoutFence?: Partial<Outcomes>;
}

export const conditionOutcomes: readonly Condition[] = [
  {
    name: 'paper out',
    faults: ['paper-out'],
    lasts: false,
    outcomes: {
      before: 'queued > paused paper-out > sending > printed | ready > paper-out > ready | whole',
      during: 'queued > sending > paused paper-out > sending > printed | ready > paper-out > ready | part (torn), rest',
      after: 'queued > sending > printed | ready > paper-out > ready | whole',
    },
  },
  {
    name: 'paper near its end',
    faults: ['near-end'],
    lasts: false,
    outcomes: {
      before: 'queued > sending > printed | ready > ready > ready | whole',
      during: 'queued > sending > printed | ready > ready > ready | whole',
      after: 'queued > sending > printed | ready > ready > ready | whole',
    },
    withoutFence: {
      before: 'queued > sending > printed | ready | whole',
      during: 'queued > sending > printed | ready | whole',
      after: 'queued > sending > printed | ready | whole',
    },
  },
  {
    name: 'cover open',
    faults: ['cover-open'],
    lasts: false,
    outcomes: {
      before: 'queued > paused cover-open > sending > printed | ready > cover-open > ready | whole',
      during: 'queued > sending > paused cover-open > sending > printed | ready > cover-open > ready | whole',
      after: 'queued > sending > printed | ready > cover-open > ready | whole',
    },
  },
  {
    name: 'blade jammed',
    faults: [{ set: { cutter: 'jammed' } }],
    lasts: false,
    outcomes: {
      before: 'queued > paused cutter-error > sending > printed | ready > cutter-error > ready | whole',
      during: 'queued > sending > paused cutter-error > sending > printed | ready > cutter-error > ready | whole',
      after: 'queued > sending > printed | ready > cutter-error > ready | whole',
    },
  },
  {
    name: 'blade that jams at the cut',
    faults: ['cutter-jam'],
    lasts: false,
    outcomes: {
      before: 'queued > sending > paused cutter-error > sending > printed | ready > cutter-error > ready | whole',
      during: 'queued > sending > paused cutter-error > sending > printed | ready > cutter-error > ready | whole',
      after: 'queued > sending > printed | ready | whole',
    },
  },
  {
    name: 'off-line',
    faults: ['offline'],
    lasts: false,
    outcomes: {
      before: 'queued > paused error > sending > printed | ready > error > ready | whole',
      during: 'queued > sending > paused error > sending > printed | ready > error > ready | whole',
      after: 'queued > sending > printed | ready > error > ready | whole',
    },
  },
  {
    name: 'error it does not recover from',
    faults: ['error'],
    lasts: false,
    outcomes: {
      before: 'queued > paused error > sending > printed | ready > error > ready | whole',
      during: 'queued > sending > paused error > sending > printed | ready > error > ready | whole',
      after: 'queued > sending > printed | ready > error > ready | whole',
    },
  },
  {
    name: 'error it recovers from',
    faults: [{ set: { error: 'auto-recoverable' } }],
    lasts: false,
    outcomes: {
      before: 'queued > paused error > sending > printed | ready > error > ready | whole',
      during: 'queued > sending > paused error > sending > printed | ready > error > ready | whole',
      after: 'queued > sending > printed | ready > error > ready | whole',
    },
  },
  {
    name: 'silent',
    faults: ['silent'],
    lasts: true,
    outcomes: {
      before: 'queued > sending > unknown no-answer | ready > unknown > ready | whole',
      during: 'queued > sending > unknown no-answer | ready > unknown > ready | whole',
      after: 'queued > sending > printed | ready > unknown > ready | whole',
    },
  },
  {
    name: 'garbage',
    faults: ['garbage'],
    lasts: true,
    outcomes: {
      before: 'queued > sending > unknown no-answer | ready > unknown > ready | whole',
      during: 'queued > sending > unknown no-answer | ready > unknown > ready | whole',
      after: 'queued > sending > printed | ready > unknown > ready | whole',
    },
  },
  {
    name: 'answers late by 0.4 s',
    faults: [{ set: { answerDelayMs: 400 } }],
    lasts: false,
    outcomes: {
      before: 'queued > sending > printed | ready | whole',
      during: 'queued > sending > printed | ready | whole',
      after: 'queued > sending > printed | ready | whole',
    },
  },
  {
    name: 'answers late by 2 s',
    faults: [{ set: { answerDelayMs: 2_000 } }],
    lasts: true,
    outcomes: {
      before: 'queued > sending > printed | ready > unknown > ready | whole',
      during: 'queued > sending > printed | ready | whole',
      after: 'queued > sending > printed | ready > unknown > ready | whole',
    },
    withoutFence: { before: 'queued > sending > unknown no-answer | ready > unknown > ready | whole' },
  },
  {
    name: 'hangs for a while',
    faults: ['hang'],
    lasts: false,
    outcomes: {
      before: 'queued > sending > printed | ready > unknown > ready | whole',
      during: 'queued > sending > printed | ready | whole',
      after: 'queued > sending > printed | ready > unknown > ready | whole',
    },
    withoutFence: { before: 'queued > sending > unknown no-answer | ready > unknown > ready | whole' },
  },
  {
    name: 'hangs',
    faults: ['hang'],
    lasts: true,
    outcomes: {
      before: 'queued > sending > unknown no-answer > printed | ready > unknown > ready | whole',
      during: 'queued > sending > unknown no-answer > printed | ready > unknown > ready | whole',
      after: 'queued > sending > printed | ready > unknown > ready | whole',
    },
    withoutFence: {
      before: 'queued > sending > unknown no-answer | ready > unknown > ready | nothing',
      during: 'queued > sending > unknown no-answer | ready > unknown > ready | part',
    },
  },
  {
    name: 'refuses calls',
    faults: ['refuse'],
    lasts: false,
    outcomes: {
      before: 'queued > sending > printed | ready | whole',
      during: 'queued > sending > printed | ready | whole',
      after: 'queued > sending > printed | ready | whole',
    },
  },
  {
    name: 'cable pulled',
    faults: ['refuse', 'drop'],
    lasts: true,
    outcomes: {
      before: 'queued > failed unreachable | ready > unreachable > ready | nothing',
      during: 'queued > sending > unknown cut-off | ready > unreachable > ready | part',
      after: 'queued > sending > printed | ready > unreachable > ready | whole',
    },
  },
  {
    name: 'switched off and on',
    faults: ['power-cycle'],
    lasts: false,
    outcomes: {
      before: 'queued > sending > printed | ready | whole',
      during: 'queued > sending > unknown cut-off | ready | part',
      after: 'queued > sending > printed | ready | whole',
    },
  },
];
