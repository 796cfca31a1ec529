/** A virtual printer that can what a printer of some profile can, and no more. */
import type { PrinterProfile } from '../../main/core/printer-profile.ts';
import type { PrinterOptions } from './create-printer.ts';

export function behaveAs(
  profile: PrinterProfile,
): Pick<PrinterOptions, 'widthDots' | 'abilities' | 'state' | 'tearAfterMs'> {
  return {
    widthDots: profile.widthDots,
    abilities: {
      fence: profile.fence === 'gs-h',
      changes: profile.status === 'asb',
      clear: profile.clear === 'dle-dc4',
      recover: profile.clear !== 'none',
      cut: profile.cutter !== 'none',
      nearEndSensor: profile.nearEndSensor,
    },
    // Without a blade somebody has to tear, or no slip would ever come off.
    tearAfterMs: profile.cutter === 'none' ? 1_500 : undefined,
    state: { answers: profile.status !== 'none' || profile.fence !== 'none' },
  };
}
