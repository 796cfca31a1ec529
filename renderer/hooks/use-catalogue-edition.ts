/** Counts the catalogues that were shown since the page was loaded: who asked about the former one asks again. */
import { useEffect, useState } from 'react';
import type { CoreConnection } from '../transport/core-connection.ts';

export function useCatalogueEdition(connection: CoreConnection): number {
  const [edition, setEdition] = useState(0);
  useEffect(() => connection.on('catalogue.changed', () => setEdition((last) => last + 1)), [connection]);
  return edition;
}
