/** Goes through the staff door of a running kiosk; kioskctl's end of it. */
import { connect } from 'node:net';
import { KioskError } from '../../contract/error.ts';
import type { Transport } from '../../contract/transport.ts';
import { createLineTransport } from './line-transport.ts';

/** An answer may be longer than a question: a thousand gaps have some 200 kB. */
const maximumAnswerBytes = 16 * 1024 * 1024;
/** What says that nobody is behind the door. */
const nobody: ReadonlySet<unknown> = new Set(['ENOENT', 'ECONNREFUSED', 'ENOTSOCK']);

/** Null where no kiosk listens. Error: `staff-door-unreachable` where one may, but this user cannot get in. */
export async function connectStaffDoor(path: string): Promise<Transport | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Transport | null>();
  const socket = connect(path);
  socket.on('error', (error) => {
    // After the connection stood this changes nothing; its end is heard as `close`.
    const code = 'code' in error ? error.code : null;
    if (nobody.has(code)) {
      resolve(null);
      return;
    }
    const hint =
      code === 'EACCES' || code === 'EPERM' ? ' Run kioskctl as the user the kiosk runs as, or as root.' : '';
    const message = `The kiosk's door ${path} cannot be used (${error.message}).${hint}`;
    reject(new KioskError('staff-door-unreachable', message, { cause: error }));
  });
  socket.once('connect', () => {
    resolve(
      createLineTransport(socket, {
        maximumLineBytes: maximumAnswerBytes,
        maximumWaitingBytes: maximumAnswerBytes,
      }),
    );
  });
  return promise;
}
