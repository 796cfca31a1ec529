/** Tells the sources of a build apart from a published catalogue, which is taken alone and as it is. */
import { basename } from 'node:path';
import { KioskError } from '../../../contract/error.ts';
import { detectSource, type Source } from '../sources/detect-source.ts';

export type UnmergedSource = Exclude<Source, { kind: 'rows' }>;

export interface DetectedSources {
  /** Path of the rows of a release; null where the sources are to be merged. */
  readonly published: string | null;
  readonly sources: readonly UnmergedSource[];
}

/** Errors: `source-unreadable`, also for rows of a release beside other sources. */
export async function detectSources(paths: readonly string[]): Promise<DetectedSources> {
  const sources: UnmergedSource[] = [];
  let published: string | null = null;
  for (const path of paths) {
    const source = await detectSource(path);
    if (source.kind === 'rows') {
      published = path;
    } else {
      sources.push(source);
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
