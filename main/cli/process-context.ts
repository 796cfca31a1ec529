/** The context of a real terminal. */
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createLineLogger } from '../adapters/logging/line-logger.ts';
import { defaultDataFolder } from '../core/data-folder.ts';
import type { CliContext } from './cli-context.ts';

const narrowest = 60;
const widest = 110;
const usual = 100;

/** Ctrl-C and a termination signal fire `interrupted` once; a second one ends the process as usual. */
export function createProcessContext(): CliContext {
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => interruption.abort());
  }
  // A reader such as `head` may close the pipe early; that ends the output, not with a stack trace.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') {
      throw error;
    }
    process.exit();
  });
  return {
    async print(text) {
      if (!process.stdout.write(text)) {
        await once(process.stdout, 'drain');
      }
    },
    notice: (text) => process.stderr.write(text),
    progressStream: process.stderr.isTTY ? process.stderr : null,
    input: process.stdin,
    columns: Math.min(widest, Math.max(narrowest, process.stdout.columns || usual)),
    projectFolder: resolve(import.meta.dirname, '../..'),
    dataFolder: defaultDataFolder(process.env, process.platform),
    logger: createLineLogger((text) => process.stderr.write(text), { nowMs: () => Date.now() }, 'kioskctl'),
    interrupted: interruption.signal,
  };
}
