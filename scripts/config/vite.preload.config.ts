/** The preload as the one CommonJS file that a sandboxed renderer loads. */
import { defineConfig } from 'vite';

const root = new URL('../../', import.meta.url).pathname;

export default defineConfig({
  root,
  publicDir: false,
  build: {
    outDir: 'dist/preload',
    emptyOutDir: true,
    target: 'es2024',
    minify: false,
    lib: { entry: 'preload/preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' },
    rolldownOptions: { external: ['electron'] },
  },
});
