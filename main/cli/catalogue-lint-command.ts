/** `kioskctl catalogue lint`: what is missing, odd, dead or stale in a catalogue or in its sources. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { snapshotFileName } from '../core/catalogue/catalogue-files.ts';
import { lintReport } from '../core/catalogue/lint/lint-report.ts';
import { lintRows } from '../core/catalogue/lint/lint-rows.ts';
import { lintSources } from '../core/catalogue/lint/lint-sources.ts';
import { readRepealedPapers } from '../core/catalogue/lint/repealed-papers.ts';
import { readOverlay } from '../core/catalogue/sources/read-overlay.ts';
import { officeDate } from '../core/office-date.ts';
import { searchBuilder } from '../core/search/search-builder.ts';
import type { CliContext } from './cli-context.ts';
import { collectedOption } from './collected-option.ts';
import { ExitStatus } from './exit-status.ts';
import { lintText } from './lint-text.ts';
import { readRowsAt } from './read-rows.ts';

interface Options {
  readonly fromProvince?: readonly string[];
  readonly fromOffice?: readonly string[];
  readonly overlay?: string;
  readonly json?: true;
  readonly all?: true;
  readonly strict?: true;
}

const found = 1;

export function createCatalogueLintCommand(context: CliContext): Command {
  return new Command('lint')
    .description(
      'warn of missing parts, odd fees and times, dead forms, duplicate names, stale words and stale entries',
    )
    .argument('<catalogue-or-source...>', 'a catalogue folder, snapshot or repository; or the sources of a build')
    .option('--from-province <source>', "the province's entries and tables (again for more)", collectedOption)
    .option('--from-office <source>', "the office's entries and tables (again for more)", collectedOption)
    .option('--overlay <file>', "the office's own sheet (JSON), whose codes are looked up")
    .option('--json', 'print one JSON object with all findings')
    .option('--all', 'show every finding, not three of each kind')
    .option('--strict', 'fail for warnings too')
    .addHelpText(
      'after',
      `
Examples:
  kioskctl catalogue lint dist/catalogue
  kioskctl catalogue lint national-catalogue-2026-07.jsonl.gz data/catalogue --overlay phuong.json
  kioskctl catalogue lint data/catalogue --from-office phuong.xlsx --strict

Exit code: 0 no error (warnings may be there), 1 errors, or with --strict warnings.`,
    )
    .action(async (paths: readonly string[], options: Options) => {
      const overlay = options.overlay === undefined ? null : await readOverlay(options.overlay);
      const { rows, findings } = await gathered(paths, options, context);
      const nowMs = Date.now();
      const repealed = readRepealedPapers(join(context.projectFolder, 'data', 'rules', 'repealed-papers.json'));
      const own = lintRows(rows, { nowMs, today: officeDate(nowMs), repealed, overlay });
      const procedures = [...rows.keys()].filter((key) => key.startsWith('procedure/')).length;
      const report = lintReport([...findings, ...own], procedures);
      await context.print(
        options.json === true
          ? `${JSON.stringify(report, null, 2)}\n`
          : lintText(report, context.columns, options.all === true),
      );
      if (report.counts.error > 0 || (options.strict === true && report.counts.warning > 0)) {
        throw new ExitStatus(found);
      }
    });
}

function gathered(paths: readonly string[], { fromProvince = [], fromOffice = [] }: Options, context: CliContext) {
  const [first = ''] = paths;
  const isCatalogue =
    paths.length + fromProvince.length + fromOffice.length === 1 &&
    (existsSync(join(first, snapshotFileName)) || existsSync(join(first, 'metadata')) || /@\d+$/u.test(first));
  if (isCatalogue) {
    return { rows: readRowsAt(first), findings: [] };
  }
  return lintSources({
    sources: paths,
    provinceSources: fromProvince,
    officeSources: fromOffice,
    outputFolder: '',
    dataFolder: join(context.projectFolder, 'data'),
    profile: 'all',
    levels: null,
    overlayPath: null,
    noticesFolder: null,
    // Never written anywhere; the sources need not tell a day to be looked at.
    dataDate: officeDate(Date.now()),
    allowIncomplete: true,
    bundledAliases: true,
    search: searchBuilder,
    signal: context.interrupted,
  });
}
