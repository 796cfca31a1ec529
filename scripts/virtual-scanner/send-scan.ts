/** Holds something before a virtual reader that runs on this machine, and says what became of it. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect, type NetConnectOpts } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { ScannerTarget } from '../../main/adapters/scanning/scanner-target.ts';
import { heardBy } from './relay.ts';
import { scanDoorOf } from './virtual-scanner.ts';

export interface SendScanOptions {
  readonly target: Exclude<ScannerTarget, { kind: 'serial' }>;
  readonly pieces: readonly Uint8Array[];
  /** Between two pieces. */
  readonly gapMs: number;
}

/** Null where a kiosk heard it; otherwise why not, and what to do. */
export async function sendScan({ target, pieces, gapMs }: SendScanOptions): Promise<string | null> {
  const place = placeOf(target);
  // The pieces are to arrive as they are cut.
  const socket = connect({ ...place, noDelay: true });
  try {
    await once(socket, 'connect');
  } catch {
    return `No virtual reader listens at ${nameOf(target)}. Start the kiosk first: npm start`;
  }
  let answer = '';
  socket.on('data', (bytes) => {
    answer += bytes.toString();
  });
  socket.on('error', () => socket.destroy());
  const closed = once(socket, 'close');
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) {
      await wait(gapMs);
    }
    socket.write(piece);
  }
  socket.end();
  await closed;
  return Number(heardBy.exec(answer)?.[1] ?? 0) > 0
    ? null
    : `The virtual reader at ${nameOf(target)} runs, but no kiosk listens to it. Is it reader.target of the kiosk's configuration, and has the kiosk started?`;
}

function placeOf(target: SendScanOptions['target']): NetConnectOpts {
  if (target.kind === 'virtual') {
    return { host: '127.0.0.1', port: target.port };
  }
  const door = scanDoorOf(target.path);
  return { path: existsSync(door) ? door : target.path };
}

function nameOf(target: SendScanOptions['target']): string {
  return target.kind === 'virtual' ? `127.0.0.1:${target.port}` : target.path;
}
