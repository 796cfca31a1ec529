/**
 * A pseudo-terminal behind a link, as a device at a serial line. Node cannot make one; `script` of util-linux can, and every
 * Debian has it: what the host writes comes out of it, what goes in reaches the host.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync, rmSync, symlinkSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';

/** Sets the line raw, tells its name and lives until its third pipe ends: with its owner, however that dies. */
const inside = 'stty raw -echo && tty && exec cat <&3 >/dev/null';

interface Terminal {
  readonly child: ChildProcess;
  readonly input: Writable;
  readonly output: Readable;
  /** The third pipe. */
  readonly life: Readable | Writable;
  readonly device: string;
}

/** Plugged in: the link leads to it. */
export interface LinkedTerminal {
  /** What goes in reaches the host. */
  readonly input: Writable;
  /** What the host writes. */
  readonly output: Readable;
  /** Takes link and terminal away. */
  unplug(): Promise<void>;
}

/** Makes `link` point to a new terminal; a link that lies there is replaced. Rejects where that cannot be. */
export async function plugInTerminal(link: string): Promise<LinkedTerminal> {
  refuseFile(link);
  const terminal = await openTerminal();
  try {
    rmSync(link, { force: true });
    symlinkSync(terminal.device, link);
  } catch (error) {
    await end(terminal);
    throw error;
  }
  return {
    input: terminal.input,
    output: terminal.output,
    unplug: async () => {
      rmSync(link, { force: true });
      await end(terminal);
    },
  };
}

async function openTerminal(): Promise<Terminal> {
  const child = spawn('script', ['-qfec', inside, '/dev/null'], { stdio: ['pipe', 'pipe', 'ignore', 'pipe'] });
  const { stdin: input, stdout: output } = child;
  const life = child.stdio[3];
  if (input === null || output === null || life === null || life === undefined) {
    throw new Error('a child process without the pipes it was given');
  }
  // A host that is gone while something is said to it is no fault.
  input.on('error', () => undefined);
  const device = await new Promise<string>((resolve, reject) => {
    let said = '';
    const listen = (bytes: Buffer): void => {
      said += bytes.toString('latin1');
      const [, name] = /(\/dev\/\S+)\r?\n/u.exec(said) ?? [];
      if (name !== undefined) {
        output.off('data', listen);
        resolve(name);
      }
    };
    output.on('data', listen);
    child.once('error', (error) =>
      reject(new Error(`a pseudo-terminal needs "script" (package bsdutils): ${error.message}`)),
    );
    child.once('exit', () => reject(new Error(`no pseudo-terminal could be made: ${said.trim()}`)));
  });
  return { child, input, output, life, device };
}

async function end({ child, life }: Terminal): Promise<void> {
  const ended = once(child, 'exit');
  // Told to end it would take two seconds over it.
  life.destroy();
  await ended;
}

/** Only a link is ours to replace. */
function refuseFile(link: string): void {
  if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() === false) {
    throw new Error(`${link} is there already and is no link`);
  }
}
