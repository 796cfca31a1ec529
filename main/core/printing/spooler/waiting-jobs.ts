/** The jobs that wait, in the order they are sent: citizens' and staff's in turn, each kind as it came. */
import type { SlipKind } from '../../../contract/printing.ts';
import type { SlipLayout } from '../typesetting/slip-layout.ts';

export interface WaitingJob {
  readonly number: number;
  readonly kind: SlipKind;
  readonly source: 'citizen' | 'staff';
  /** Only here where the slip is personal. */
  readonly layout: SlipLayout;
  /** Calls the end of its time off. */
  readonly callOffExpiry: () => void;
}

export interface WaitingJobs {
  add(job: WaitingJob): void;
  /** The one whose turn it is; it stays until it is taken out. */
  next(): WaitingJob | null;
  has(job: WaitingJob): boolean;
  find(number: number): WaitingJob | null;
  /** `begun`: the other kind is next. */
  remove(job: WaitingJob, begun: boolean): void;
  of(source: 'citizen' | 'staff'): readonly WaitingJob[];
}

export function createWaitingJobs(): WaitingJobs {
  const queues: Record<'citizen' | 'staff', WaitingJob[]> = { citizen: [], staff: [] };
  let lastBegun: 'citizen' | 'staff' = 'staff';
  return {
    add: (job) => void queues[job.source].push(job),
    next() {
      const turn = lastBegun === 'staff' ? 'citizen' : 'staff';
      return queues[turn][0] ?? queues[lastBegun][0] ?? null;
    },
    has: (job) => queues[job.source].includes(job),
    find: (number) => [...queues.citizen, ...queues.staff].find((job) => job.number === number) ?? null,
    remove(job, begun) {
      queues[job.source] = queues[job.source].filter((other) => other !== job);
      lastBegun = begun ? job.source : lastBegun;
    },
    of: (source) => queues[source],
  };
}
