/** A kiosk in processes of its own, as `npm start` runs it, for benches that look at its screen. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface BenchKiosk {
  /** To be opened in a browser, token included. */
  readonly entryAddress: string;
  /** Of the reference portal; null where none was started. */
  readonly portalAddress: () => string | null;
  stop(): Promise<void>;
}

/** Its data folder is `folder/data`; the bundled catalogue where none is named. Rejects where it ends before it serves. */
export async function startBenchKiosk(
  folder: string,
  configuration: Readonly<Record<string, unknown>>,
  catalogueFolder: string | null,
): Promise<BenchKiosk> {
  const configurationPath = join(folder, 'site.json');
  writeFileSync(configurationPath, JSON.stringify(configuration));
  const words = ['--shell=none', '--port=0', `--data-dir=${join(folder, 'data')}`, `--config=${configurationPath}`];
  const catalogue = catalogueFolder === null ? [] : [`--catalogue=${catalogueFolder}`];
  const child = spawn(process.execPath, ['scripts/start.ts', ...words, ...catalogue], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
  };
  let portal: string | null = null;
  const served = Promise.withResolvers<string>();
  child.once('exit', () => served.reject(new Error('the kiosk ended before it served anything')));
  createInterface({ input: child.stderr }).on('line', (line) => {
    portal = /reference portal listens on (http:[^,\s]+)/u.exec(line)?.[1] ?? portal;
    const address = /open (http:\S+)/u.exec(line)?.[1];
    if (address !== undefined) {
      served.resolve(address);
    }
  });
  return { entryAddress: await served.promise, portalAddress: () => portal, stop };
}
