/** What a command of kioskctl may touch of the world; tests hand in their own. */
import type { Logger } from '../core/ports.ts';

export interface CliContext {
  /** Standard output: the answer and nothing else. Resolves when more may be written. */
  print(text: string): Promise<void>;
  /** Standard error: notices and errors. */
  notice(text: string): void;
  /** Standard error as a stream, for the progress bar; null where it is not a terminal. */
  readonly progressStream: NodeJS.WritableStream | null;
  /** Standard input, as text lines are read from it. */
  readonly input: NodeJS.ReadableStream;
  /** Characters a line of text output may have. */
  readonly columns: number;
  /** Where `data/` and `dist/` lie. */
  readonly projectFolder: string;
  /** The data folder of `npm start` unless another is named. */
  readonly dataFolder: string;
  /** Standard error too: what the core tells staff while a command runs it. */
  readonly logger: Logger;
  /** Fires when the user interrupts; a build then clears away what it made. */
  readonly interrupted: AbortSignal;
}
