/** The fault tests at full length (`npm run test:faults`); in `npm test` the same files run a part of it. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('../../', import.meta.url).pathname,
  test: {
    include: ['test/faults/**/*.test.ts'],
    environment: 'node',
    env: { KIOSK_FAULTS: 'all' },
    testTimeout: 600_000,
    pool: 'forks',
    reporters: ['default'],
  },
});
