/** A dossier's way: the states it went through, where it is, and what is still to come, never with a date nobody promised. */
import type { Dossier, DossierState } from '../../main/contract/dossiers.ts';

export interface TimelineStep {
  readonly state: DossierState;
  readonly place: 'past' | 'present' | 'future';
  /** When it came so; of a step to come: the day promised. Null where nobody knows. */
  readonly at: string | null;
  readonly department: string | null;
}

/** What usually follows each state; nothing after an end, or where the citizen asked for the dossier back. */
const following: Readonly<Record<DossierState, readonly DossierState[]>> = {
  registered: ['accepted', 'processing', 'settled', 'returned'],
  accepted: ['processing', 'settled', 'returned'],
  'not-accepted': [],
  processing: ['settled', 'returned'],
  'papers-needed': ['processing', 'settled', 'returned'],
  'payment-needed': ['processing', 'settled', 'returned'],
  'withdrawal-asked': [],
  stopped: [],
  settled: ['returned'],
  returned: [],
};

export function timelineOf(
  dossier: Pick<Dossier, 'state' | 'history' | 'department' | 'dueAt' | 'lateness'>,
): readonly TimelineStep[] {
  const last = dossier.history.length - 1;
  const been = dossier.history.map(
    (step, index): TimelineStep => ({ ...step, place: index === last ? 'present' : 'past' }),
  );
  const toCome = following[dossier.state].map(
    (state): TimelineStep => ({ state, place: 'future', at: promisedFor(state, dossier), department: null }),
  );
  return [...been, ...toCome];
}

/** The day the result is promised for; a promise that was not kept is replaced by the new one, or by nothing. */
export function promisedDay({ dueAt, lateness }: Pick<Dossier, 'dueAt' | 'lateness'>): string | null {
  return lateness === null ? dueAt : lateness.newDueAt;
}

function promisedFor(state: DossierState, dossier: Pick<Dossier, 'dueAt' | 'lateness'>): string | null {
  return state === 'settled' ? promisedDay(dossier) : null;
}
