/** Main process, core and the worker that makes catalogues as three modules for Electron, whose Node strips no types inside the package; libraries stay outside. */
import { defineConfig } from 'vite';

const root = new URL('../../', import.meta.url).pathname;

export default defineConfig({
  root,
  publicDir: false,
  build: {
    outDir: 'dist/electron',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    ssr: true,
    rolldownOptions: {
      input: {
        main: 'main/hosts/electron/main.ts',
        core: 'main/hosts/electron/core.ts',
        'catalogue-worker': 'main/hosts/catalogue-worker.ts',
      },
      // Whatever is neither a path of ours nor Vite's own comes from node_modules at run time.
      external: (id) => !/^[./\0]/u.test(id) && !id.startsWith('main/'),
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared-[hash].js' },
    },
  },
});
