/** Opens a catalogue with all that is made from it: the search index and the office's calendar. */
import { openCatalogue } from './catalogue/open-catalogue.ts';
import type { SiteConfiguration } from './configuration/site-configuration.ts';
import { createOfficeCalendar } from './office-calendar/create-office-calendar.ts';
import { calendarOptionsOf } from './office-of.ts';
import { openSearchIndex, type SearchTrouble } from './search/open-search-index.ts';
import type { OpenedCatalogue } from './shown-catalogue.ts';

export interface OpeningOptions {
  readonly configuration: Pick<SiteConfiguration, 'calendar' | 'catalogue'>;
  /** What stands between the catalogue and its best search. May throw, where it is better not opened then. */
  readonly onTrouble: (trouble: SearchTrouble) => void;
}

/** Errors: those of `openCatalogue` and `openSearchIndex`, and of `onTrouble`; nothing is left open then. */
export function openWholeCatalogue(folder: string, { configuration, onTrouble }: OpeningOptions): OpenedCatalogue {
  const catalogue = openCatalogue(folder, { profile: configuration.catalogue.profile });
  try {
    return {
      catalogue,
      index: openSearchIndex(catalogue, onTrouble),
      calendar: createOfficeCalendar(calendarOptionsOf(configuration, catalogue)),
    };
  } catch (error) {
    catalogue.close();
    throw error;
  }
}
