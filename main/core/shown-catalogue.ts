/**
 * The catalogue the kiosk shows, its search index and its calendar, as things that stay while what stands behind them is
 * replaced: features keep them for good and see the new catalogue with their next call.
 */
import type { Catalogue } from './catalogue/catalogue.ts';
import type { OfficeCalendar } from './office-calendar/office-calendar.ts';
import type { SearchIndex } from './search/search-index.ts';

/** A catalogue with all that is made from it. */
export interface OpenedCatalogue {
  readonly catalogue: Catalogue;
  readonly index: SearchIndex;
  readonly calendar: OfficeCalendar;
}

export interface ShownCatalogue extends OpenedCatalogue {
  /** Shows another one from now on and closes the one before. */
  show(next: OpenedCatalogue): void;
  close(): void;
}

export interface ShownCatalogueOptions {
  /** Hears of each change, after it. */
  readonly onChanged: () => void;
  /** Hears that the former catalogue could not be closed, which costs a file handle and no more. */
  readonly onUnclosed: (error: unknown) => void;
}

export function createShownCatalogue(first: OpenedCatalogue, options: ShownCatalogueOptions): ShownCatalogue {
  let current = first;
  return {
    catalogue: delegate(() => current.catalogue),
    index: delegate(() => current.index),
    calendar: delegate(() => current.calendar),
    show: (next) => {
      const former = current;
      current = next;
      try {
        // Every question is answered before the next event, so nobody reads in the former one any more.
        former.catalogue.close();
      } catch (error) {
        options.onUnclosed(error);
      }
      options.onChanged();
    },
    close: () => current.catalogue.close(),
  };
}

/** Looks each property up anew in whatever is current. */
function delegate<T extends object>(current: () => T): T {
  const handler: ProxyHandler<T> = {
    get: (_target, name) => Reflect.get(current(), name),
    has: (_target, name) => Reflect.has(current(), name),
    ownKeys: () => Reflect.ownKeys(current()),
    getOwnPropertyDescriptor: (_target, name) => Reflect.getOwnPropertyDescriptor(current(), name),
  };
  return new Proxy(current(), handler);
}
