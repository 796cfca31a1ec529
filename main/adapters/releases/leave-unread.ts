/** Answers whose body nobody wants, such as the page a server sends with "not found". */
import type { IncomingMessage } from 'node:http';
import type { ScheduleAfter } from '../../core/ports.ts';

/** Longer ones cost more than a new connection. */
const mostBytes = 4_096;
const mostMs = 5_000;

/**
 * A short body is let run out, so that the connection serves the next request, and is free for it when this resolves;
 * anything else ends with its connection.
 */
export async function leaveUnread(response: IncomingMessage, schedule: ScheduleAfter): Promise<void> {
  const lengthText = response.headers['content-length'];
  const hasNone = response.statusCode === 304;
  if (!hasNone && (lengthText === undefined || Number(lengthText) > mostBytes)) {
    response.destroy();
    return;
  }
  const { promise, resolve } = Promise.withResolvers<void>();
  response.once('close', resolve);
  response.on('error', () => undefined);
  const callOff = schedule(mostMs, () => void response.destroy());
  response.resume();
  await promise;
  callOff();
}
