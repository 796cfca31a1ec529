/** A reader without hardware: a loopback socket, or a pseudo-terminal with a socket beside it through which it is given its scans. */
import { rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { plugInTerminal } from '../pseudo-terminal/plug-in-terminal.ts';
import { type CutScan, cutScan } from './cut-scan.ts';
import { openRelay } from './relay.ts';

export interface ScannerInHand {
  /** Sends as the hardware would, terminator included. */
  readonly scan: (payload: string, how?: CutScan) => void;
  /** Sends these bytes and no others. */
  readonly send: (bytes: Uint8Array) => void;
  /** Pulls the plug. */
  readonly close: () => Promise<void>;
}

export interface VirtualScanner extends ScannerInHand {
  readonly port: number;
}

/** `port` 0 takes any free one. Rejects where the port is taken. */
export async function startVirtualScanner(options: { readonly port: number }): Promise<VirtualScanner> {
  const { server, send, close } = await openRelay({ host: '127.0.0.1', port: options.port });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    ...scannerInHand(send, close),
  };
}

/** Where a reader at this path is given its scans. */
export function scanDoorOf(path: string): string {
  return `${path}.scan`;
}

/** Makes `link` lead to a pseudo-terminal. Rejects where that cannot be, or where another one has the link. */
export async function startVirtualScannerAt(link: string): Promise<ScannerInHand> {
  const door = scanDoorOf(link);
  await removeDeadSocket(door);
  // The door first: it is taken where another one runs, and the link stays as it is.
  let input: NodeJS.WritableStream | null = null;
  const relay = await openRelay({ path: door }, { count: 1, send: (bytes) => void input?.write(bytes) });
  try {
    const terminal = await plugInTerminal(link);
    terminal.output.resume();
    input = terminal.input;
    return scannerInHand(relay.send, async () => {
      input = null;
      await terminal.unplug();
      await relay.close();
    });
  } catch (error) {
    await relay.close();
    throw error;
  }
}

function scannerInHand(send: (bytes: Uint8Array) => void, close: () => Promise<void>): ScannerInHand {
  return {
    scan: (payload, how) => {
      for (const piece of cutScan(payload, how)) {
        send(piece);
      }
    },
    send,
    close,
  };
}

/** One that a killed run left behind. */
async function removeDeadSocket(path: string): Promise<void> {
  if (statSync(path, { throwIfNoEntry: false })?.isSocket() !== true) {
    return;
  }
  const isDead = await new Promise<boolean>((resolve) => {
    const socket = connect({ path });
    socket.once('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', () => resolve(true));
  });
  if (isDead) {
    rmSync(path, { force: true });
  }
}
