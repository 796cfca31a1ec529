/** A catalogue that stands open: what the features and kioskctl read from it. */
import type { ListFilters, ListSelection, RelatedSection } from '../../contract/browse.ts';
import type { CatalogueProfile, CatalogueSummary, Tile } from '../../contract/kiosk.ts';
import type { LifeEvent } from '../../contract/life-event.ts';
import type { Result } from '../../contract/methods.ts';
import type { ShownNotice } from '../../contract/notices.ts';
import type { OfficialText, Procedure, ProcedureRow } from '../../contract/procedure.ts';
import type { HolidayYear } from '../office-calendar/holiday-year.ts';
import type { ListPage } from './list-rows.ts';
import type { SiteContent } from './site-content.ts';

/** Lists, groups to browse by, related procedures and counts show the profile the catalogue was opened with; a code finds its procedure in any. */
export interface Catalogue {
  summary(): CatalogueSummary;
  /** How the catalogue was built, for staff. */
  origin(): CatalogueOrigin;
  procedure(code: string): Procedure | null;
  /** Every procedure of the file, one at a time, in reading order; no other method may be called meanwhile. */
  procedures(): IterableIterator<Procedure>;
  /** Null also where the procedure has no published record. */
  official(code: string): OfficialText | null;
  /** In reading order (pinned, then done here, then national, then alphabetical); of a letter, alphabetical. */
  rows(of: ListSelection, page: ListPage): Result<'catalogue.list'>;
  /** One place for each code asked for, null where the catalogue does not hold it. */
  rowsByCodes(codes: readonly string[]): (ProcedureRow | null)[];
  /** Citizens' words for the procedure; none where the catalogue does not hold the code. */
  aliases(code: string): readonly string[];
  /** Fields of the selection (default: all), the filter `field` put aside. */
  fields(of?: ListSelection, filters?: ListFilters): Result<'catalogue.fields'>;
  agencies(): Result<'catalogue.agencies'>;
  letters(): Result<'catalogue.letters'>;
  /** None for a code the catalogue does not hold. */
  related(code: string): RelatedSection[];
  tiles(): Tile[];
  lifeEvents(): LifeEvent[];
  lifeEvent(id: string): LifeEvent | null;
  /** What is decreed for public holidays, by year; years that are not there are reckoned by the law alone. */
  holidays(): HolidayYear[];
  /** Every notice, whether its time has come or not; the office's before the city's. */
  notices(): ShownNotice[];
  /** What the city's and the office's sheets say of the office itself. */
  siteContent(): SiteContent;
  /** The search index as it lies beside the database; null when it is not the one built with it, or is not there. */
  searchIndex(): Uint8Array | null;
  /** Citizens' words for the search, as JSON holds them; null where the catalogue brings none. */
  searchWords(): unknown;
  close(): void;
}

/** What the builder wrote down about itself. */
interface CatalogueOrigin {
  /** Number of the release; 0 for one that never was published. */
  readonly number: number;
  /** SHA-256 (hex) over the rows it was built from. */
  readonly rowsSha256: string;
  /** The profile the file was built with; the summary's may be narrower. */
  readonly builtProfile: CatalogueProfile;
  /** Procedures in the file, whatever the profile. */
  readonly procedureCount: number;
  /** Base names of the sources. */
  readonly sources: readonly string[];
  readonly levels: readonly string[] | null;
  /** The office whose sheet lies over it. */
  readonly overlayOffice: string | null;
  readonly province: string | null;
  readonly schemaVersion: number;
  readonly databaseBytes: number;
  readonly searchIndexBytes: number;
  /** 0 where the rows do not lie beside it; then no delta can start from it. */
  readonly snapshotBytes: number;
}
