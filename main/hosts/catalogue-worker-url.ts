/** Where the worker's entry lies: beside this file in the sources, beside the bundle under Electron (vite.electron.config.ts). */

// A literal in `new URL` would make the bundler copy the sources.
const name = import.meta.url.endsWith('.ts') ? 'catalogue-worker.ts' : 'catalogue-worker.js';

export const catalogueWorkerUrl = new URL(name, import.meta.url);
