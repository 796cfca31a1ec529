/** The city's portal: whether it answers, why not, and whether the two clocks agree. No code of a dossier, no key. */
import type { PortalOverview } from '../../../main/contract/portal.ts';
import { Answered } from '../../components/answered.tsx';
import { Notice } from '../../components/notice.tsx';
import { useWording } from '../../hooks/use-wording.ts';
import { momentWords, spanWords } from '../../wording/moment-words.ts';
import { circuitKeys, portalTroubleKeys } from '../../wording/portal-words.ts';
import { StaffFacts } from '../staff-facts.tsx';
import { useStaffAnswer } from '../use-staff-answer.ts';

interface PortalProps {
  readonly overview: PortalOverview;
  /** UTC epoch. */
  readonly nowMs: number;
}

/** From this on times on slips are wrong, and certificates may be refused. */
const notableDifferenceMs = 60_000;

export function PortalPanel() {
  const { answer, nowMs } = useStaffAnswer('portal.overview', {});
  return (
    <Answered answer={answer}>
      {(overview) => (
        <>
          <State overview={overview} nowMs={nowMs} />
          <Clocks overview={overview} />
          {overview.origin !== null && <Facts overview={overview} nowMs={nowMs} />}
        </>
      )}
    </Answered>
  );
}

function State({ overview: { origin, circuit, trouble, detail, lastAnswerAtMs }, nowMs }: PortalProps) {
  const { t, language } = useWording();
  if (origin === null) {
    return (
      <Notice tone="gold" icon="online" title={t('staff.portal.notConfigured')}>
        <p>{t('staff.portal.notConfiguredText')}</p>
      </Notice>
    );
  }
  if (trouble === null) {
    return lastAnswerAtMs === null ? (
      <Notice tone="plain" icon="online" title={t('staff.portal.notAsked')} />
    ) : (
      <Notice tone="green" icon="online" title={t('staff.portal.answers')}>
        <p>{t('staff.portal.lastAt', { time: momentWords(lastAnswerAtMs, nowMs, language) })}</p>
      </Notice>
    );
  }
  return (
    <Notice tone={trouble === 'busy' ? 'gold' : 'red'} icon="warning" title={t(portalTroubleKeys[trouble])}>
      {circuit !== 'closed' && <p>{t('staff.portal.circuitText')}</p>}
      {detail !== null && <p lang="en">{detail}</p>}
    </Notice>
  );
}

/** Stands out where they are more than a minute apart. */
function Clocks({ overview: { clockDifferenceMs } }: Pick<PortalProps, 'overview'>) {
  const { t } = useWording();
  if (clockDifferenceMs === null || Math.abs(clockDifferenceMs) <= notableDifferenceMs) return null;
  const span = spanWords(Math.abs(clockDifferenceMs), t);
  return (
    <Notice
      tone="red"
      icon="clock"
      title={t(clockDifferenceMs > 0 ? 'staff.portal.clockSlow' : 'staff.portal.clockFast', { span })}
    >
      <p>{t('staff.portal.clockText')}</p>
    </Notice>
  );
}

function Facts({ overview: { origin, circuit, lastAnswerAtMs, clockDifferenceMs }, nowMs }: PortalProps) {
  const { t, language } = useWording();
  const clocks =
    clockDifferenceMs === null
      ? t('staff.portal.clockUnknown')
      : t('staff.portal.clockApart', { span: spanWords(Math.abs(clockDifferenceMs), t) });
  return (
    <StaffFacts
      title={t('staff.portal.facts')}
      facts={[
        { label: t('staff.portal.origin'), value: origin, lang: 'en' },
        { label: t('staff.portal.circuit'), value: t(circuitKeys[circuit]) },
        {
          label: t('staff.portal.lastAnswer'),
          value: lastAnswerAtMs === null ? t('staff.portal.never') : momentWords(lastAnswerAtMs, nowMs, language),
        },
        { label: t('staff.portal.clocks'), value: clocks },
      ]}
    />
  );
}
