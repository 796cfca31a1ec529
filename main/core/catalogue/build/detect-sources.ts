/** Tells the sources of a build apart from a published catalogue, which is taken alone and as it is. */
import { basename } from 'node:path';
import { KioskError } from '../../../contract/error.ts';
import { type SourceOwner, sourceOwners } from '../import/supplement.ts';
import { detectSource, type Source } from '../sources/detect-source.ts';
import type { BuildOptions } from './build-options.ts';

export type UnmergedSource = Exclude<Source, { kind: 'rows' }> & { readonly owner: SourceOwner };

export interface DetectedSources {
  /** Path of the rows of a release; null where the sources are to be merged. */
  readonly published: string | null;
  readonly sources: readonly UnmergedSource[];
}

type SourcePaths = Pick<BuildOptions, 'sources' | 'provinceSources' | 'officeSources'>;

/** Every source with whose it is, the nation's first. */
export function ownedPaths({ sources, provinceSources = [], officeSources = [] }: SourcePaths) {
  const byOwner = { nation: sources, province: provinceSources, office: officeSources };
  return sourceOwners.flatMap((owner) => byOwner[owner].map((path) => ({ owner, path })));
}

/** Errors: `source-unreadable`, also for rows of a release beside other sources and for an export that is not the nation's. */
export async function detectSources(options: SourcePaths): Promise<DetectedSources> {
  const paths = ownedPaths(options);
  const sources: UnmergedSource[] = [];
  let published: string | null = null;
  for (const { owner, path } of paths) {
    const source = await detectSource(path);
    if (source.kind === 'rows') {
      published = path;
    } else if (source.kind === 'json-lines' && owner !== 'nation') {
      throw new KioskError(
        'source-unreadable',
        `${basename(path)} is an export of the national portal, which also holds provinces' own rules; name it without --from-${owner}.`,
      );
    } else {
      sources.push({ ...source, owner });
    }
  }
  if (published !== null && paths.length > 1) {
    throw new KioskError(
      'source-unreadable',
      `${basename(published)} is a published catalogue and is taken alone; name no other source beside it.`,
    );
  }
  return { published, sources };
}
