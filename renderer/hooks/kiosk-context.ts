/** What every screen may ask and do. The state stands apart: it changes with each letter typed, the rest once a citizen. */
import { createContext, useContext } from 'react';
import type { KioskDescription, Language } from '../../main/contract/kiosk.ts';
import type { WishBook } from '../appointments/wish-task.ts';
import type { OpenDossiers } from '../dossiers/open-dossiers.ts';
import type { PrintTask } from '../printing/print-task.ts';
import type { KioskState, TextSize } from '../state/kiosk-state.ts';
import type { Screen } from '../state/screen.ts';
import type { CoreConnection } from '../transport/core-connection.ts';
import type { AnswerCache } from './answer-cache.ts';

export interface Kiosk {
  readonly connection: CoreConnection;
  readonly description: KioskDescription;
  /** These belong to the present citizen and are new for the next one. */
  readonly answers: AnswerCache;
  readonly scrollPositions: Map<string, number>;
  /** Names the citizen to the queue; never shown and never stored. */
  readonly visit: string;
  /** Slips of numbers by number and of appointments by code and time, so that coming back prints nothing by itself. */
  readonly ticketTasks: Map<string, PrintTask>;
  /** What the portal was asked to do for this citizen. */
  readonly wishes: WishBook;
  /** Dossiers that proof opened. */
  readonly openDossiers: OpenDossiers;
  readonly open: (screen: Screen) => void;
  readonly amend: (screen: Screen) => void;
  /** Opens a screen in place of the present one. */
  readonly replace: (screen: Screen) => void;
  /** Goes back to a step with other data. */
  readonly returnTo: (screen: Screen) => void;
  /** Opens what a walk of steps led to; nobody goes back into the steps. */
  readonly conclude: (screen: Screen) => void;
  readonly back: () => void;
  readonly home: () => void;
  /** The citizen is gone: back to the welcome screen, nothing of theirs is kept. */
  readonly end: () => void;
  readonly chooseLanguage: (language: Language) => void;
  readonly chooseTextSize: (textSize: TextSize) => void;
  /** Leaves the screen by a touch on the tool bar: at once, or after the screen's own question. */
  readonly leaveBy: (way: () => void) => void;
  /** From now on the screen is asked first, and told the way; null gives that up. */
  readonly guardLeaving: (guard: ((way: () => void) => void) | null) => void;
  /** While true the kiosk does not ask whether anybody is there. */
  readonly setBusy: (isBusy: boolean) => void;
}

export const KioskContext = createContext<Kiosk | null>(null);
export const KioskStateContext = createContext<KioskState | null>(null);

export function useKiosk(): Kiosk {
  const kiosk = useContext(KioskContext);
  if (kiosk === null) throw new Error('useKiosk outside of a KioskContext');
  return kiosk;
}

/** Draws again at every step and letter; lists of many rows ask for `useLanguage` instead. */
export function useKioskState(): KioskState {
  const state = useContext(KioskStateContext);
  if (state === null) throw new Error('useKioskState outside of a KioskStateContext');
  return state;
}
