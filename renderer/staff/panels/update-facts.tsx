/** What is shown and how old it is; when updates were looked for and will be; whom this kiosk believes. */
import type { UpdatesOverview } from '../../../main/contract/updates.ts';
import { useWording } from '../../hooks/use-wording.ts';
import { dateWords } from '../../wording/date-words.ts';
import { momentWords } from '../../wording/moment-words.ts';
import { ageWords, releaseWords, updateSourceKeys } from '../../wording/update-words.ts';
import { StaffFacts } from '../staff-facts.tsx';
import styles from './update-facts.module.css';

interface UpdateFactsProps {
  readonly overview: UpdatesOverview;
  /** UTC epoch. */
  readonly nowMs: number;
}

export function UpdateFacts({ overview, nowMs }: UpdateFactsProps) {
  const { t, language } = useWording();
  const { shown, lastCheck, lastSuccessAtMs, nextCheckAtMs, isClockSure, trust } = overview;
  const moment = (atMs: number | null, otherwise: string) =>
    atMs === null ? otherwise : momentWords(atMs, nowMs, language);
  const never = t('staff.updates.never');
  const age = ageWords(shown, nowMs, t);
  const isBundled = shown.origin === 'bundled';
  return (
    <>
      <StaffFacts
        title={t('staff.updates.facts')}
        facts={[
          { label: t('staff.updates.number'), value: releaseWords(shown.number, t) },
          { label: t('staff.updates.dataDate'), value: dateWords(shown.catalogue.dataDate, language) },
          { label: t('staff.updates.published'), value: moment(shown.publishedAtMs, t('staff.updates.notPublished')) },
          ...(isBundled ? [] : [{ label: t('staff.updates.committed'), value: moment(shown.committedAtMs, never) }]),
          {
            label: t('staff.updates.age'),
            value: age.isOld ? <span className={styles['old']}>{age.words}</span> : age.words,
          },
          {
            label: t('staff.updates.origin'),
            value: t(isBundled ? 'staff.updates.originBundled' : 'staff.updates.originRelease'),
          },
          { label: t('staff.updates.office'), value: shown.office ?? t('staff.updates.officeNone') },
        ]}
      />
      <StaffFacts
        title={t('staff.updates.checks')}
        facts={[
          {
            label: t('staff.updates.lastCheck'),
            value:
              lastCheck === null
                ? never
                : t('staff.updates.lastCheckBy', {
                    time: momentWords(lastCheck.atMs, nowMs, language),
                    source: t(updateSourceKeys[lastCheck.source]),
                  }),
          },
          { label: t('staff.updates.lastSuccess'), value: moment(lastSuccessAtMs, never) },
          { label: t('staff.updates.nextCheck'), value: moment(nextCheckAtMs, t('staff.updates.noSchedule')) },
          {
            label: t('staff.updates.clock'),
            value: t(isClockSure ? 'staff.updates.clockSure' : 'staff.updates.clockUnsure'),
          },
          ...(trust === null
            ? []
            : [
                {
                  label: t('staff.updates.trust'),
                  value: t('staff.updates.trustVersion', { version: trust.rootVersion }),
                },
                { label: t('staff.updates.fingerprint'), value: trust.fingerprint, lang: 'en' },
              ]),
        ]}
      />
    </>
  );
}
