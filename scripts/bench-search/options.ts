/** The command line of `npm run bench:search`. */
import { parseArgs } from 'node:util';
import { type CatalogueProfile, catalogueProfiles } from '../../main/contract/kiosk.ts';

export interface BenchSearchOptions {
  readonly profile: CatalogueProfile;
  /** Ask everything without accents only. */
  readonly unaccented: boolean;
  readonly bundledAliases: boolean;
  readonly json: boolean;
}

export type ParsedOptions =
  | { readonly kind: 'run'; readonly options: BenchSearchOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly reason: string };

export const benchSearchHelp = `npm run bench:search -- [options]

How well the kiosk's search answers, beside MiniSearch, SQLite FTS5, FlexSearch, Orama and Fuse.js on the same text:
the development questions of ../shared, and questions made from the names of procedures (docs/search.md).

  --profile <name>            ward, xa or all: which catalogue is searched (default: xa)
  --unaccented                ask everything without accents only; otherwise the development questions are asked as
                              written and without accents, and made questions with accents
  --without-bundled-aliases   leave out the project's own list of citizens' words
  --json                      print one JSON object
  --help                      print this
`;

export function parseBenchSearchOptions(words: readonly string[]): ParsedOptions {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        profile: { type: 'string', default: 'xa' },
        unaccented: { type: 'boolean', default: false },
        'without-bundled-aliases': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      return { kind: 'help' };
    }
    const profile = catalogueProfiles.find((name) => name === values.profile);
    if (profile === undefined) {
      const names = catalogueProfiles.join(', ');
      return { kind: 'refused', reason: `--profile is one of ${names}; ${JSON.stringify(values.profile)} is none.` };
    }
    const { unaccented, json } = values;
    return {
      kind: 'run',
      options: { profile, unaccented, bundledAliases: !values['without-bundled-aliases'], json },
    };
  } catch (error) {
    return { kind: 'refused', reason: error instanceof Error ? error.message : String(error) };
  }
}
