/** Every place a citizen can be in; a screen's data is all that is needed to come back to it. */
import type { Appointment } from '../../main/contract/appointments.ts';
import type { ListFilters, ListSelection } from '../../main/contract/browse.ts';
import type { SlipRequest } from '../../main/contract/printing.ts';
import type { Ticket } from '../../main/contract/queue.ts';
import type { Aspect } from '../../main/contract/search.ts';
import type { CaseChoice } from '../../main/contract/select-papers.ts';
import type { Booking } from '../appointments/booking-steps.ts';

/** The ways to look through everything. */
export const browseWays = ['field', 'agency', 'letter', 'life-event'] as const;
export type BrowseWay = (typeof browseWays)[number];

/** How a list is looked at: narrowed by filters, with so many pages of it unfolded. */
export interface ListView {
  readonly filters: ListFilters;
  /** From 1. */
  readonly pages: number;
}
export const wholeList: ListView = { filters: {}, pages: 1 };

/** A tile has a screen of its own, with its life events. */
export type ListOf = Exclude<ListSelection, { kind: 'tile' }>;

/** What has just become of an appointment here; `told`: the portal said how it stands when something else was asked for. */
export interface AppointmentNews {
  readonly what: 'booked' | 'changed' | 'given-back' | 'told';
  readonly appointment: Appointment;
  /** Whose papers are to be brought, where the citizen came from a procedure. */
  readonly caseChoice?: CaseChoice;
}

export type Screen =
  | { readonly kind: 'welcome' }
  | { readonly kind: 'home' }
  | { readonly kind: 'help' }
  | { readonly kind: 'tile'; readonly number: number; readonly view?: ListView }
  | { readonly kind: 'browse'; readonly by: BrowseWay }
  | { readonly kind: 'list'; readonly of: ListOf; readonly view?: ListView }
  /** `chosen` holds the procedure taken at each stage (by its index) that offers a choice. */
  | { readonly kind: 'life-event'; readonly id: string; readonly chosen: Readonly<Record<number, string>> }
  /** `unfolded` groups and, where it `isWide`, all rows of the answer to these very words are shown. */
  | {
      readonly kind: 'search';
      readonly words: string;
      readonly unfolded?: readonly string[];
      readonly isWide?: boolean;
    }
  /** `part` was asked about: the screen opens there once, then `isPartShown`, and coming back finds it as it was left. */
  | {
      readonly kind: 'procedure';
      readonly code: string;
      readonly caseChoice: CaseChoice;
      readonly part?: Aspect | null;
      readonly isPartShown?: boolean;
    }
  | { readonly kind: 'official'; readonly code: string }
  | {
      readonly kind: 'ready';
      readonly code: string;
      readonly caseChoice: CaseChoice;
      /** What the citizen named for priority. */
      readonly priorityId?: string | null;
    }
  /** `large`: the citizen's own choice for the slip; without one it follows the text size. */
  | { readonly kind: 'print'; readonly slip: SlipChoice; readonly title: string; readonly large?: boolean }
  /** Where the citizen came from a procedure, `code` is its code and its service stands first. */
  | { readonly kind: 'queue'; readonly code: string | null; readonly priorityId?: string | null }
  | {
      readonly kind: 'ticket';
      readonly ticket: Ticket;
      /** Papers that go on the same slip. */
      readonly checklist: { readonly code: string; readonly caseId: string | null } | null;
      /** `new` prints by itself; `already-taken` says that this visit had it before; `shown` was looked up by the citizen. */
      readonly arrival: 'new' | 'already-taken' | 'shown';
      /** Numbers of the same service given before it today, where that was told. */
      readonly givenBefore?: number;
    }
  /**
   * A dossier by its code; where that is null the code is asked for, `typed` as far as it has come. `view` names what proof
   * opened and is good for as long as the page holds it (dossiers/open-dossiers.ts).
   */
  | {
      readonly kind: 'dossier';
      readonly dossierCode: string | null;
      readonly typed?: string;
      readonly view?: string;
      /** Counts how often its code was held before the reader while it was shown: each time it is asked about anew. */
      readonly scanned?: number;
    }
  /** Where a number stands whose slip was held before the reader; `day` is YYYY-MM-DD. */
  | { readonly kind: 'ticket-place'; readonly day: string; readonly number: string }
  /** An appointment that was booked, or whose slip was held before the reader. */
  | { readonly kind: 'appointment'; readonly appointmentCode: string; readonly news?: AppointmentNews }
  /** Booking an appointment for a procedure, or another time for one that was booked. */
  | ({ readonly kind: 'book' } & Booking)
  | { readonly kind: 'thanks' }
  /** Its session is in that screen's own memory and nowhere in the history. */
  | { readonly kind: 'staff' };

export type ScreenKind = Screen['kind'];

/** A slip without its language and size of letters: those are the ones in use when the button is pressed. */
export type SlipChoice =
  | Omit<Extract<SlipRequest, { kind: 'checklist' }>, 'language' | 'large'>
  | Omit<Extract<SlipRequest, { kind: 'life-event' }>, 'language' | 'large'>
  | Omit<Extract<SlipRequest, { kind: 'dossier' }>, 'language' | 'large'>
  | Omit<Extract<SlipRequest, { kind: 'appointment' }>, 'language' | 'large'>;

/** Where people read long texts, the kiosk waits longer before it asks whether anybody is there. */
const readingScreens: ReadonlySet<ScreenKind> = new Set([
  'procedure',
  'official',
  'life-event',
  'ready',
  'queue',
  'dossier',
  'appointment',
  'book',
]);

export function isReadingScreen(screen: Screen): boolean {
  return readingScreens.has(screen.kind);
}
