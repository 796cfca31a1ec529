/** Waits for what another process or the operating system does in its own time. */
import { setTimeout as wait } from 'node:timers/promises';

const tryMs = 5;
const usualMs = 5_000;

/** Error: where it is not so in time. */
export async function until(isSo: () => boolean, timeoutMs = usualMs): Promise<void> {
  for (let waitedMs = 0; !isSo(); waitedMs += tryMs) {
    if (waitedMs > timeoutMs) {
      throw new Error(`It is not so after ${timeoutMs} ms.`);
    }
    await wait(tryMs);
  }
}
