/** The procedures a kiosk of this profile would hold: built as IT staff build them, read back as the kiosk reads them. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CatalogueProfile } from '../../main/contract/kiosk.ts';
import type { Procedure } from '../../main/contract/procedure.ts';
import { buildCatalogue } from '../../main/core/catalogue/build/build-catalogue.ts';
import { parseBundledSet } from '../../main/core/catalogue/import/parse-bundled-set.ts';
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
      noticesFolder: null,
      dataDate: null,
      allowIncomplete: false,
      bundledAliases: true,
      // Every engine, the kiosk's own too, builds its index from the procedures afterwards.
      search: { readWords: () => null, buildIndex: () => new Uint8Array() },
    });
    const catalogue = openCatalogue(join(folder, 'catalogue'));
    const procedures = Array.from(catalogue.procedures());
    catalogue.close();
    return wanted.bundledAliases ? procedures : withoutBundledAliases(procedures, dataFolder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Hand-written entries repeat the bundled set's aliases, so these are taken out by their words, wherever they stand. */
function withoutBundledAliases(procedures: readonly Procedure[], dataFolder: string): Procedure[] {
  const bundled = parseBundledSet(readFileSync(join(dataFolder, 'bundled-set.tsv'), 'utf8'));
  const words = new Map(bundled.map(({ code, aliases }) => [code, new Set(aliases)]));
  return procedures.map((procedure) => ({
    ...procedure,
    aliases: procedure.aliases.filter((alias) => words.get(procedure.code)?.has(alias) !== true),
  }));
}
