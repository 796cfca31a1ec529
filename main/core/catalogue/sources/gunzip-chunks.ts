/**
 * Unpacks gzip chunk by chunk. Node's stream drops what it has already unpacked when the archive turns out to be cut short;
 * here everything before the damage is handed over first, and only then the error comes.
 */
import { setImmediate } from 'node:timers/promises';
import { createGunzip, type Gunzip } from 'node:zlib';

/** Yields the unpacked bytes. Throws zlib's own error (`Z_BUF_ERROR` for a cut archive, `Z_DATA_ERROR` for a damaged one) after the last good byte. */
export async function* gunzipChunks(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const gunzip = createGunzip();
  const unpacked: Uint8Array[] = [];
  const failed = new Promise<never>((_resolve, reject) => {
    gunzip.on('error', reject);
  });
  // The failure is awaited in races below; a chunk being yielded meanwhile must not make it an unhandled rejection.
  failed.catch(() => undefined);
  gunzip.on('data', (chunk: Uint8Array) => unpacked.push(chunk));
  try {
    for await (const chunk of packed) {
      await Promise.race([written(gunzip, chunk), failed]);
      yield* unpacked.splice(0);
    }
    await setImmediate();
    yield* unpacked.splice(0);
    await Promise.race([ended(gunzip), failed]);
    yield* unpacked.splice(0);
  } finally {
    gunzip.destroy();
  }
}

function written(gunzip: Gunzip, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    gunzip.write(chunk, () => resolve());
  });
}

function ended(gunzip: Gunzip): Promise<void> {
  return new Promise((resolve) => {
    gunzip.on('end', resolve);
    gunzip.end();
  });
}
