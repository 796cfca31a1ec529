/** Playwright's `test` with a kiosk per worker, opened in the shell of the project. */
import { test as base, expect, type Page } from '@playwright/test';
import { findElectron } from '../../scripts/start/find-programs.ts';
import { readyState } from '../../scripts/virtual-printer/printer-state.ts';
import { openElectron } from './electron-window.ts';
import { type KioskProcess, startKioskProcess } from './kiosk-process.ts';
import { KioskPage } from './pages/kiosk-page.ts';

export type Shell = 'browser' | 'electron';

interface WorkerFixtures {
  /** Which shell the project opens. */
  readonly shell: Shell;
  /** Shared by the tests of a worker; a test that changes it for good starts one of its own. */
  readonly kioskProcess: KioskProcess;
}

interface TestFixtures {
  readonly kiosk: KioskPage;
}

const electronPath = findElectron(process.cwd(), process.env);

export const test = base.extend<TestFixtures, WorkerFixtures>({
  shell: ['browser', { option: true, scope: 'worker' }],
  kioskProcess: [
    async ({ shell }, use) => {
      const kiosk = await startKioskProcess({ serves: shell === 'browser' });
      await use(kiosk);
      await kiosk.stop();
    },
    { scope: 'worker' },
  ],
  page: async ({ shell, page, kioskProcess }, use) => {
    if (shell === 'browser') {
      await use(page);
      return;
    }
    test.skip(electronPath === null, "Electron's binary is not installed (npm run electron:install)");
    const electron = await openElectron(electronPath ?? '', kioskProcess);
    await use(electron.page);
    await electron.close();
  },
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

function collectFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') {
      faults.push(message.text());
    }
  });
  return faults;
}
