/** Merges sources as a build would, writes nothing, and tells besides the catalogue's own faults what was not taken of them. */
import { readBuildMaterial } from '../build/build-material.ts';
import type { BuildOptions } from '../build/build-options.ts';
import { createBuildTally } from '../build/build-tally.ts';
import { collectRows } from '../build/collect-rows.ts';
import { detectSources } from '../build/detect-sources.ts';
import { readPublishedRows } from '../build/published-rows.ts';
import type { CatalogueRows } from '../rows/catalogue-rows.ts';
import type { Finding } from './lint-rules.ts';

/** Marked by the portal itself: nobody here can mend them. */
const passedOver: ReadonlySet<string> = new Set(['deleted-record', 'test-record']);
const toldBySources = ['sheet-unknown', 'column-unknown'] as const;

/** Errors: as `buildCatalogue`, but none of the output. */
export async function lintSources(
  options: BuildOptions,
): Promise<{ readonly rows: CatalogueRows; readonly findings: readonly Finding[] }> {
  const { published, sources } = await detectSources(options);
  const tally = createBuildTally();
  const rows =
    published === null
      ? await collectRows(await readBuildMaterial(sources, options), tally, options)
      : readPublishedRows(published, tally, options);
  const { refused, warnings, sources: read } = tally.finish(0);
  const findings: Finding[] = refused.map(({ source, line, code, reason, detail }) => ({
    rule: passedOver.has(reason) ? 'record-passed-over' : 'record-refused',
    code,
    detail: `${source}${line === null ? '' : `:${line}`}: ${reason}. ${detail}`,
  }));
  for (const { name, brokeOffAtLine } of read) {
    if (brokeOffAtLine !== null) {
      findings.push({ rule: 'source-broken-off', code: null, detail: `${name}, line ${brokeOffAtLine}` });
    }
  }
  for (const rule of toldBySources) {
    for (const { code, detail } of warnings[rule]?.examples ?? []) {
      findings.push({ rule, code: null, detail: `${code}: ${detail}` });
    }
  }
  return { rows, findings };
}
