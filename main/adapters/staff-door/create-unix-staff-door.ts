/** The staff door as a Unix socket in the data folder, for the kiosk's own user (and root) alone. */
import { once } from 'node:events';
import { chmodSync, lstatSync, unlinkSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { maximumRequestLength } from '../../contract/envelope.ts';
import { KioskError } from '../../contract/error.ts';
import type { Logger, StaffDoor } from '../../core/ports.ts';
import { createLineTransport } from './line-transport.ts';
import { pathTooLong } from './staff-socket-path.ts';

/** Tools at one time; a person uses one. */
const mostTools = 8;
/** A tool that says nothing for so long is sent off, in milliseconds. */
const silenceMs = 60_000;
const ownerOnly = 0o600;
const maximumWaitingBytes = 4 * 1024 * 1024;

/** The caller holds the lock of the folder the path lies in: whatever socket lies there belongs to nobody. */
export function createUnixStaffDoor(path: string, logger: Logger): StaffDoor {
  const sockets = new Set<Socket>();
  const server = createServer();
  server.maxConnections = mostTools;
  server.on('drop', () => logger.warn('A staff tool was turned away', { reason: 'too many at one time' }));

  return {
    open: async (welcome) => {
      server.on('connection', (socket) => {
        sockets.add(socket);
        socket.once('close', () => sockets.delete(socket));
        socket.on('error', (error) => logger.warn('The connection of a staff tool failed', { reason: error.message }));
        socket.setTimeout(silenceMs, () => socket.destroy());
        welcome(
          createLineTransport(socket, {
            // A letter of the contract's longest text takes at most three bytes.
            maximumLineBytes: maximumRequestLength * 3,
            maximumWaitingBytes,
            onRefused: (reason) => logger.warn('A staff tool was sent off', { reason }),
          }),
        );
      });
      try {
        await listen(server, path);
      } catch (error) {
        throw unusable(path, error);
      }
      server.on('error', (error) => logger.error('The staff door failed', { reason: error.message }));
    },
    close: async () => {
      if (!server.listening) {
        return;
      }
      const closed = once(server, 'close');
      // Takes the socket's file away too.
      server.close();
      for (const socket of sockets) {
        socket.destroy();
      }
      await closed;
    },
  };
}

async function listen(server: Server, path: string): Promise<void> {
  const tooLong = pathTooLong(path);
  if (tooLong !== null) {
    throw new Error(tooLong);
  }
  removeStaleSocket(path);
  const listening = once(server, 'listening');
  // The socket is made within `listen`; from its first moment on nobody else may come in.
  const umask = process.umask(0o777 & ~ownerOnly);
  try {
    server.listen(path);
  } finally {
    process.umask(umask);
  }
  await listening;
  chmodSync(path, ownerOnly);
}

/** Left by a kiosk that was killed. Anything but a socket is somebody's file and stays. */
function removeStaleSocket(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) {
    return;
  }
  if (!found.isSocket()) {
    throw new Error(`${path} is there and no socket; move it away and start the kiosk again`);
  }
  unlinkSync(path);
}

function unusable(path: string, cause: unknown): KioskError {
  const reason = cause instanceof Error ? cause.message : 'unknown reason';
  return new KioskError('staff-door-unusable', `The staff door ${path} cannot be opened: ${reason}.`, { cause });
}
