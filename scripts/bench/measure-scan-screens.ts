/** From a scan's last byte to the changed screen of a whole kiosk in Chromium, with the reference portal beside it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { demonstrationKioskId, referencePortalKeyFileName } from '../portal/reference-portal-names.ts';
import { startVirtualPrinter } from '../virtual-printer/start-virtual-printer.ts';
import { startVirtualScanner, type VirtualScanner } from '../virtual-scanner/virtual-scanner.ts';
import { type Spread, spreadOf } from './sample.ts';
import { type BenchKiosk, startBenchKiosk } from './start-bench-kiosk.ts';

export interface ScanScreenFigures {
  /** What the kiosk knows itself. */
  readonly local: Spread;
  /** A dossier, which the portal is asked for. */
  readonly remote: Spread;
  /** The portal's own time for the same question, asked directly. */
  readonly portal: Spread;
}

/** What is held before the reader, and texts that stand on the screen together only when it is through. */
interface Held {
  readonly payload: string;
  readonly shows: readonly string[];
}

const runs = 60;
/** Held in turn, so that every scan changes the screen. */
const procedures: readonly Held[] = [
  { payload: '1.001193', shows: ['Đăng ký khai sinh'] },
  { payload: '2.000815', shows: ['Sao y giấy tờ'] },
];
const portalTimeoutMs = 20_000;

export async function measureScanScreens(chromiumPath: string): Promise<ScanScreenFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-bench-scan-'));
  const printer = await startVirtualPrinter({ port: 0, outputFolder: join(folder, 'slips') });
  const scanner = await startVirtualScanner({ port: 0 });
  const configuration = {
    office: { name: 'Trung tâm Phục vụ hành chính công' },
    printer: { target: `virtual:${printer.port}` },
    reader: { target: `virtual:${scanner.port}` },
  };
  const kiosk = await startBenchKiosk(folder, configuration, null);
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  try {
    const portal = await portalOf(kiosk, folder);
    const page = await browser.newPage({ viewport: { width: 1080, height: 1920 }, hasTouch: true });
    await page.goto(kiosk.entryAddress);
    await page.getByRole('button', { name: 'Chạm để bắt đầu' }).waitFor();
    return {
      local: spreadOf(await measure(page, scanner, procedures)),
      remote: spreadOf(
        await measure(
          page,
          scanner,
          portal.dossiers.map(({ code, words }) => ({ payload: code, shows: [code, words] })),
        ),
      ),
      portal: spreadOf(await askDirectly(portal)),
    };
  } finally {
    await browser.close();
    await kiosk.stop();
    await scanner.close();
    await printer.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Both clocks are this machine's; each sample ends with the frame that paints the change. */
async function measure(page: Page, scanner: VirtualScanner, things: readonly Held[]): Promise<number[]> {
  const samples: number[] = [];
  for (let run = -things.length; run < runs; run += 1) {
    const held = things.at(run % things.length);
    if (held === undefined) {
      throw new Error('nothing to hold before the reader');
    }
    const watching = await page.evaluateHandle(watchForTexts, held.shows);
    const sentMs = performance.timeOrigin + performance.now();
    scanner.scan(held.payload);
    const paintedMs = await watching.evaluate(({ painted }) => painted);
    // The first of each kind are not counted: code and styles are loaded then.
    if (run >= 0) {
      samples.push(paintedMs - sentMs);
    }
  }
  return samples;
}

/** Runs in the page. Rejects after ten seconds, so that a bench never hangs. */
function watchForTexts(texts: readonly string[]): { painted: Promise<number> } {
  return {
    painted: new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`the screen did not show ${texts.join(', ')}`)), 10_000);
      const observer = new MutationObserver(() => {
        const shown = document.querySelector('main')?.textContent ?? '';
        if (texts.every((text) => shown.includes(text))) {
          observer.disconnect();
          clearTimeout(timer);
          requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now())));
        }
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    }),
  };
}

interface DirectPortal {
  readonly address: string;
  readonly key: string;
  /** In two stages, which the screen tells in different words. */
  readonly dossiers: readonly { readonly code: string; readonly words: string }[];
}

/** The portal starts beside the kiosk; its list of dossiers lies in the data folder. */
async function portalOf(kiosk: BenchKiosk, folder: string): Promise<DirectPortal> {
  const until = performance.now() + portalTimeoutMs;
  while (kiosk.portalAddress() === null) {
    if (performance.now() > until) {
      throw new Error('the reference portal was not started');
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const list = readFileSync(join(folder, 'data', 'reference-portal-dossiers.txt'), 'utf8');
  const codeOf = (state: string): string => {
    const code = new RegExp(`^\\s+(\\S+)\\s+card \\d\\s+${state}\\s`, 'mu').exec(list)?.[1];
    if (code === undefined) {
      throw new Error(`the reference portal has no dossier that is ${state}`);
    }
    return code;
  };
  return {
    address: kiosk.portalAddress() ?? '',
    key: readFileSync(join(folder, 'data', referencePortalKeyFileName), 'utf8').trim(),
    dossiers: [
      { code: codeOf('registered'), words: 'Hồ sơ đã gửi, đang chờ tiếp nhận' },
      { code: codeOf('processing'), words: 'Hồ sơ đang được giải quyết' },
    ],
  };
}

async function askDirectly({ address, key, dossiers }: DirectPortal): Promise<number[]> {
  const headers = { authorization: `Bearer ${key}`, 'kiosk-id': demonstrationKioskId };
  const samples: number[] = [];
  // Within the portal's 120 questions a minute, the page's among them.
  for (let run = 0; run < runs / 2; run += 1) {
    const started = performance.now();
    const answer = await fetch(new URL(`v1/dossiers/${dossiers[0]?.code ?? ''}/progress`, address), { headers });
    await answer.text();
    if (!answer.ok) {
      throw new Error(`the portal answered ${answer.status}`);
    }
    samples.push(performance.now() - started);
  }
  return samples;
}
