/** What runs here, for staff: versions, catalogue, journal. */
import packageFacts from '../../package.json' with { type: 'json' };
import type { CatalogueSummary } from '../contract/kiosk.ts';
import type { StaffHandlers } from './handlers.ts';
import type { Journal } from './journal/journal.ts';

export interface KioskOverviewOptions {
  readonly catalogue: { summary(): CatalogueSummary };
  readonly journal: Pick<Journal, 'isDurable' | 'movedAside' | 'read'>;
  readonly startedAtMs: number;
}

/** A journal that cannot be read leaves its form at 0; the rest is told all the same. */
export function createKioskOverview({
  catalogue,
  journal,
  startedAtMs,
}: KioskOverviewOptions): StaffHandlers['kiosk.overview'] {
  const first = (sql: string): unknown => {
    const found = journal.read((reader) => reader.prepare(sql).pluck().get());
    return found.done ? found.value : null;
  };
  return () => {
    const sqlite = first('SELECT sqlite_version()');
    return {
      versions: {
        kiosk: packageFacts.version,
        node: process.versions.node,
        ...(typeof sqlite === 'string' ? { sqlite } : {}),
      },
      catalogue: catalogue.summary(),
      startedAtMs,
      journal: {
        isDurable: journal.isDurable,
        form: Number(first('SELECT user_version FROM pragma_user_version')),
        movedAside: journal.movedAside,
      },
    };
  };
}
