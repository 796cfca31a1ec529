/** Reads a secret from standard input: typed unseen at a terminal, or as one line where another program gives it. */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { KioskError } from '../contract/error.ts';
import type { CliContext } from './cli-context.ts';

/** A longer line is no secret of ours; nobody shall fill the memory with it. */
const mostCharacters = 200;

interface TerminalInput extends NodeJS.ReadableStream {
  setRawMode(isRaw: boolean): unknown;
}

/** Whether a person types: then nothing of it may be shown. */
export function isTerminal(input: NodeJS.ReadableStream): input is TerminalInput {
  return 'isTTY' in input && input.isTTY === true && 'setRawMode' in input;
}

export interface UnseenInput {
  /** Asks on standard error and reads to the Enter key. Error: `invalid-request` where the person interrupts. */
  ask(question: string): Promise<string>;
  close(): void;
}

/** Shows not a letter of what is typed, nor a star for it. Backspace works; Ctrl-C and Ctrl-D interrupt. */
export function openUnseenInput(input: TerminalInput, context: CliContext): UnseenInput {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  // `terminal` puts the terminal into raw mode, in which it shows nothing by itself; readline shows it to nobody.
  const reader = createInterface({ input, output: silent, terminal: true, historySize: 0 });
  const typed: string[] = [];
  let isClosed = false;
  let settle: (() => void) | null = null;
  // Both lines may come at once, where they are pasted.
  reader.on('line', (line) => {
    typed.push(withBackspaces(line));
    settle?.();
  });
  reader.on('SIGINT', () => reader.close());
  reader.on('close', () => {
    isClosed = true;
    settle?.();
  });
  return {
    ask: async (question) => {
      context.notice(question);
      if (typed.length === 0 && !isClosed) {
        const { promise, resolve } = Promise.withResolvers<void>();
        settle = resolve;
        await promise;
      }
      context.notice('\n');
      const line = typed.shift();
      if (line === undefined) {
        throw new KioskError('invalid-request', 'Interrupted; nothing was changed.');
      }
      return line;
    },
    close: () => reader.close(),
  };
}

/** As it was meant: where TERM is `dumb`, readline takes the Backspace key for a letter. */
function withBackspaces(line: string): string {
  let text = '';
  for (const letter of line) {
    text = letter === '\u007F' || letter === '\b' ? text.slice(0, -1) : text + letter;
  }
  return text;
}

/** The first line without its end; what follows is left alone. Error: `invalid-request` where it is too long. */
export async function readLine(input: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const piece of input) {
    text += piece.toString();
    if (text.includes('\n')) {
      break;
    }
    if (text.length > mostCharacters) {
      throw new KioskError('invalid-request', `Standard input gives more than ${mostCharacters} characters in a line.`);
    }
  }
  return text.split(/\r?\n/u, 1)[0] ?? '';
}
