/** `--catalogue <dir>`, the same in every command that reads a catalogue. */
import { join } from 'node:path';
import { Option } from 'commander';
import type { Catalogue } from '../core/catalogue/catalogue.ts';
import { openCatalogue } from '../core/catalogue/open-catalogue.ts';
import type { CliContext } from './cli-context.ts';

export interface CatalogueOption {
  readonly catalogue: string;
}

export function createCatalogueOption(context: CliContext): Option {
  return new Option('--catalogue <dir>', 'folder of the catalogue').default(
    join(context.projectFolder, 'dist', 'catalogue'),
    'dist/catalogue',
  );
}

/** Opens the catalogue, runs `use`, and closes it whatever happens. */
export async function withCatalogue<T>(folder: string, use: (catalogue: Catalogue) => Promise<T>): Promise<T> {
  const catalogue = openCatalogue(folder);
  try {
    return await use(catalogue);
  } finally {
    catalogue.close();
  }
}
