/** How old what is shown is, and how long a release took from its publication to this screen: the same for terminal, screen and metrics. */
import type { UpdatesOverview } from './updates.ts';

type Shown = Pick<UpdatesOverview['shown'], 'publishedAtMs' | 'committedAtMs' | 'catalogue'>;

/** From this age on what is shown is old: a trouble on every screen and in the metrics. */
export const oldCatalogueMs = 90 * 24 * 60 * 60_000;

/** UTC epoch; of a catalogue that never was published, the day of its data (midnight at the office, UTC+7). */
export function shownSinceMs({ publishedAtMs, catalogue }: Shown): number {
  return publishedAtMs ?? Date.parse(`${catalogue.dataDate}T00:00:00+07:00`);
}

/** In milliseconds, never below 0. */
export function catalogueAgeMs(shown: Shown, atMs: number): number {
  return Math.max(0, atMs - shownSinceMs(shown));
}

/** From publication to display on this kiosk, in milliseconds, never below 0; null where no release is shown. */
export function publicationToDisplayMs({ publishedAtMs, committedAtMs }: Shown): number | null {
  return publishedAtMs === null || committedAtMs === null ? null : Math.max(0, committedAtMs - publishedAtMs);
}
