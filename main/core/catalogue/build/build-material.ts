/** Everything a build reads before the first record: small files, checked early so that a mistake costs no waiting. */
import { basename, join } from 'node:path';
import type { LifeEvent } from '../../../contract/life-event.ts';
import type { Notice } from '../../../contract/notices.ts';
import type { HolidayYear } from '../../office-calendar/holiday-year.ts';
import { type HomeTile, readHomeTiles } from '../home-tiles.ts';
import type { ImportRules } from '../import/import-rules.ts';
import { loadImportRules } from '../import/load-import-rules.ts';
import type { Overlay } from '../import/overlay.ts';
import { readHolidays } from '../sources/read-holidays.ts';
import { readLifeEvents } from '../sources/read-life-events.ts';
import { readNotices } from '../sources/read-notices.ts';
import { readOverlay } from '../sources/read-overlay.ts';
import type { BuildOptions } from './build-options.ts';
import { ownedPaths, type UnmergedSource } from './detect-sources.ts';

export interface BuildMaterial {
  readonly sources: readonly UnmergedSource[];
  /** Base names, in the order given, the nation's first. */
  readonly sourceNames: string[];
  readonly rules: ImportRules;
  readonly overlay: Overlay | null;
  readonly tiles: readonly HomeTile[];
  readonly lifeEvents: readonly LifeEvent[];
  readonly holidays: readonly HolidayYear[];
  /** The city's. */
  readonly notices: readonly Notice[];
  /** Citizens' words for the search, as its builder read them. */
  readonly searchWords: unknown;
}

/** Errors: `source-unreadable`, naming the file and what to do. */
export async function readBuildMaterial(
  sources: readonly UnmergedSource[],
  options: BuildOptions,
): Promise<BuildMaterial> {
  const { dataFolder, overlayPath, noticesFolder } = options;
  const rules = loadImportRules(dataFolder);
  return {
    sources,
    sourceNames: ownedPaths(options).map(({ path }) => basename(path)),
    rules: options.bundledAliases ? rules : { ...rules, bundled: new Map() },
    overlay: overlayPath === null ? null : await readOverlay(overlayPath),
    tiles: await readHomeTiles(join(dataFolder, 'tiles.json')),
    lifeEvents: await readLifeEvents(join(dataFolder, 'life-events')),
    holidays: await readHolidays(join(dataFolder, 'holidays')),
    notices: await readNotices(noticesFolder ?? join(dataFolder, 'notices'), noticesFolder !== null),
    searchWords: options.search.readWords(join(dataFolder, 'search')),
  };
}
