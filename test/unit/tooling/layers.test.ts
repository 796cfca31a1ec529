import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Each layer rule broken once, by the file that breaks it. */
const breaches: readonly (readonly [file: string, code: string])[] = [
  ['main/contract/a.ts', "import '../core/kiosk.ts';"],
  ['main/contract/b.ts', "import 'node:fs';"],
  ['main/core/a.ts', "import '../adapters/printing/tcp.ts';"],
  ['main/core/b.ts', "import 'node:net';"],
  ['main/core/c.ts', "import 'serialport';"],
  ['main/core/d.ts', "import 'electron';"],
  ['main/core/catalogue/a.ts', "import '../search/search-index.ts';"],
  ['main/core/search/a.ts', "import '../printing/slip-layout.ts';"],
  ['main/core/search/b.ts', "import '../journal/journal.ts';"],
  ['main/core/journal/a.ts', "import '../search/search-learning.ts';"],
  ['main/core/printing/a.ts', "import 'node:child_process';"],
  ['main/core/scanning/a.ts', "import '../dossiers/create-dossiers.ts';"],
  ['main/core/dossiers/a.ts', "import '../scanning/scan.ts';"],
  ['main/core/appointments/a.ts', "import '../queue/create-queue.ts';"],
  ['main/core/due-dates/a.ts', "import '../queue/create-queue.ts';"],
  ['main/core/portal/a.ts', "import '../dossiers/create-dossiers.ts';"],
  ['main/core/office-calendar/a.ts', "import '../due-dates/create-due-dates.ts';"],
  ['main/core/sync/a.ts', "import '../catalogue/open-catalogue.ts';"],
  ['main/core/sync/b.ts', "import '../journal/journal.ts';"],
  ['main/core/releases/a.ts', "import '../sync/create-sync.ts';"],
  ['main/core/diagnostics/a.ts', "import '../sync/create-sync.ts';"],
  ['main/core/diagnostics/b.ts', "import 'prom-client';"],
  ['main/core/publishing/a.ts', "import '../sync/create-sync.ts';"],
  ['main/core/search/c.ts', "import 'tuf-js';"],
  ['main/core/e.ts', "import 'hono';"],
  ['main/adapters/a.ts', "import '../core/kiosk.ts';"],
  ['main/adapters/b.ts', "import 'electron';"],
  ['main/cli/a.ts', "import 'electron';"],
  ['main/hosts/browser/a.ts', "import '../electron/window.ts';"],
  ['main/hosts/electron/a.ts', "import '../browser/serve.ts';"],
  ['main/hosts/electron/b.ts', "import 'react';"],
  ['preload/a.ts', "import '../main/core/kiosk.ts';"],
  ['preload/b.ts', "import 'zod';"],
  ['renderer/a.ts', "import '../main/core/kiosk.ts';"],
  ['renderer/b.ts', "import 'node:fs';"],
  ['renderer/c.ts', "import 'electron';"],
];

/** What each layer may import must stay allowed, or the rules would be worth nothing. */
const allowed: readonly (readonly [file: string, code: string])[] = [
  [
    'main/core/catalogue/fine.ts',
    "import '../../contract/procedure.ts';\nimport 'better-sqlite3';\nimport '../ports.ts';",
  ],
  [
    'main/adapters/printing/fine.ts',
    "import '../../core/ports.ts';\nimport '../../core/printing/typesetting/slip-layout.ts';",
  ],
  [
    'main/adapters/releases/fine.ts',
    "import '../../core/releases/repository-paths.ts';\nimport '../../core/retry-after.ts';",
  ],
  ['main/core/sync/fine.ts', "import '../releases/release-manifest.ts';\nimport 'tuf-js';\nimport 'croner';"],
  ['main/core/publishing/fine.ts', "import '../catalogue/rows/catalogue-rows.ts';\nimport '@tufjs/models';"],
  ['renderer/fine.ts', "import '../main/contract/methods.ts';"],
];

describe('the layers', () => {
  let folder: string;
  let report: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kiosk-layers-'));
    copyFileSync('.oxlintrc.json', join(folder, '.oxlintrc.json'));
    for (const [file, code] of [...breaches, ...allowed]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${code}\n`);
    }
    const oxlint = join(process.cwd(), 'node_modules/.bin/oxlint');
    report = spawnSync(oxlint, ['--format', 'unix', '.'], { cwd: folder, encoding: 'utf8' }).stdout;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const breachesIn = (file: string): string[] =>
    report.split('\n').filter((line) => line.includes(`${file}:`) && line.includes('no-restricted-imports'));

  it.each(breaches)('refuse in %s: %s', (file) => {
    expect(breachesIn(file)).toHaveLength(1);
  });

  it.each(allowed)('allow what %s imports', (file) => {
    expect(breachesIn(file)).toEqual([]);
  });
});
