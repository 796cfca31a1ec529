/** Staff at the kiosk: the PIN first, then the panels for as long as the session lasts. The token is kept here alone. */
import { useCallback, useEffect, useState } from 'react';
import type { StaffEntry } from '../../main/contract/staff-session.ts';
import { staffSessionMs } from '../../main/contract/staff-session.ts';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { PinPad } from '../staff/pin-pad.tsx';
import { StaffDeskView } from '../staff/staff-desk-view.tsx';

interface OpenSession {
  readonly token: string;
  /** By the page's own clock that is never set (`performance.now`). */
  readonly endsAt: number;
}

export function StaffScreen() {
  const { connection, end, setBusy } = useKiosk();
  const [session, setSession] = useState<OpenSession | null>(null);
  const isOpen = session !== null;

  const begin = useCallback(({ token, endsAtMs }: Extract<StaffEntry, { outcome: 'open' }>) => {
    const leftMs = Math.min(staffSessionMs, endsAtMs - Date.now());
    setSession({ token, endsAt: performance.now() + leftMs });
  }, []);

  // The session's own time stands in for the question whether anybody is there.
  useEffect(() => {
    if (!isOpen) return undefined;
    setBusy(true);
    return () => {
      setBusy(false);
      // Whichever way the screen was left; a core that cannot be reached has no session after its restart.
      connection.call('staff.leave', {}).catch(() => undefined);
    };
  }, [isOpen, connection, setBusy]);

  return session === null ? (
    <PinPad onOpen={begin} />
  ) : (
    <StaffDeskView token={session.token} endsAt={session.endsAt} onEnd={end} />
  );
}
