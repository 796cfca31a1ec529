/** Dossiers that proof opened, for as long as their citizen looks at them: then page and core forget them. */
import type { Dossier } from '../../main/contract/dossiers.ts';
import type { AnswerCache } from '../hooks/answer-cache.ts';
import type { KioskState } from '../state/kiosk-state.ts';
import type { Screen } from '../state/screen.ts';
import type { CoreConnection } from '../transport/core-connection.ts';

export interface OpenDossiers {
  keep(view: string, dossier: Dossier): void;
  /** Null for one that was closed, or was opened for another citizen. */
  find(view: string | undefined): Dossier | null;
  /** Closes every dossier but this one. */
  closeOthers(held: string | null): void;
}

export function createOpenDossiers(connection: CoreConnection, answers: AnswerCache): OpenDossiers {
  const opened = new Map<string, Dossier>();
  return {
    keep: (view, dossier) => void opened.set(view, dossier),
    find: (view) => (view === undefined ? null : (opened.get(view) ?? null)),
    closeOthers(held) {
      for (const view of [...opened.keys()].filter((one) => one !== held)) {
        opened.delete(view);
        // Its slips were drawn for the page.
        answers.forget((question) => question.includes(view));
        closeView(connection, view);
      }
    },
  };
}

/** A core that cannot be reached has nothing open after its restart. */
export function closeView(connection: CoreConnection, view: string): void {
  connection.call('dossiers.close', { view }).catch(() => undefined);
}

/**
 * The dossier the citizen still has in hand: its screen, its slip, or help that was called from there. Any other screen
 * ends it, also one that a scan opened: nobody walks back into somebody else's dossier.
 */
export function heldView({ past, screen }: Pick<KioskState, 'past' | 'screen'>): string | null {
  const place = screen.kind === 'help' ? past.at(-1) : screen;
  return place === undefined ? null : viewOf(place);
}

function viewOf(screen: Screen): string | null {
  if (screen.kind === 'dossier') return screen.view ?? null;
  return screen.kind === 'print' && screen.slip.kind === 'dossier' ? screen.slip.view : null;
}
