/**
 * Builds the page of the kiosk (renderer/) into dist/page; also serves it for `npm run dev`. With `--mode fixture` the same
 * page beside a fake core (test/fixtures/renderer), for looking at screens without a server.
 */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const project = fileURLToPath(new URL('../..', import.meta.url));

const places = {
  page: { root: `${project}renderer`, outDir: `${project}dist/page` },
  fixture: { root: `${project}test/fixtures/renderer`, outDir: `${project}dist/renderer-fixture` },
};

export default defineConfig(({ mode }) => ({
  root: placeFor(mode).root,
  // Relative, so that the page works at the root of the loopback server and under Electron's own scheme alike.
  base: './',
  plugins: [react()],
  build: {
    outDir: placeFor(mode).outDir,
    emptyOutDir: true,
    // Debian's Chromium and Electron 45: nothing older has to be served.
    target: 'chrome140',
    // Fonts stay files: the policy forbids nothing there, and they are cached once.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
}));

function placeFor(mode: string): { root: string; outDir: string } {
  return mode === 'fixture' ? places.fixture : places.page;
}
