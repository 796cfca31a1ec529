/** What the serial line and the pipe share: one lasting conversation, and a stream that is read only as fast as the printer takes. */
import type { Readable } from 'node:stream';
import type { Conversation } from '../conversation.ts';

export interface OneHost {
  pump(): void;
}

/** Offers what `stream` brings; while the printer takes nothing the stream is not read, so that the host is held up. */
export function serveOneHost(stream: Readable, conversation: Conversation): OneHost {
  let waiting: Uint8Array = new Uint8Array(0);
  let pumping = false;
  const pump = (): void => {
    if (pumping) {
      return;
    }
    pumping = true;
    for (let taken = 1; taken > 0 && waiting.length > 0; ) {
      taken = conversation.offer(waiting);
      waiting = waiting.subarray(taken);
    }
    pumping = false;
    if (waiting.length === 0) {
      stream.resume();
    } else {
      stream.pause();
    }
  };
  stream.on('data', (bytes: Buffer) => {
    waiting = waiting.length === 0 ? bytes : Buffer.concat([waiting, bytes]);
    pump();
  });
  return { pump };
}
