/** The kiosk as it stands in the hall: start, keystroke to paint, opening a procedure, memory of core and page. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { CatalogueProfile } from '../../main/contract/kiosk.ts';
import { type Spread, spreadOf } from './sample.ts';
import { startBenchKiosk } from './start-bench-kiosk.ts';

export interface PageFigures {
  /** `npm start`'s own process to the welcome screen in Chromium. */
  readonly startMs: number;
  readonly keystroke: Spread;
  readonly openProcedure: Spread;
  readonly coreMegabytes: number;
  /** Resident memory of the page's process. */
  readonly pageMegabytes: number;
}

export interface PageOptions {
  readonly chromiumPath: string;
  readonly catalogueFolder: string;
  readonly profile: CatalogueProfile;
  readonly questions: readonly string[];
}

export async function measurePage(options: PageOptions): Promise<PageFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-bench-'));
  const browser = await chromium.launch({
    executablePath: options.chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  const started = performance.now();
  const kiosk = await startBenchKiosk(
    folder,
    {
      office: { name: 'Trung tâm Phục vụ hành chính công' },
      catalogue: { profile: options.profile },
      printer: { target: null },
      reader: { target: null },
    },
    options.catalogueFolder,
  );
  try {
    const page = await browser.newPage({ viewport: { width: 1080, height: 1920 }, hasTouch: true });
    await page.goto(kiosk.entryAddress);
    await page.getByRole('button', { name: 'Chạm để bắt đầu' }).waitFor();
    const startMs = performance.now() - started;
    await page.getByRole('button', { name: 'Chạm để bắt đầu' }).tap();
    const keystroke = spreadOf(await measureKeystrokes(page, options.questions));
    const openProcedure = spreadOf(await measureOpening(page));
    return {
      startMs,
      keystroke,
      openProcedure,
      coreMegabytes: residentMegabytes(corePid(folder)),
      pageMegabytes: await pageMegabytes(browser),
    };
  } finally {
    await browser.close();
    await kiosk.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** From the key's event to the frame after the rows of the new answer stand in the page; unchanged rows do not count. */
async function measureKeystrokes(page: Page, questions: readonly string[]): Promise<number[]> {
  await page.getByRole('button', { name: 'Tìm việc cần làm' }).tap();
  const field = page.getByRole('searchbox');
  await field.waitFor();
  await page.evaluate(() => {
    const samples: number[] = [];
    Object.assign(globalThis, { keystrokeSamples: samples });
    let pressedMs: number | null = null;
    document.addEventListener(
      'keydown',
      (event) => {
        pressedMs = event.timeStamp;
      },
      true,
    );
    new MutationObserver((changes) => {
      const shows = changes.some(({ target }) =>
        (target instanceof Element ? target : target.parentElement)?.closest('main ul, main [role=status]'),
      );
      if (!shows || pressedMs === null) {
        return;
      }
      const since = pressedMs;
      pressedMs = null;
      // The frame that paints this change ends before the next one begins.
      requestAnimationFrame(() => setTimeout(() => samples.push(performance.now() - since)));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  for (const question of questions) {
    await field.fill('');
    await page.keyboard.type(question, { delay: 90 });
  }
  return page.evaluate(() => {
    const samples: unknown = Reflect.get(globalThis, 'keystrokeSamples');
    return Array.isArray(samples) ? samples.filter((sample) => typeof sample === 'number') : [];
  });
}

/** From the touch to the frame that shows the procedure's papers. */
async function measureOpening(page: Page): Promise<number[]> {
  const samples: number[] = [];
  const rows = page.locator('main ul li button');
  for (const words of ['khai sinh', 'kết hôn', 'khai tử', 'tạm trú', 'sao y', 'xây dựng', 'hộ kinh doanh', 'trợ cấp']) {
    await page.getByRole('searchbox').fill(words);
    // The list stands still once its first row holds the words asked for.
    await rows
      .first()
      .locator('mark')
      .filter({ hasText: new RegExp(words.split(' ')[0] ?? '', 'i') })
      .first()
      .waitFor();
    const opened = page.evaluate(watchForPapers);
    await rows.first().tap();
    samples.push(await opened);
    await page.getByRole('button', { name: 'Quay lại' }).tap();
    await page.getByRole('searchbox').waitFor();
  }
  return samples;
}

/** Runs in the page. Rejects after ten seconds, so that a bench never hangs. */
function watchForPapers(): Promise<number> {
  return new Promise((resolve, reject) => {
    let touchedMs = 0;
    document.addEventListener(
      'pointerdown',
      (event) => {
        touchedMs = event.timeStamp;
      },
      { capture: true, once: true },
    );
    const timer = setTimeout(() => reject(new Error('the procedure did not open')), 10_000);
    const observer = new MutationObserver(() => {
      const headings = Array.from(document.querySelectorAll('main h2'), (heading) => heading.textContent);
      if (headings.includes('Giấy tờ cần mang')) {
        observer.disconnect();
        clearTimeout(timer);
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - touchedMs)));
      }
    });
    observer.observe(document.body, { subtree: true, childList: true });
  });
}

function corePid(folder: string): number {
  const holder: unknown = JSON.parse(readFileSync(join(folder, 'data', 'lock-holder.json'), 'utf8'));
  return typeof holder === 'object' && holder !== null && 'pid' in holder ? Number(holder.pid) : Number.NaN;
}

async function pageMegabytes(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return Math.max(...processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentMegabytes(id)));
}

function residentMegabytes(pid: number): number {
  const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(resident) / 1024;
}
