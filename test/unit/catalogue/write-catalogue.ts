/** Writes a small catalogue folder without any source, for tests of what reads it. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogueProfile } from '../../../main/contract/kiosk.ts';
import type { LifeEvent } from '../../../main/contract/life-event.ts';
import type { ShownNotice } from '../../../main/contract/notices.ts';
import type { OfficialText, Procedure } from '../../../main/contract/procedure.ts';
import { browseFactsOf } from '../../../main/core/catalogue/build/browse-facts.ts';
import { createCatalogueWriter } from '../../../main/core/catalogue/build/catalogue-writer.ts';
import type { ListedProcedure } from '../../../main/core/catalogue/build/listed-procedure.ts';
import { inReadingOrder } from '../../../main/core/catalogue/build/reading-order.ts';
import { findRelated } from '../../../main/core/catalogue/build/related-procedures.ts';
import { laySheets } from '../../../main/core/catalogue/import/lay-sheets.ts';
import type { SiteContent } from '../../../main/core/catalogue/site-content.ts';
import type { HolidayYear } from '../../../main/core/office-calendar/holiday-year.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface WrittenProcedure {
  readonly procedure: Procedure;
  readonly official?: OfficialText;
  readonly pinned?: boolean;
  readonly inWard?: boolean;
  readonly inXa?: boolean;
}

export interface WrittenCatalogue {
  readonly procedures: readonly WrittenProcedure[];
  readonly lifeEvents?: readonly LifeEvent[];
  readonly holidays?: readonly HolidayYear[];
  readonly notices?: readonly ShownNotice[];
  readonly siteContent?: SiteContent;
  readonly profile?: CatalogueProfile;
  /** Of the release; 0 for one that was never published. */
  readonly number?: number;
}

/** Returns the folder. The search index is a stand-in. */
export function writeCatalogue({
  procedures,
  lifeEvents = [],
  holidays = [],
  notices = [],
  siteContent = laySheets(null, null).siteContent,
  profile = 'all',
  number = 0,
}: WrittenCatalogue): string {
  const folder = temporaryFolder();
  const writer = createCatalogueWriter(join(folder, 'catalogue.db'));
  const listed = procedures.map(({ procedure, official, pinned, inWard, inXa }): ListedProcedure => {
    const stored = writer.add(procedure, official === undefined ? null : JSON.stringify(official));
    return {
      ...procedure,
      ...stored,
      isBundled: procedure.aliases.length > 0,
      ...browseFactsOf(procedure),
      english: procedure.english?.shortTitle ?? null,
      province: procedure.issuer.scope === 'province' ? procedure.issuer.province : null,
      pinned: pinned ?? false,
      inWard: inWard ?? true,
      inXa: inXa ?? true,
    };
  });
  const fields = [...new Set(listed.map(({ field }) => field))].sort(new Intl.Collator('vi').compare);
  const tiles = [{ number: 2, title: { vi: 'Khai sinh', en: 'Birth' }, icon: 'baby' }];
  const ordered = inReadingOrder(listed);
  writer.addLists({
    procedures: ordered,
    related: findRelated(ordered),
    fields,
    tiles,
    lifeEvents,
    holidays,
    notices,
    siteContent,
    searchWords: null,
  });
  const index = '{"format":"stand-in"}';
  writeFileSync(join(folder, 'search-index.bin'), index);
  writer.finish({
    version: 'a'.repeat(64),
    dataDate: '2026-07-01',
    number,
    rowsSha256: 'b'.repeat(64),
    profile,
    procedureCount: listed.length,
    levels: null,
    sources: ['test'],
    overlayOffice: null,
    province: null,
    searchIndexSha256: createHash('sha256').update(index).digest('hex'),
  });
  writer.close();
  return folder;
}
