/** With this a screen stays whatever is scanned: a slip comes out, waits for a hand, or is asked about. */
import { useEffect } from 'react';
import { useScanDesk } from './scan-desk.ts';

export function useScanHold(isHeld: boolean): void {
  const desk = useScanDesk();
  useEffect(() => (isHeld ? desk.hold() : undefined), [desk, isHeld]);
}
