/** The reader: whether it can read and since when, how often it did, and what kinds; never what stood there. */
import type { ReaderOverview } from '../../../main/contract/scanning.ts';
import { Answered } from '../../components/answered.tsx';
import { Notice } from '../../components/notice.tsx';
import { useWording } from '../../hooks/use-wording.ts';
import { momentWords, spanWords } from '../../wording/moment-words.ts';
import { numberWords } from '../../wording/number-words.ts';
import { readerStateKeys, scanKindKeys } from '../../wording/staff-words.ts';
import { StaffFacts } from '../staff-facts.tsx';
import { StaffTable } from '../staff-table.tsx';
import { useStaffAnswer } from '../use-staff-answer.ts';

interface ReaderProps {
  readonly overview: ReaderOverview;
  /** UTC epoch. */
  readonly nowMs: number;
}

export function ReaderPanel() {
  const { answer, nowMs } = useStaffAnswer('reader.overview', {});
  return (
    <Answered answer={answer}>
      {(overview) => (
        <>
          <State overview={overview} nowMs={nowMs} />
          {overview.target !== null && <Facts overview={overview} nowMs={nowMs} />}
          {overview.target !== null && <LastScans overview={overview} nowMs={nowMs} />}
        </>
      )}
    </Answered>
  );
}

function State({ overview: { status, trouble }, nowMs }: ReaderProps) {
  const { t, language } = useWording();
  const { state, sinceMs } = status;
  const tone = state === 'connected' ? 'green' : state === 'unplugged' ? 'red' : 'gold';
  return (
    <Notice tone={tone} icon={state === 'unplugged' ? 'warning' : 'scan'} title={t(readerStateKeys[state])}>
      {state === 'unplugged' && <p>{t('staff.reader.unpluggedText')}</p>}
      {state === 'keyboard' && <p>{t('staff.reader.keyboardText')}</p>}
      {(state === 'connected' || state === 'unplugged') && (
        <p>
          {t('staff.printer.since', {
            time: momentWords(sinceMs, nowMs, language),
            span: spanWords(nowMs - sinceMs, t),
          })}
        </p>
      )}
      {trouble !== null && <p lang="en">{trouble}</p>}
    </Notice>
  );
}

function Facts({ overview: { target, scansSinceStart, unplugged } }: ReaderProps) {
  const { t, language } = useWording();
  return (
    <StaffFacts
      title={t('staff.reader.facts')}
      facts={[
        { label: t('staff.reader.target'), value: target, lang: 'en' },
        { label: t('staff.reader.scans'), value: numberWords(scansSinceStart, language) },
        { label: t('staff.reader.cuts'), value: numberWords(unplugged, language) },
      ]}
    >
      <p>{t('staff.reader.recentText')}</p>
    </StaffFacts>
  );
}

function LastScans({ overview: { recent }, nowMs }: ReaderProps) {
  const { t, language } = useWording();
  return (
    <StaffTable
      title={t('staff.reader.recentTitle')}
      empty={t('staff.reader.noneYet')}
      columns={[t('staff.reader.time'), t('staff.reader.kind')]}
      rows={recent.map(({ kind, atMs }, index) => ({
        key: `${atMs}-${index}`,
        cells: [momentWords(atMs, nowMs, language), t(scanKindKeys[kind])],
      }))}
    />
  );
}
