/**
 * From rows to the database and the search index a kiosk opens: the one builder of both, for IT staff's releases and for the
 * kiosk's updates. The same rows and sheet give the same bytes.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShownNotice } from '../../../contract/notices.ts';
import { CatalogueMakingError } from '../../releases/catalogue-making-error.ts';
import { catalogueFileName, searchIndexFileName } from '../catalogue-files.ts';
import { type LaidSheet, laySheets } from '../import/lay-sheets.ts';
import type { Overlay } from '../import/overlay.ts';
import { type CatalogueRows, rowsSha256 } from '../rows/catalogue-rows.ts';
import { type ParsedRows, parseRows } from '../rows/parse-rows.ts';
import type { SearchBuilder } from './build-options.ts';
import type { BuildTally } from './build-tally.ts';
import { catalogueVersion } from './catalogue-version.ts';
import { type CatalogueLists, type CatalogueWriter, createCatalogueWriter } from './catalogue-writer.ts';
import { type PlacedProcedures, placeProcedures } from './place-procedures.ts';
import { inReadingOrder } from './reading-order.ts';
import { findRelated } from './related-procedures.ts';
import { selectLifeEvents } from './select-life-events.ts';

export interface FilesOrder {
  /** Asked once, and not kept: the rows of the nation are 150 MB, which the search index may use after them. */
  readonly takeRows: () => CatalogueRows;
  /** The office's own sheet, to lie over the one in the rows; null for none. */
  readonly sheet: Overlay | null;
  /** Holds neither of the files. */
  readonly folder: string;
  readonly search: Pick<SearchBuilder, 'buildIndex'>;
  /** Hears warnings about what was written. */
  readonly warn: BuildTally['warn'];
  /** 0 ≤ share ≤ 1 of the work, as measured with the nation's catalogue. */
  readonly onShare?: (share: number) => void;
}

export interface BuiltFiles {
  readonly version: string;
  readonly dataDate: string;
  readonly profile: ParsedRows['about']['profile'];
  readonly procedureCount: number;
  readonly hiddenCount: number;
  readonly replacedCount: number;
  readonly lifeEventCount: number;
}

/** Share of the work that is done when all procedures are stored, and when the lists are. */
const storedShare = 0.55;
const listedShare = 0.65;

/** Errors: `CatalogueMakingError` `wrong-content`; those of the file system and of SQLite. */
export function buildFiles(order: FilesOrder): BuiltFiles {
  const writer = createCatalogueWriter(join(order.folder, catalogueFileName));
  try {
    return finish(writer, storeRows(writer, order), order);
  } finally {
    writer.close();
  }
}

interface StoredRows {
  readonly about: ParsedRows['about'];
  readonly rowsSha256: string;
  readonly placed: PlacedProcedures;
  readonly sheets: LaidSheet;
  /** Of all lists what does not depend on the procedures' order. */
  readonly lists: Omit<CatalogueLists, 'procedures' | 'related' | 'fields'>;
}

function storeRows(writer: CatalogueWriter, order: FilesOrder): StoredRows {
  const taken = order.takeRows();
  const rows = parseRows(taken);
  const { about, tiles, lifeEvents, holidays, searchWords } = rows;
  const { onShare = () => undefined } = order;
  const laid = laySheets(rows.overlay, order.sheet);
  const sheets = { ...laid, province: laid.province ?? about.province };
  const placed = placeProcedures(rows, sheets, { writer, onShare: (share) => onShare(share * storedShare) });
  return {
    about,
    rowsSha256: rowsSha256(taken),
    placed,
    sheets,
    lists: {
      tiles,
      lifeEvents,
      holidays,
      notices: eachOnce([...sheets.notices, ...rows.notices.map((notice) => ({ ...notice, origin: 'city' as const }))]),
      siteContent: sheets.siteContent,
      searchWords,
    },
  };
}

function finish(writer: CatalogueWriter, stored: StoredRows, order: FilesOrder): BuiltFiles {
  const { about, placed, sheets } = stored;
  const { warn, onShare = () => undefined } = order;
  for (const code of placed.missingCodes) {
    warn('overlay-code-missing', code, 'The overlay names it, the catalogue does not hold it.');
  }
  if (placed.procedures.length === 0) {
    throw new CatalogueMakingError('wrong-content', 'No procedure is left: the sheet hides them all.');
  }
  const procedures = inReadingOrder(placed.procedures);
  const codes = new Set(procedures.map(({ code }) => code));
  const lists: CatalogueLists = {
    ...stored.lists,
    lifeEvents: selectLifeEvents(stored.lists.lifeEvents, codes, { warn }),
    procedures,
    related: findRelated(procedures),
    fields: [...new Set(procedures.map(({ field }) => field))].sort(new Intl.Collator('vi').compare),
  };
  writer.addLists(lists);
  onShare(listedShare);
  const searchIndex = order.search.buildIndex(writer.procedures(), lists.searchWords);
  writeFileSync(join(order.folder, searchIndexFileName), searchIndex);
  const facts = {
    dataDate: about.dataDate,
    profile: about.profile,
    levels: about.levels,
    overlayOffice: sheets.office,
    province: sheets.province,
  };
  const version = catalogueVersion(facts, lists);
  writer.finish({
    ...facts,
    number: about.number,
    rowsSha256: stored.rowsSha256,
    version,
    sources: about.sources,
    procedureCount: procedures.length,
    searchIndexSha256: createHash('sha256').update(searchIndex).digest('hex'),
  });
  onShare(1);
  return {
    version,
    dataDate: about.dataDate,
    profile: about.profile,
    procedureCount: procedures.length,
    hiddenCount: placed.hiddenCount,
    replacedCount: placed.replacedCount,
    lifeEventCount: lists.lifeEvents.length,
  };
}

/** Of two notices of one name by one author the upper sheet's is shown. */
function eachOnce(notices: readonly ShownNotice[]): ShownNotice[] {
  const named = new Map<string, ShownNotice>();
  for (const notice of notices.toReversed()) {
    named.set(`${notice.origin} ${notice.id}`, notice);
  }
  return notices.filter((notice) => named.get(`${notice.origin} ${notice.id}`) === notice);
}
