import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import { longestWaits, startHeartbeat, traceFrames } from './frame-trace.ts';
import { type KioskProcess, startKioskProcess } from './kiosk-process.ts';
import { expect, test } from './kiosk-test.ts';
import { KioskPage } from './pages/kiosk-page.ts';

const nationalExport = '../shared/data/national-catalogue-2026-07.jsonl.gz';
const keysPerSecond = 15;
/** No time without a new frame may be longer. */
const longestDropMs = 50;
/** Other programs on the machine drop frames at random places, the page drops them at the same key each time. */
const mostRuns = 12;

/** As they are typed: without accents, by Telex, with errors, as stories, and with words that thousands of names have. */
const questions = [
  'dang ky khai sinh cho con',
  'giaays phesp xaay duwngj nhaf owr',
  'em muon hoi le phi dang ky ket hon bao nhieu',
  'me toi moi mat thi can lam giay to gi',
  'dang ki ho kinh doah quan an',
  'cap giay chung nhan du dieu kien kinh doanh',
];

test.describe('typing fast in the whole national catalogue', () => {
  test.skip(!existsSync(nationalExport), 'needs ../shared/data/national-catalogue-2026-07.jsonl.gz');
  test.describe.configure({ mode: 'serial', timeout: 240_000 });

  let folder: string;
  let own: KioskProcess;

  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kiosk-typing-'));
    const catalogueFolder = join(folder, 'all');
    const words = ['catalogue', 'build', nationalExport, 'data/catalogue', '--profile', 'all'];
    const options = ['--out', catalogueFolder, '--json'];
    const command = ['main/cli/kioskctl.ts', ...words, ...options];
    const build = spawnSync('node_modules/.bin/node', command, { maxBuffer: 2 ** 26 });
    expect(build.status).toBe(0);
    own = await startKioskProcess({ catalogueFolder, configuration: { catalogue: { profile: 'all' } } });
  });
  test.afterAll(async () => {
    await own.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [orientation, viewport] of [
    ['portrait', { width: 1080, height: 1920 }],
    ['landscape', { width: 1920, height: 1080 }],
  ] as const) {
    test.describe(orientation, () => {
      test.use({ viewport });

      for (const question of questions) {
        test(`drops no frame for longer than ${longestDropMs} ms: ${question}`, async ({ page }, testInfo) => {
          const client = await openSearch(page);
          const { keyWaitsMs, longestTaskMs, runs } = await measure(page, client, question);
          const longestMs = Math.max(...keyWaitsMs);
          const description = `${longestMs.toFixed(0)} ms in ${runs} runs, longest task ${longestTaskMs.toFixed(0)} ms`;
          testInfo.annotations.push({ type: 'longest time without a frame', description });
          const tooLong = keyWaitsMs.flatMap((waitMs, key) =>
            waitMs > longestDropMs ? [`${question.slice(0, key + 1)}: ${waitMs.toFixed(0)} ms`] : [],
          );
          expect(tooLong).toEqual([]);
          expect(longestTaskMs).toBeLessThanOrEqual(longestDropMs);
        });
      }
    });
  }

  test('and the measure notices a page that computes too long at one key', async ({ page }) => {
    const client = await openSearch(page);
    await page.evaluate(() => {
      document.addEventListener('keydown', ({ key }) => {
        const untilMs = performance.now() + (key === 's' ? 90 : 0);
        while (performance.now() < untilMs);
      });
    });
    const { keyWaitsMs, longestTaskMs } = await measure(page, client, 'khai sinh', 3);
    expect(keyWaitsMs['khai s'.length - 1]).toBeGreaterThan(longestDropMs);
    expect(longestTaskMs).toBeGreaterThan(longestDropMs);
  });

  async function openSearch(page: Page): Promise<CDPSession> {
    const kiosk = new KioskPage(page, own);
    await kiosk.open();
    await kiosk.start();
    await kiosk.search('');
    await startHeartbeat(page);
    return page.context().newCDPSession(page);
  }
});

interface Measured {
  /** For each key the longest time without a new frame after it, in the best of its runs. */
  readonly keyWaitsMs: readonly number[];
  /** In the worst of all runs: time on the processor is the page's own, however busy the machine is. */
  readonly longestTaskMs: number;
  readonly runs: number;
}

/** Types the question again and again until every key has been seen without a long wait, or often enough. */
async function measure(page: Page, client: CDPSession, question: string, runsAtMost = mostRuns): Promise<Measured> {
  const field = page.getByRole('searchbox');
  let keyWaitsMs: readonly number[] = question.split('').map(() => Number.POSITIVE_INFINITY);
  let longestTaskMs = 0;
  let runs = 0;
  while (runs < runsAtMost && keyWaitsMs.some((waitMs) => waitMs > longestDropMs)) {
    await field.fill('');
    await expect(page.getByText('Nhiều người tìm')).toBeVisible();
    const trace = await traceFrames(client, () => type(client, question));
    await expect(field).not.toHaveValue('');
    const waitsMs = longestWaits(trace);
    expect(waitsMs).toHaveLength(question.length);
    keyWaitsMs = keyWaitsMs.map((bestMs, key) => Math.min(bestMs, waitsMs[key] ?? bestMs));
    longestTaskMs = Math.max(longestTaskMs, trace.longestTaskMs);
    runs += 1;
  }
  return { keyWaitsMs, longestTaskMs, runs };
}

/** Presses keys at their times, whether the page keeps up or not. */
async function type(client: CDPSession, question: string): Promise<void> {
  const startMs = performance.now();
  const pressed: Promise<unknown>[] = [];
  for (const [index, key] of question.split('').entries()) {
    await sleep(Math.max(0, startMs + (index * 1000) / keysPerSecond - performance.now()));
    pressed.push(client.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key, unmodifiedText: key }));
    pressed.push(client.send('Input.dispatchKeyEvent', { type: 'keyUp', key }));
  }
  await Promise.all(pressed);
  await sleep(300);
}
