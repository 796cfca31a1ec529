/** The procedures a kiosk of this profile would hold: built as IT staff build them, read back as the kiosk reads them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CatalogueProfile } from '../../main/contract/kiosk.ts';
import type { Procedure } from '../../main/contract/procedure.ts';
import { buildCatalogue } from '../../main/core/catalogue/build/build-catalogue.ts';
import { openCatalogue } from '../../main/core/catalogue/open-catalogue.ts';

export interface ProceduresWanted {
  readonly projectFolder: string;
  readonly nationalExport: string;
  readonly profile: CatalogueProfile;
  readonly bundledAliases: boolean;
}

export async function readProcedures(wanted: ProceduresWanted): Promise<Procedure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-bench-search-'));
  const dataFolder = join(wanted.projectFolder, 'data');
  try {
    await buildCatalogue({
      sources: [wanted.nationalExport, join(dataFolder, 'catalogue')],
      outputFolder: join(folder, 'catalogue'),
      dataFolder,
      profile: wanted.profile,
      levels: null,
      overlayPath: null,
      dataDate: null,
      allowIncomplete: false,
      bundledAliases: wanted.bundledAliases,
      // Every engine, the kiosk's own too, builds its index from the procedures afterwards.
      buildSearchIndex: () => new Uint8Array(),
    });
    const catalogue = openCatalogue(join(folder, 'catalogue'));
    const procedures = Array.from(catalogue.procedures());
    catalogue.close();
    return procedures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
