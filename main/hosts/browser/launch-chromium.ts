/** Starts Chromium for the kiosk's page; the supervisor starts it again when it ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import type { Logger } from '../../core/ports.ts';
import type { SupervisedProcess } from '../supervisor.ts';
import { chromiumArguments } from './chromium-arguments.ts';
import { createDebuggingPipe } from './debugging-pipe.ts';
import { guardPage } from './guard-page.ts';

export interface LaunchChromiumOptions {
  readonly executablePath: string;
  readonly entryAddress: string;
  readonly dataFolder: string;
  readonly windowed: boolean;
  readonly withoutSandbox: boolean;
  readonly logger: Logger;
  /** A person closed the window; only where it is an ordinary one. */
  readonly onClosedByUser: () => void;
  /** For tests, e.g. `--headless`. */
  readonly furtherArguments?: readonly string[];
}

/** Last words of Chromium that are kept for the log, in characters. */
const lastWordsLength = 1_000;
const stopTimeoutMs = 3_000;

export function launchChromium(options: LaunchChromiumOptions): SupervisedProcess {
  const { executablePath, logger, windowed, withoutSandbox, furtherArguments = [] } = options;
  const profileFolder = createProfileFolder(options.dataFolder);
  const argumentList = [...furtherArguments, ...chromiumArguments({ profileFolder, windowed, withoutSandbox })];
  // A process group of its own, so that Ctrl-C in the terminal reaches the supervisor first.
  const stdio = ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] as const;
  const child = spawn(executablePath, argumentList, { stdio: [...stdio], detached: true });
  let lossReason: string | null = null;
  let stopWatching: (() => void) | null = null;
  let isStopping = false;

  const lose = (reason: string): void => {
    lossReason ??= reason;
    child.kill('SIGKILL');
  };
  const ended = endOf(child).then((reason) => {
    stopWatching?.();
    rmSync(profileFolder, { recursive: true, force: true, maxRetries: 5 });
    if (windowed && reason === 'exit code 0' && !isStopping) {
      options.onClosedByUser();
    }
    return lossReason ?? reason;
  });

  const [, , , toBrowser, fromBrowser] = child.stdio;
  if (toBrowser instanceof Writable && fromBrowser instanceof Readable) {
    const pipe = createDebuggingPipe(fromBrowser, toBrowser);
    const { entryAddress } = options;
    const guard = async (): Promise<void> => {
      try {
        stopWatching = await guardPage({ pipe, entryAddress, closesOthers: !windowed, logger, onLost: lose });
      } catch (error) {
        lose(error instanceof Error ? error.message : 'the page could not be opened');
      }
    };
    void guard();
  }
  return {
    onEnd: (listener) => {
      void ended.then(listener);
    },
    stop: async () => {
      isStopping = true;
      const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
      child.kill('SIGTERM');
      await ended;
      clearTimeout(timer);
    },
  };
}

/** In the data folder, or where that cannot be written (the screen then says so) in the system's temporary folder. */
function createProfileFolder(dataFolder: string): string {
  try {
    const parent = join(dataFolder, 'chromium');
    // Whatever an earlier, killed kiosk left there.
    rmSync(parent, { recursive: true, force: true });
    mkdirSync(parent, { recursive: true, mode: 0o700 });
    return mkdtempSync(join(parent, 'profile-'));
  } catch {
    return mkdtempSync(join(tmpdir(), 'kiosk-chromium-'));
  }
}

/** Resolves with the reason, and Chromium's last words where it failed. */
function endOf(child: ChildProcess): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  let lastWords = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-lastWordsLength);
  });
  child.once('error', (error) => resolve(error.message));
  child.once('exit', (code, signal) => {
    const reason = signal === null ? `exit code ${code}` : `signal ${signal}`;
    resolve(code === 0 || signal !== null ? reason : `${reason}: ${lastWords.trim()}`);
  });
  return promise;
}
