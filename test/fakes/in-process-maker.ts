/** Makes catalogues on the thread of the test: the kiosk's own builder, without the time its worker takes to start. */
import { makeCatalogue } from '../../main/core/catalogue/make/make-catalogue.ts';
import type { CatalogueMaker, CatalogueOrder } from '../../main/core/ports.ts';
import { searchBuilder } from '../../main/core/search/search-builder.ts';

export interface InProcessMaker extends CatalogueMaker {
  /** Orders so far, failed ones among them. */
  readonly orders: CatalogueOrder[];
}

export function createInProcessMaker(): InProcessMaker {
  const orders: CatalogueOrder[] = [];
  return {
    orders,
    // Async, so that an error is a rejection, as a worker's is.
    make: async (order, onShare) => {
      orders.push(order);
      return makeCatalogue(order, searchBuilder, onShare);
    },
    close: () => Promise.resolve(),
  };
}
