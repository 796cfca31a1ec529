/** `npm start`, after the bootstrap. Compiled code is kept between starts, which halves the time until the core is loaded. */
import { enableCompileCache } from 'node:module';
import { dirname, join } from 'node:path';

// In a folder that cannot be written Node goes without.
const cacheFolder = join(dirname(import.meta.dirname), 'node_modules', '.cache', 'compiled');
enableCompileCache(cacheFolder);
// For the core process, which inherits it.
process.env['NODE_COMPILE_CACHE'] = cacheFolder;

const { runStart } = await import('./start/run-start.ts');
process.exitCode = await runStart(process.argv.slice(2));
