/** Playwright's `test` with a kiosk per worker, opened in the shell of the project. */
import { existsSync } from 'node:fs';
import { test as base, expect, type Page } from '@playwright/test';
import { findElectron } from '../../scripts/start/find-programs.ts';
import { readyState } from '../../scripts/virtual-printer/printer-state.ts';
import { type KioskProcess, startKioskProcess } from './kiosk-process.ts';
import { KioskPage } from './pages/kiosk-page.ts';

interface WorkerFixtures {
  /** Shared by the tests of a worker; a test that changes it for good starts one of its own. */
  readonly kioskProcess: KioskProcess;
}

interface TestFixtures {
  readonly kiosk: KioskPage;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  kioskProcess: [
    // Playwright reads the fixtures a fixture wants from this pattern; this one wants none of interest.
    async ({ browserName: _browserName }, use) => {
      const kiosk = await startKioskProcess();
      await use(kiosk);
      await kiosk.stop();
    },
    { scope: 'worker' },
  ],
  kiosk: async ({ page, kioskProcess }, use) => {
    const faults = collectFaults(page);
    kioskProcess.printer.set(readyState);
    const kiosk = new KioskPage(page, kioskProcess);
    await kiosk.open();
    await use(kiosk);
    // What the console says no citizen sees; a fault there is one all the same.
    expect(faults).toEqual([]);
  },
});

export { expect } from '@playwright/test';

/** Whether Electron's binary is installed here; the Electron specs say so where it is not. */
export const electronPath = findElectron(process.cwd(), process.env);

/** The national export for tests of scale, null where it is missing. */
export const nationalExport = existsSync('../shared/data/national-catalogue-2026-07.jsonl.gz')
  ? '../shared/data/national-catalogue-2026-07.jsonl.gz'
  : null;

export function collectFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') {
      faults.push(message.text());
    }
  });
  return faults;
}
