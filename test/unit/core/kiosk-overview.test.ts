/** What staff are told of the machine. */
import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { staffMethods } from '../../../main/contract/staff-methods.ts';
import { newestVersion } from '../../../main/core/journal/migrations/migrate.ts';
import { createKioskOverview } from '../../../main/core/kiosk-overview.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { julyMs, openTestJournal } from '../journal/journal-fixtures.ts';

const summary = { version: 'ab12', dataDate: '2026-07-15', profile: 'ward', procedureCount: 478, number: 3 } as const;
const catalogue = { summary: () => summary };

const read = () => ({ done: false, trouble: 'unusable' }) as const;

describe('the overview of the kiosk', () => {
  it('names versions, catalogue and journal as they are', async () => {
    const journal = openTestJournal(temporaryFolder());
    onTestFinished(() => journal.close());
    const overview = await createKioskOverview({ catalogue, journal, startedAtMs: julyMs })({});
    const project = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(staffMethods['kiosk.overview'].result.parse(overview)).toEqual({
      versions: {
        kiosk: project.version,
        node: process.versions.node,
        sqlite: expect.stringMatching(/^3\.\d+\.\d+$/),
      },
      catalogue: summary,
      startedAtMs: julyMs,
      journal: { isDurable: true, form: newestVersion, movedAside: null },
    });
  });

  it('tells the rest where the journal cannot be read', async () => {
    const journal = { isDurable: false, movedAside: 'journal.db.damaged-20260722T024105Z', read };
    const overview = await createKioskOverview({ catalogue, journal, startedAtMs: julyMs })({});
    expect(overview.versions).not.toHaveProperty('sqlite');
    expect(overview.journal).toEqual({ isDurable: false, form: 0, movedAside: journal.movedAside });
  });
});
