/** The log: one line of text an event, `time level message key=value …`, read by people and by journald alike. */
import type { Clock, Logger } from '../../core/ports.ts';

/**
 * `write` takes a whole line with its line feed. Values stand as JSON where they hold anything but plain characters,
 * so that no value can begin a line of its own.
 */
export function createLineLogger(write: (line: string) => void, clock: Clock, source: string): Logger {
  const log =
    (level: string) =>
    (message: string, fields: Readonly<Record<string, unknown>> = {}): void => {
      const facts = Object.entries({ source, ...fields }).map(([key, value]) => `${key}=${formatValue(value)}`);
      write(`${[new Date(clock.nowMs()).toISOString(), level, formatMessage(message), ...facts].join(' ')}\n`);
    };
  return { info: log('info'), warn: log('warn'), error: log('error') };
}

function formatMessage(message: string): string {
  return JSON.stringify(message);
}

function formatValue(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return /^[\w./:@-]+$/u.test(text) ? text : JSON.stringify(text);
}
