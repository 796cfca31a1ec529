/** Runs a command line of kioskctl inside the test, with output and errors kept apart. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { runKioskctl } from '../../../main/cli/run-kioskctl.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { projectFolder } from '../catalogue/build-fixtures.ts';

export interface Run {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

export interface RunOptions {
  /** Hears each notice as it comes. */
  readonly onNotice?: (text: string) => void;
  /** Hears all that was printed so far, with each piece. */
  readonly onOutput?: (output: string) => void;
  /** Ctrl-C. */
  readonly interrupted?: AbortSignal;
}

export async function run(words: readonly string[], input = '', options: RunOptions = {}): Promise<Run> {
  let output = '';
  let errors = '';
  const exitCode = await runKioskctl(words, {
    print: (text) => {
      output += text;
      options.onOutput?.(output);
      return Promise.resolve();
    },
    notice: (text) => {
      errors += text;
      options.onNotice?.(text);
    },
    progressStream: null,
    input: Readable.from([input]),
    columns: 80,
    projectFolder,
    dataFolder: join(tmpdir(), 'kiosk-that-never-ran'),
    logger: createRecordingLogger(),
    interrupted: options.interrupted ?? new AbortController().signal,
  });
  return { exitCode, output, errors };
}
