/** Browser tests: the same specs on the browser shell and, where Electron's binary is installed, on Electron. */
import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import type { Shell } from '../../test/e2e/kiosk-test.ts';
import { findElectron } from '../start/find-programs.ts';

const chromiumPath = process.env['KIOSK_CHROMIUM'] ?? '/usr/bin/chromium';
const root = new URL('../../', import.meta.url).pathname;

const timed = /typing-speed\.spec\.ts/;

if (!existsSync(chromiumPath)) {
  process.stderr.write(
    `The browser tests are skipped: there is no Chromium at ${chromiumPath} (KIOSK_CHROMIUM names another).\n`,
  );
}

// Workers read this file too; the person is told once.
if (process.env['TEST_WORKER_INDEX'] === undefined && findElectron(root, process.env) === null) {
  process.stderr.write(
    "The specs of the project electron are skipped: Electron's binary is not installed (npm run electron:install).\n",
  );
}

export default defineConfig<object, { shell: Shell }>({
  testDir: `${root}test/e2e`,
  testMatch: existsSync(chromiumPath) ? '**/*.spec.ts' : 'nothing',
  outputDir: `${root}test-results`,
  fullyParallel: true,
  forbidOnly: process.env['CI'] === 'true',
  workers: 2,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    actionTimeout: 10_000,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    hasTouch: true,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromiumPath,
      // Root has no sandbox; the rest keeps Chromium from calling home on a closed network.
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
      ],
    },
  },
  projects: [
    { name: 'portrait', testIgnore: timed, use: { viewport: { width: 1080, height: 1920 } } },
    { name: 'landscape', testIgnore: timed, use: { viewport: { width: 1920, height: 1080 } } },
    {
      name: 'electron',
      testMatch: existsSync(chromiumPath) ? /(citizen|leaving|manners)\.spec\.ts/ : 'nothing',
      use: { shell: 'electron' },
    },
    // What is timed has the machine for itself, after everything else.
    {
      name: 'timed',
      testMatch: existsSync(chromiumPath) ? timed : 'nothing',
      dependencies: ['portrait', 'landscape', 'electron'],
      workers: 1,
    },
  ],
});
