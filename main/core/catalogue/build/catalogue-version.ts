/** The content hash by which kiosks tell two catalogues apart. */
import { createHash } from 'node:crypto';
import { schemaVersion } from '../catalogue-schema.ts';
import type { CatalogueLists } from './catalogue-writer.ts';

/** SHA-256 (hex) over all that the catalogue says: facts about itself, every procedure with its place in the order and its kin, tiles, life events, holidays, notices, the office's hours and the search's words. */
export function catalogueVersion(facts: Readonly<Record<string, unknown>>, lists: CatalogueLists): string {
  const hash = createHash('sha256');
  const { tiles, lifeEvents, holidays, notices, siteContent, searchWords } = lists;
  hash.update(JSON.stringify([schemaVersion, facts, tiles, lifeEvents, holidays, notices, siteContent, searchWords]));
  for (const { code, sha256, pinned, inWard, inXa, isFree, hasCases, letter } of lists.procedures) {
    hash.update(JSON.stringify([code, sha256, pinned, inWard, inXa, isFree, hasCases, letter]));
  }
  for (const { position, relation, rank, other } of lists.related) {
    hash.update(JSON.stringify([position, relation, rank, other]));
  }
  return hash.digest('hex');
}
