/** The kiosk at a glance: what staff should do something about first, then how it is. */
import type { KioskStatus } from '../../../main/contract/status.ts';
import { Answered } from '../../components/answered.tsx';
import { useWording } from '../../hooks/use-wording.ts';
import { dateWords } from '../../wording/date-words.ts';
import { momentWords, spanWords } from '../../wording/moment-words.ts';
import { numberWords } from '../../wording/number-words.ts';
import { printerStateKeys, readerStateKeys } from '../../wording/staff-words.ts';
import { releaseWords } from '../../wording/update-words.ts';
import { StaffFacts } from '../staff-facts.tsx';
import { useStaffAnswer } from '../use-staff-answer.ts';
import { TroubleList } from './trouble-list.tsx';

export function OverviewPanel() {
  const { answer } = useStaffAnswer('kiosk.status', {});
  return (
    <Answered answer={answer}>
      {(status) => (
        <>
          <TroubleList status={status} />
          <Facts status={status} />
          <Counts status={status} />
        </>
      )}
    </Answered>
  );
}

interface StatusProps {
  readonly status: KioskStatus;
}

function Facts({ status: { atMs, startedAtMs, printer, paperMetres, reader, updates } }: StatusProps) {
  const { t, language } = useWording();
  const { shown, lastSuccessAtMs } = updates;
  return (
    <StaffFacts
      title={t('staff.status.facts')}
      facts={[
        {
          label: t('staff.status.catalogue'),
          value: t('staff.status.catalogueValue', {
            release: releaseWords(shown.number, t),
            date: dateWords(shown.catalogue.dataDate, language),
          }),
        },
        {
          label: t('staff.status.lastSuccess'),
          value: lastSuccessAtMs === null ? t('staff.updates.never') : momentWords(lastSuccessAtMs, atMs, language),
        },
        { label: t('staff.status.printer'), value: t(printerStateKeys[printer.state]) },
        ...(paperMetres === null
          ? []
          : [
              {
                label: t('staff.status.paper'),
                value: t('staff.status.metres', { metres: numberWords(Math.round(paperMetres * 10) / 10, language) }),
              },
            ]),
        { label: t('staff.status.reader'), value: t(readerStateKeys[reader.state]) },
        {
          label: t('staff.status.running'),
          value: t('staff.versions.startedAgo', {
            time: momentWords(startedAtMs, atMs, language),
            span: spanWords(atMs - startedAtMs, t),
          }),
        },
      ]}
    />
  );
}

function Counts({ status: { counts } }: StatusProps) {
  const { t, language } = useWording();
  const shown = [
    ['staff.status.searches', counts.searches],
    ['staff.status.searchesWithoutResult', counts.searchesWithoutResult],
    ['staff.status.slipsPrinted', counts.slipsPrinted],
    ['staff.status.slipsFailed', counts.slipsFailed],
    ['staff.status.tickets', counts.ticketsGiven],
    ['staff.status.scans', counts.scans],
  ] as const;
  return (
    <StaffFacts
      title={t('staff.status.counts')}
      facts={shown.map(([label, count]) => ({ label: t(label), value: numberWords(count, language) }))}
    />
  );
}
