/** What is left of the roll, what was printed, and how the printer is reached. */
import type { PrinterOverview } from '../../../main/contract/printing.ts';
import { useWording } from '../../hooks/use-wording.ts';
import { momentWords } from '../../wording/moment-words.ts';
import { numberWords } from '../../wording/number-words.ts';
import { StaffFacts } from '../staff-facts.tsx';

interface PrinterFactsProps {
  readonly overview: PrinterOverview;
  /** UTC epoch. */
  readonly nowMs: number;
}

export function PrinterFacts({ overview, nowMs }: PrinterFactsProps) {
  const { t, language } = useWording();
  const { roll, target, profile } = overview;
  const number = (value: number) => numberWords(value, language);
  const left = number(Math.round(roll.metresLeft * 10) / 10);
  const changed =
    roll.changedAtMs === null ? t('staff.printer.rollNeverChanged') : momentWords(roll.changedAtMs, nowMs, language);
  return (
    <StaffFacts
      title={t('staff.printer.facts')}
      facts={[
        {
          label: t('staff.printer.metresLeft'),
          value: t('staff.printer.metresOf', { left, all: number(roll.rollMetres) }),
        },
        { label: t('staff.printer.slipsOnRoll'), value: number(roll.slipsOnRoll) },
        { label: t('staff.printer.rollChanged'), value: changed },
        { label: t('staff.printer.slipsEver'), value: number(roll.slipsEver) },
        { label: t('staff.printer.target'), value: target, lang: 'en' },
        { label: t('staff.printer.profile'), value: profile, lang: 'en' },
      ]}
    />
  );
}
