/** What runs here, and whether what the kiosk writes down is safe. */
import type { KioskOverview } from '../../../main/contract/staff-methods.ts';
import { Answered } from '../../components/answered.tsx';
import { Notice } from '../../components/notice.tsx';
import { useWording } from '../../hooks/use-wording.ts';
import { momentWords, spanWords } from '../../wording/moment-words.ts';
import { browserVersions } from '../browser-versions.ts';
import { StaffFacts } from '../staff-facts.tsx';
import { useStaffAnswer } from '../use-staff-answer.ts';

export function VersionsPanel() {
  const { answer, nowMs } = useStaffAnswer('kiosk.overview', {});
  return <Answered answer={answer}>{(overview) => <Versions overview={overview} nowMs={nowMs} />}</Answered>;
}

function Versions({ overview, nowMs }: { readonly overview: KioskOverview; readonly nowMs: number }) {
  const { t, language } = useWording();
  const { journal, startedAtMs } = overview;
  const versions = { ...overview.versions, ...browserVersions(navigator.userAgent) };
  return (
    <>
      {!journal.isDurable && (
        <Notice tone="red" icon="warning" title={t('staff.versions.notDurable')}>
          <p>{t('staff.versions.notDurableText')}</p>
        </Notice>
      )}
      {journal.movedAside !== null && (
        <Notice tone="gold" icon="information" title={t('staff.versions.movedAside')}>
          <p>{t('staff.versions.movedAsideText', { file: journal.movedAside })}</p>
        </Notice>
      )}
      <StaffFacts
        title={t('staff.panels.versions')}
        facts={[
          ...Object.entries(versions).map(([name, version]) => ({
            label: name === 'kiosk' ? t('staff.versions.kiosk') : name,
            value: version,
            lang: 'en',
          })),
          {
            label: t('staff.versions.startedAt'),
            value: t('staff.versions.startedAgo', {
              time: momentWords(startedAtMs, nowMs, language),
              span: spanWords(nowMs - startedAtMs, t),
            }),
          },
          {
            label: t('staff.versions.journal'),
            value: journal.isDurable ? t('staff.versions.durable') : t('staff.versions.inMemory'),
          },
          { label: t('staff.versions.form'), value: String(journal.form) },
        ]}
      />
    </>
  );
}
