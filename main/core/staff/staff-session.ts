/** The one staff session at a time: a random token that opens the staff methods for five minutes. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { staffSessionMs } from '../../contract/staff-session.ts';
import type { Clock } from '../ports.ts';

export interface StaffSession {
  /** Begins one; another that was open is over. `token` has 256 bits. `endsAtMs`: UTC epoch. */
  open(): { readonly token: string; readonly endsAtMs: number };
  isOpen(token: string): boolean;
  /** False where none was open. */
  close(): boolean;
}

const tokenBytes = 32;
/** A clock that is kept by a time server goes back by less; one that went back by more ends the session. */
const mostBackMs = 2_000;

export function createStaffSession(clock: Clock): StaffSession {
  let session: { readonly token: Buffer; readonly endsAtMs: number; latestMs: number } | null = null;

  const close = (): boolean => {
    const wasOpen = session !== null;
    session = null;
    return wasOpen;
  };

  return {
    close,
    open: () => {
      const token = randomBytes(tokenBytes).toString('base64url');
      const latestMs = clock.nowMs();
      const endsAtMs = latestMs + staffSessionMs;
      session = { token: Buffer.from(token), endsAtMs, latestMs };
      return { token, endsAtMs };
    },
    isOpen: (token) => {
      if (session === null) {
        return false;
      }
      const nowMs = clock.nowMs();
      if (nowMs >= session.endsAtMs || nowMs < session.latestMs - mostBackMs) {
        close();
        return false;
      }
      session.latestMs = Math.max(session.latestMs, nowMs);
      const given = Buffer.from(token);
      return given.length === session.token.length && timingSafeEqual(given, session.token);
    },
  };
}
