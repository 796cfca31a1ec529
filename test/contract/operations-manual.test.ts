/**
 * docs/operations.md §2, followed word for word from an empty folder: real kioskctl, Debian's nginx, a real kiosk process. What the
 * manual shows must be what is said; besides, the page of the kiosk is asked for what a citizen would see.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { compareOutput } from '../fixtures/operations/compare-output.ts';
import { openKioskPage } from '../fixtures/operations/open-kiosk-page.ts';
import { readTranscript } from '../fixtures/operations/read-transcript.ts';
import { openShellSession, type ShellSession } from '../fixtures/operations/shell-session.ts';
import { writeSmallExport } from '../fixtures/operations/write-small-export.ts';

const projectFolder = resolve(import.meta.dirname, '../..');
const isBuilt = ['dist/catalogue/catalogue.db', 'dist/page/index.html'].every((path) =>
  existsSync(join(projectFolder, path)),
);
const programs = ['/usr/sbin/nginx', '/usr/bin/curl', '/usr/bin/jq', '/usr/bin/bash'];
const missing = programs.filter((path) => !existsSync(path)).map((path) => path.replace(/^.*\//u, ''));

/** The export the manual was written with: minutes instead of seconds, and every figure is compared. */
const wholeExport = join(projectFolder, '../shared/data/national-catalogue-2026-07.jsonl.gz');
const usesWholeExport = process.env['KIOSK_FAULTS'] === 'all' && existsSync(wholeExport);

const steps = readTranscript(readFileSync(join(projectFolder, 'docs/operations.md'), 'utf8'));

vi.setConfig({ testTimeout: usesWholeExport ? 300_000 : 120_000 });

/** What citizens see after the boxes of a section: the fee of the procedure whose fee changes, and what stands in the way. */
const seen: Readonly<Record<string, { readonly fee: string; readonly notice?: string }>> = {
  '2.5': { fee: '5.000 đồng một việc' },
  '2.6': { fee: '8.000 đồng một việc' },
  '2.7': { fee: '5.000 đồng một việc' },
  '2.8': { fee: '5.000 đồng một việc' },
  '2.9': { fee: '8.000 đồng một việc' },
  '2.10': { fee: '9.000 đồng một việc' },
  '2.11': { fee: '9.000 đồng một việc', notice: 'Hệ thống hộ tịch tạm dừng' },
  '2.12': { fee: '9.000 đồng một việc', notice: 'Hệ thống hộ tịch tạm dừng' },
};
const sectionOf = (heading: string): string => /^[\d.]+\d/u.exec(heading)?.[0] ?? '';

it('has boxes for everything that happens to a release', () => {
  const typed = steps.map(({ commands }) => commands).join('\n');
  for (const command of [
    'keys init',
    'keys list',
    'keys rotate',
    'keys delegate',
    'catalogue build',
    'catalogue diff',
    'release publish',
    'release verify',
    'release list',
    'release withdraw',
    'release rollback',
    'release export',
    'release refresh',
    'overlay init-office',
    'overlay edit',
    'overlay publish',
    'trust',
    'update',
    'update --stick',
    'push',
    'status',
    'show',
  ]) {
    expect(typed).toContain(`kioskctl ${command}`);
  }
  expect(steps.filter(({ output }) => output !== null).length).toBeGreaterThan(20);
});

describe.skipIf(!isBuilt || missing.length > 0)(
  `the manual of operations, word for word (skipped where dist/ is not built or a program is missing: ${missing.join(', ') || 'none'})`,
  () => {
    let session: ShellSession;
    let exportFolder: string;
    let hasFailed = false;

    beforeAll(async () => {
      exportFolder = mkdtempSync(join(tmpdir(), 'kiosk-export-'));
      const [web, metrics, push] = await freePorts(3);
      session = openShellSession({
        PROGRAM: projectFolder,
        EXPORT: usesWholeExport ? wholeExport : writeSmallExport(exportFolder),
        WEB: `127.0.0.1:${web}`,
        METRICS: `127.0.0.1:${metrics}`,
        PUSH: `127.0.0.1:${push}`,
      });
    });
    afterAll(async () => {
      await session.close();
      rmSync(exportFolder, { recursive: true, force: true });
    });

    it.for(steps.map((step, index) => ({ ...step, index, name: `${step.heading} (line ${step.line})` })))(
      '$name',
      async ({ commands, output, heading, line, index }, { skip }) => {
        skip(hasFailed, 'a box before this one failed');
        hasFailed = true;
        const said = await session.run(commands);
        expect(said.failed, said.output).toEqual([]);
        if (output === null) {
          expect(said.output).toBe('');
        } else {
          const compared = compareOutput(output, said.output, {
            folder: session.folder,
            anyFigures: !usesWholeExport,
          });
          expect(compared.isSame ? compared.shown : compared.said, `docs/operations.md:${line}`).toEqual(
            compared.shown,
          );
        }
        if (sectionOf(steps[index + 1]?.heading ?? '') !== sectionOf(heading)) {
          await expectSeen(sectionOf(heading));
        }
        hasFailed = false;
      },
    );

    async function expectSeen(section: string): Promise<void> {
      const expected = seen[section];
      if (expected === undefined) {
        return;
      }
      const page = await openKioskPage(readFileSync(join(session.folder, 'kiosk.log'), 'utf8'));
      try {
        const { procedure } = await page.call('procedures.get', { code: '1.004884' });
        const fees = procedure.submissionMethods.flatMap((method) => method.fees.map((fee) => fee.text));
        expect(fees).toContain(expected.fee);
        const notices = await page.call('notices.current', {});
        expect(notices.map(({ text }) => text.vi)).toEqual(expected.notice === undefined ? [] : [expected.notice]);
      } finally {
        page.close();
      }
    }
  },
);

/** Ports of 127.0.0.1 that nobody holds at this moment; all held at once, so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  try {
    return await Promise.all(
      servers.map(
        (server) =>
          new Promise<number>((settle, reject) => {
            server.once('error', reject);
            server.listen(0, '127.0.0.1', () => {
              const address = server.address();
              settle(typeof address === 'object' && address !== null ? address.port : 0);
            });
          }),
      ),
    );
  } finally {
    await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  }
}
