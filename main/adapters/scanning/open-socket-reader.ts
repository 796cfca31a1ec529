/** Opens the virtual reader's socket: a loopback port, or a UNIX socket. */
import { once } from 'node:events';
import { connect } from 'node:net';
import type { OpenedReader } from './reconnecting-source.ts';

/** Rejects with the reason, for staff. */
export async function openSocketReader(
  place: { readonly port: number } | { readonly path: string },
): Promise<OpenedReader> {
  const where = 'port' in place ? `port ${place.port} of this machine` : place.path;
  const socket = connect('port' in place ? { host: '127.0.0.1', port: place.port } : place);
  try {
    await once(socket, 'connect');
  } catch (cause) {
    throw new Error(`No virtual reader listens at ${where}.`, { cause });
  }
  socket.on('error', () => socket.destroy());
  // Nothing is said to a reader; one that hangs up is gone.
  socket.on('end', () => socket.destroy());
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  socket.once('close', () => resolve());
  return {
    onData: (listener) => socket.on('data', listener),
    onClose: (listener) => void closed.then(listener),
    isPresent: () => !socket.destroyed && socket.readyState === 'open',
    close: () => {
      socket.destroy();
      return closed;
    },
  };
}
