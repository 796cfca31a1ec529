/** The one error type of the kiosk. Messages are for staff; what a citizen reads is chosen by `code` in the language files. */

/** Every code an operation may fail with. A code is never renamed: language files and manuals refer to it. */
export const errorCodes = [
  'invalid-request',
  'unknown-method',
  'invalid-result',
  'internal',
  'not-found',
  'unavailable',
  'start-failed',
  'configuration-invalid',
  'catalogue-missing',
  'catalogue-foreign',
  'catalogue-version',
  'catalogue-damaged',
  'source-unreadable',
  'output-refused',
  'output-failed',
  'data-folder-locked',
  'data-folder-unwritable',
  'journal-missing',
  'journal-foreign',
  'journal-version',
  'journal-damaged',
  'staff-session-required',
  'staff-door-unusable',
  'staff-door-unreachable',
  'kiosk-not-running',
  'port-in-use',
  'printer-unreachable',
  'printer-refused',
  'printer-timeout',
  'scanner-unreachable',
  'key-refused',
  'repository-damaged',
  'repository-refused',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

const retryableCodes: ReadonlySet<ErrorCode> = new Set([
  'unavailable',
  'printer-unreachable',
  'printer-timeout',
  'scanner-unreachable',
]);

/** An expected failure at a boundary. `cause` keeps what led to it; `message` tells staff what to do. */
export class KioskError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'KioskError';
    this.code = code;
  }

  /** Whether the same request may succeed later without anything being corrected. */
  get retryable(): boolean {
    return retryableCodes.has(this.code);
  }
}
