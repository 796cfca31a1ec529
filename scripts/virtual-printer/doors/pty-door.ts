/**
 * A pseudo-terminal behind a link, as a printer on a serial line. Node cannot make one; `script` of util-linux can, and every
 * Debian has it: what the host writes comes out of it, what goes in reaches the host.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync, rmSync, symlinkSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import type { Door } from '../conversation.ts';
import type { Printer } from '../create-printer.ts';
import { type OneHost, serveOneHost } from './one-host.ts';

/** Sets the line raw, tells its name and lives until its third pipe ends: with the printer, however that dies. */
const inside = 'stty raw -echo && tty && exec cat <&3 >/dev/null';

interface Terminal {
  readonly child: ChildProcess;
  readonly input: Writable;
  readonly output: Readable;
  /** The third pipe. */
  readonly life: Readable | Writable;
  readonly device: string;
}

/** Makes `link` point to the terminal; a link that lies there is replaced. Rejects where that cannot be. */
export async function openPtyDoor(printer: Printer, link: string): Promise<Door> {
  let unplug: (() => Promise<void>) | null = null;
  let host: OneHost | null = null;
  /** One after the other: plugging in takes a moment. */
  let turn: Promise<void> = Promise.resolve();

  async function plug(): Promise<void> {
    refuseFile(link);
    const terminal = await openTerminal();
    try {
      rmSync(link, { force: true });
      symlinkSync(terminal.device, link);
    } catch (error) {
      await end(terminal);
      throw error;
    }
    const conversation = printer.greet({
      door: 'pty',
      send: (bytes) => (terminal.input.writable ? terminal.input.write(bytes) : undefined),
      cut: () => {
        conversation.leave();
        change(true);
      },
    });
    host = serveOneHost(terminal.output, conversation);
    unplug = async () => {
      conversation.leave();
      rmSync(link, { force: true });
      await end(terminal);
    };
  }

  async function pull(): Promise<void> {
    const leave = unplug;
    unplug = null;
    host = null;
    await leave?.();
  }

  function change(plugged: boolean): void {
    turn = turn.then(pull).then(() => (plugged && printer.state.reachable ? plug() : undefined));
    // Whoever asks is told.
    turn.catch(() => undefined);
  }

  await plug();
  let reachable = true;
  return {
    address: link,
    pump: () => host?.pump(),
    setReachable(wanted) {
      if (wanted !== reachable) {
        reachable = wanted;
        change(wanted);
      }
    },
    settled: () => turn,
    async close() {
      await turn;
      await pull();
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
