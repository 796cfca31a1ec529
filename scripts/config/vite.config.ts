/** Builds the page of the kiosk (renderer/) into dist/page; also serves it for `npm run dev`. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const project = fileURLToPath(new URL('../..', import.meta.url));

export default defineConfig({
  root: `${project}renderer`,
  // Relative, so that the page works at the root of the loopback server and under Electron's own scheme alike.
  base: './',
  plugins: [react()],
  build: {
    outDir: `${project}dist/page`,
    emptyOutDir: true,
    // Debian's Chromium and Electron 45: nothing older has to be served.
    target: 'chrome140',
    // Fonts stay files: the policy forbids nothing there, and they are cached once.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
});
