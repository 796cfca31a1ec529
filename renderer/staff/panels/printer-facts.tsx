/** How the printer is, since when, and what is left of the roll. */
import type { PrinterOverview } from '../../../main/contract/printing.ts';
import { Notice } from '../../components/notice.tsx';
import { useWording } from '../../hooks/use-wording.ts';
import { momentWords, spanWords } from '../../wording/moment-words.ts';
import { numberWords } from '../../wording/number-words.ts';
import { printerStateKeys } from '../../wording/staff-words.ts';
import { StaffFacts } from '../staff-facts.tsx';

interface PrinterFactsProps {
  readonly overview: PrinterOverview;
  /** UTC epoch. */
  readonly nowMs: number;
}

export function PrinterFacts({ overview, nowMs }: PrinterFactsProps) {
  const { t, language } = useWording();
  const { status, roll, target, profile } = overview;
  const since = momentWords(status.sinceMs, nowMs, language);
  const number = (value: number) => numberWords(value, language);
  return (
    <>
      <Notice
        tone={toneOf(overview)}
        icon={status.state === 'ready' ? 'printer' : 'warning'}
        title={t(printerStateKeys[status.state])}
      >
        {status.paperNearEnd && <p>{t('staff.printer.nearEnd')}</p>}
        {status.state !== 'none' && (
          <p>{t('staff.printer.since', { time: since, span: spanWords(nowMs - status.sinceMs, t) })}</p>
        )}
      </Notice>
      {target !== null && (
        <StaffFacts
          title={t('staff.printer.facts')}
          facts={[
            {
              label: t('staff.printer.metresLeft'),
              value: t('staff.printer.metresOf', {
                left: number(Math.round(roll.metresLeft * 10) / 10),
                all: number(roll.rollMetres),
              }),
            },
            { label: t('staff.printer.slipsOnRoll'), value: number(roll.slipsOnRoll) },
            {
              label: t('staff.printer.rollChanged'),
              value:
                roll.changedAtMs === null
                  ? t('staff.printer.rollNeverChanged')
                  : momentWords(roll.changedAtMs, nowMs, language),
            },
            { label: t('staff.printer.slipsEver'), value: number(roll.slipsEver) },
            { label: t('staff.printer.target'), value: target, lang: 'en' },
            { label: t('staff.printer.profile'), value: profile, lang: 'en' },
          ]}
        />
      )}
    </>
  );
}

function toneOf({ status }: PrinterOverview) {
  if (status.state === 'ready') return status.paperNearEnd ? 'gold' : 'green';
  return status.state === 'unknown' || status.state === 'none' ? 'gold' : 'red';
}
