/** How the printer is, and since when. */
import type { PrinterStatus } from '../../../main/contract/kiosk.ts';
import { Notice } from '../../components/notice.tsx';
import { useWording } from '../../hooks/use-wording.ts';
import { momentWords, spanWords } from '../../wording/moment-words.ts';
import { printerStateKeys } from '../../wording/staff-words.ts';

interface PrinterStateProps {
  readonly status: PrinterStatus;
  /** UTC epoch. */
  readonly nowMs: number;
}

export function PrinterState({ status, nowMs }: PrinterStateProps) {
  const { t, language } = useWording();
  const { state, paperNearEnd, sinceMs } = status;
  const time = momentWords(sinceMs, nowMs, language);
  return (
    <Notice tone={toneOf(status)} icon={state === 'ready' ? 'printer' : 'warning'} title={t(printerStateKeys[state])}>
      {paperNearEnd && <p>{t('staff.printer.nearEnd')}</p>}
      {state !== 'none' && <p>{t('staff.printer.since', { time, span: spanWords(nowMs - sinceMs, t) })}</p>}
    </Notice>
  );
}

function toneOf({ state, paperNearEnd }: PrinterStatus) {
  if (state === 'ready') return paperNearEnd ? 'gold' : 'green';
  return state === 'unknown' || state === 'none' ? 'gold' : 'red';
}
