/**
 * Whether a serial port is still plugged in. Unplugged while serialport reads, the port reads as empty for ever and serialport
 * goes on reading it, as fast as it can; an empty write tells.
 */
import { write, writeSync } from 'node:fs';
import type { SerialPort } from 'serialport';

/** How often it is made sure that the port is still there. */
const presenceMs = 1_000;
const nothing = new Uint8Array(0);

/** Calls `onGone` each second in which the port is open and gone; returns how to stop looking. */
export function watchPresence(port: SerialPort, onGone: (error: Error) => void): () => void {
  const timer = setInterval(() => {
    const descriptor = descriptorOf(port);
    if (descriptor !== null) {
      write(descriptor, nothing, (error) => {
        if (error !== null && isGone(error) && port.isOpen) {
          onGone(error);
        }
      });
    }
  }, presenceMs).unref();
  return () => clearInterval(timer);
}

/** At once; false also where it is closed. */
export function isPresent(port: SerialPort): boolean {
  if (!port.isOpen) {
    return false;
  }
  const descriptor = descriptorOf(port);
  try {
    // The port never blocks (O_NONBLOCK), and nothing is written.
    return descriptor === null || writeSync(descriptor, nothing) === 0;
  } catch (error) {
    return !isGone(error);
  }
}

function isGone(error: unknown): boolean {
  return !(error instanceof Error && 'code' in error && error.code === 'EAGAIN');
}

/** Null where it is closed, or where the system's ports have none. */
function descriptorOf({ port }: SerialPort): number | null {
  return port !== undefined && port.isOpen && 'fd' in port && typeof port.fd === 'number' ? port.fd : null;
}
