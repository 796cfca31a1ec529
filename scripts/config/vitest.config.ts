/** Unit and contract tests. Browser tests run under Playwright (playwright.config.ts). */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const root = new URL('../../', import.meta.url).pathname;

export default defineConfig({
  root,
  plugins: [react()],
  resolve: {
    // The electron package starts a download when it is required under plain Node; tests get a typed fake instead.
    alias: { electron: `${root}test/fakes/electron.ts` },
  },
  test: {
    include: ['test/{unit,contract,faults}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 20_000,
    // Several suites open real sockets and SQLite files; processes keep a crash in one from hiding the rest.
    pool: 'forks',
    reporters: ['default'],
  },
});
