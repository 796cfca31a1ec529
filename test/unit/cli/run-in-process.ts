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

export async function run(words: readonly string[], input = ''): Promise<Run> {
  let output = '';
  let errors = '';
  const exitCode = await runKioskctl(words, {
    print: (text) => {
      output += text;
      return Promise.resolve();
    },
    notice: (text) => {
      errors += text;
    },
    progressStream: null,
    input: Readable.from([input]),
    columns: 80,
    projectFolder,
    dataFolder: join(tmpdir(), 'kiosk-that-never-ran'),
    logger: createRecordingLogger(),
    interrupted: new AbortController().signal,
  });
  return { exitCode, output, errors };
}
