/** A named pipe: bytes go in and nothing comes back, as with a device file that was only opened for writing. */
import { spawnSync } from 'node:child_process';
import { closeSync, constants, openSync, statSync, unlinkSync } from 'node:fs';
import { Socket } from 'node:net';
import type { Door } from '../conversation.ts';
import type { Printer } from '../create-printer.ts';
import { type OneHost, serveOneHost } from './one-host.ts';

/** Makes the pipe at `path`, or takes one that lies there. Throws where it cannot be made or something else is there. */
export function openPipeDoor(printer: Printer, path: string): Door {
  let leave: (() => void) | null = null;
  let host: OneHost | null = null;

  function open(): void {
    makePipe(path);
    // For writing too, so that it does not end when a writer goes.
    const file = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
    const socket = new Socket({ fd: file, readable: true, writable: false });
    socket.on('error', () => shut());
    const conversation = printer.greet({ door: 'pipe', send: () => undefined, cut: () => queueMicrotask(reopen) });
    host = serveOneHost(socket, conversation);
    leave = () => {
      conversation.leave();
      socket.destroy();
      unlinkSync(path);
    };
  }

  function shut(): void {
    leave?.();
    leave = null;
    host = null;
  }

  function reopen(): void {
    if (leave !== null) {
      shut();
      open();
    }
  }

  open();
  return {
    address: path,
    pump: () => host?.pump(),
    setReachable(wanted) {
      if (!wanted) {
        shut();
      } else if (leave === null) {
        open();
      }
    },
    settled: () => Promise.resolve(),
    close() {
      shut();
      return Promise.resolve();
    },
  };
}

function makePipe(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isFIFO() === true) {
    // One that a killed run left behind; it can be opened, or the error says why not.
    closeSync(openSync(path, constants.O_RDWR | constants.O_NONBLOCK));
    return;
  }
  const made = spawnSync('mkfifo', [path], { encoding: 'utf8' });
  if (made.status !== 0) {
    throw new Error(`the pipe ${path} cannot be made: ${made.error?.message ?? made.stderr.trim()}`);
  }
}
