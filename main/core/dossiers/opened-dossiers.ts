/** The one dossier that stands open: in memory, under a random name, ten minutes at most. */
import { randomBytes } from 'node:crypto';
import type { Clock, ScheduleAfter } from '../ports.ts';
import type { OpenedDossier } from './opened-dossier.ts';

/** From the moment it was opened. */
export const openForMs = 10 * 60_000;
/** 22 base64url characters: `dossierViewSchema`. */
const viewBytes = 16;

export interface OpenedDossiers {
  /** Closes the former one; returns the view it is kept under. */
  open(dossier: OpenedDossier): string;
  /** Null for any view but the open one. */
  find(view: string): OpenedDossier | null;
  close(view: string): void;
  closeAll(): void;
}

export interface OpenedDossiersOptions {
  readonly clock: Clock;
  readonly schedule: ScheduleAfter;
  /** Whatever was made of it is to be forgotten too. */
  readonly onClosed: () => void;
}

export function createOpenedDossiers({ clock, schedule, onClosed }: OpenedDossiersOptions): OpenedDossiers {
  let opened: {
    readonly view: string;
    readonly dossier: OpenedDossier;
    readonly untilMs: number;
    readonly callOff: () => void;
  } | null = null;

  function closeAll(): void {
    if (opened !== null) {
      opened.callOff();
      opened = null;
      onClosed();
    }
  }

  return {
    open(dossier) {
      closeAll();
      const view = randomBytes(viewBytes).toString('base64url');
      opened = { view, dossier, untilMs: clock.nowMs() + openForMs, callOff: schedule(openForMs, closeAll) };
      return view;
    },
    find(view) {
      // The timer stands still while the machine sleeps; the clock does not.
      if (opened !== null && clock.nowMs() >= opened.untilMs) {
        closeAll();
      }
      return opened?.view === view ? opened.dossier : null;
    },
    close(view) {
      if (opened?.view === view) {
        closeAll();
      }
    },
    closeAll,
  };
}
