/** Answers whose body nobody wants, such as the page a server sends with "not found". */
import type { IncomingMessage } from 'node:http';
import type { ScheduleAfter } from '../../core/ports.ts';

/** Longer ones cost more than a new connection. */
const mostBytes = 4_096;
const mostMs = 5_000;

/** A short body is let run out, so that the connection serves the next request; anything else ends with its connection. */
export function leaveUnread(response: IncomingMessage, schedule: ScheduleAfter): void {
  const lengthText = response.headers['content-length'];
  const hasNone = response.statusCode === 304;
  if (!hasNone && (lengthText === undefined || Number(lengthText) > mostBytes)) {
    response.destroy();
    return;
  }
  const callOff = schedule(mostMs, () => response.destroy());
  response.once('close', callOff);
  response.resume();
}
