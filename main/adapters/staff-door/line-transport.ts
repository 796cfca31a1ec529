/** Carries messages over a stream as lines: one JSON text each, ended by a line feed. */
import type { Socket } from 'node:net';
import type { Transport } from '../../contract/transport.ts';

export interface LineTransportOptions {
  /** A longer line ends the connection. */
  readonly maximumLineBytes: number;
  /** Answers that the other side does not take; more ends the connection. */
  readonly maximumWaitingBytes: number;
  /** Hears why this side ended the connection. */
  readonly onRefused?: (reason: string) => void;
}

const lineFeed = 0x0a;

/** Takes the socket over. What is left without a line feed at the end is no message. */
export function createLineTransport(socket: Socket, options: LineTransportOptions): Transport {
  const { maximumLineBytes, maximumWaitingBytes, onRefused } = options;
  let pieces: Buffer[] = [];
  let pieceBytes = 0;

  const refuse = (reason: string): void => {
    pieces = [];
    onRefused?.(reason);
    socket.destroy();
  };

  const takeIn = (bytes: Buffer, onLine: (line: string) => void): void => {
    let start = 0;
    while (!socket.destroyed) {
      const end = bytes.indexOf(lineFeed, start);
      const piece = bytes.subarray(start, end === -1 ? bytes.length : end);
      pieceBytes += piece.length;
      if (pieceBytes > maximumLineBytes) {
        refuse('a line is too long');
        return;
      }
      pieces.push(piece);
      if (end === -1) {
        return;
      }
      // Put together before decoding, so that no letter is cut between two pieces.
      const line = Buffer.concat(pieces).toString('utf8');
      pieces = [];
      pieceBytes = 0;
      start = end + 1;
      onLine(line);
    }
  };

  return {
    send: (text) => {
      if (!socket.writable) {
        return;
      }
      socket.write(`${text}\n`);
      if (socket.writableLength > maximumWaitingBytes) {
        refuse('answers are not taken');
      }
    },
    onMessage: (listener) => {
      socket.on('data', (bytes: Buffer) => takeIn(bytes, listener));
    },
    onClose: (listener) => {
      socket.once('close', () => listener());
    },
    close: () => {
      socket.end();
    },
  };
}
