/** Hears every scan of a visit and does what the routing says. */
import { useEffect, useEffectEvent } from 'react';
import type { ScanNotice } from '../../main/contract/scanning.ts';
import { useKiosk, useKioskState } from '../hooks/kiosk-context.ts';
import type { ScanDesk } from './scan-desk.ts';
import { routeScan, type ScanWord } from './scan-routing.ts';

interface ScanRoutingOptions {
  readonly desk: ScanDesk;
  /** A slip comes out, or staff are at work. */
  readonly isBusy: boolean;
  /** Called with each scan: somebody is there. */
  readonly onScan: () => void;
  /** What is said over the page from now on; null where nothing is. */
  readonly say: (word: ScanWord | null) => void;
}

export function useScanRouting({ desk, isBusy, onScan, say }: ScanRoutingOptions): void {
  const { connection, open, replace } = useKiosk();
  const { screen } = useKioskState();

  const receive = useEffectEvent((scan: ScanNotice) => {
    onScan();
    const taker = desk.cardTaker();
    const step = routeScan(scan, { screen, isHeld: isBusy || desk.isHeld(), takesCard: taker !== null });
    if (step.kind === 'stay') return;
    say(step.kind === 'say' ? step.word : null);
    if (step.kind === 'open') open(step.screen);
    else if (step.kind === 'replace') replace(step.screen);
    else if (step.kind === 'take-card') taker?.(step.card);
  });

  useEffect(() => connection.on('scan.received', (scan) => receive(scan)), [connection]);
}
