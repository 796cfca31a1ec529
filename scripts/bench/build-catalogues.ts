/** Builds the catalogues that the other benches use, as IT staff would, and measures the building of the whole one. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogueProfile } from '../../main/contract/kiosk.ts';

const nationalExport = '../shared/data/national-catalogue-2026-07.jsonl.gz';

export interface BuiltCatalogue {
  readonly profile: CatalogueProfile;
  readonly folder: string;
  readonly procedures: number;
  readonly buildSeconds: number;
  readonly peakMegabytes: number;
}

/** Null where the national export is missing: then only the bundled catalogue can be measured. */
export function buildCatalogues(folder: string): BuiltCatalogue[] | null {
  if (!existsSync(nationalExport)) {
    return null;
  }
  return (['ward', 'xa', 'all'] as const).map((profile) => build(profile, join(folder, profile)));
}

/** One of them; null as above. */
export function buildCatalogue(profile: CatalogueProfile, folder: string): BuiltCatalogue | null {
  return existsSync(nationalExport) ? build(profile, join(folder, profile)) : null;
}

function build(profile: CatalogueProfile, folder: string): BuiltCatalogue {
  const code = `
    const started = performance.now();
    process.argv = [process.execPath, 'kioskctl', 'catalogue', 'build', ${JSON.stringify(nationalExport)}, 'data/catalogue', '--out', ${JSON.stringify(folder)}, '--profile', '${profile}', '--json'];
    process.on('exit', () => process.stderr.write(JSON.stringify({ seconds: (performance.now() - started) / 1000, peak: process.resourceUsage().maxRSS / 1024 })));
    await import('./main/cli/kioskctl.ts');`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.status !== 0) {
    throw new Error(`building ${profile} failed: ${run.stderr}`);
  }
  const measured = JSON.parse(run.stderr.slice(run.stderr.lastIndexOf('{'))) as { seconds: number; peak: number };
  const report = JSON.parse(run.stdout) as { written: number };
  return { profile, folder, procedures: report.written, buildSeconds: measured.seconds, peakMegabytes: measured.peak };
}
