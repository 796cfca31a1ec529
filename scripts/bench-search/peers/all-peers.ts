/** Every engine and text that is compared, in the order of the tables. */
import { createFlexsearch } from './flexsearch.ts';
import { createFuse } from './fuse.ts';
import { kioskPeer } from './kiosk.ts';
import { createMinisearchDefault } from './minisearch-default.ts';
import { createMinisearchFolded } from './minisearch-folded.ts';
import { createMinisearchTuned } from './minisearch-tuned.ts';
import { createOrama } from './orama.ts';
import type { SearchPeer } from './search-peer.ts';
import { createSqliteFts5 } from './sqlite-fts5.ts';

/**
 * Orama and Fuse.js read the head only: over the full text of the whole nation Orama builds for a minute and a half, to
 * answer no better, and Fuse.js takes five seconds for a question.
 */
export const allPeers: readonly SearchPeer[] = [
  kioskPeer,
  createMinisearchDefault('head'),
  createMinisearchDefault('full'),
  createMinisearchFolded('head'),
  createMinisearchFolded('full'),
  createMinisearchTuned('head'),
  createMinisearchTuned('full'),
  createSqliteFts5('head'),
  createSqliteFts5('full'),
  createFlexsearch('head', 'forward'),
  createFlexsearch('full', 'forward'),
  createFlexsearch('head', 'context'),
  createFlexsearch('full', 'context'),
  createOrama('head'),
  createFuse('head'),
];
