/** How updates stand at this moment, in one notice: what is under way, what stands in the way, or that all is well. */
import type { UpdateProgress, UpdatesOverview } from '../../../main/contract/updates.ts';
import { Notice } from '../../components/notice.tsx';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { useWording } from '../../hooks/use-wording.ts';
import { momentWords } from '../../wording/moment-words.ts';
import { phaseWords, updateFailureKeys } from '../../wording/update-words.ts';

interface UpdateStateProps {
  readonly overview: UpdatesOverview;
  readonly progress: UpdateProgress;
  /** UTC epoch. */
  readonly nowMs: number;
}

export function UpdateState({ overview, progress, nowMs }: UpdateStateProps) {
  const { t } = useWording();
  return (
    <>
      {!overview.isClockSure && (
        <Notice tone="red" icon="clock" title={t('staff.updates.clockUnsure')}>
          <p>{t('staff.updates.clockUnsureText')}</p>
        </Notice>
      )}
      {progress.phase === 'idle' ? <Rest overview={overview} nowMs={nowMs} /> : <UnderWay progress={progress} />}
    </>
  );
}

function UnderWay({ progress }: Pick<UpdateStateProps, 'progress'>) {
  const { t } = useWording();
  const { phase, share } = progress;
  const words = phaseWords(progress, t) ?? '';
  return (
    <Notice tone={phase === 'waiting' ? 'gold' : 'plain'} icon={phase === 'waiting' ? 'person' : 'clock'} title={words}>
      {phase === 'waiting' && <p>{t('staff.updates.state.waitingText')}</p>}
      {share !== null && (
        <ProgressBar
          label={t('staff.updates.state.progress')}
          share={share}
          shown={t('staff.updates.state.percent', { percent: Math.floor(share * 100) })}
        />
      )}
    </Notice>
  );
}

function Rest({ overview: { trust, failure, lastSuccessAtMs }, nowMs }: Omit<UpdateStateProps, 'progress'>) {
  const { t, language } = useWording();
  if (trust === null || failure?.reason === 'no-trust') {
    return (
      <Notice tone="red" icon="warning" title={t('staff.updates.state.untrusted')}>
        <p>{t(updateFailureKeys['no-trust'])}</p>
        <p lang="en">kioskctl trust trusted-root.json</p>
      </Notice>
    );
  }
  if (failure !== null) {
    return (
      <Notice tone="red" icon="warning" title={t('staff.updates.state.failed')}>
        <p>{t(updateFailureKeys[failure.reason])}</p>
        <p>{momentWords(failure.atMs, nowMs, language)}</p>
        <p lang="en">{failure.detail}</p>
      </Notice>
    );
  }
  if (lastSuccessAtMs === null)
    return <Notice tone="plain" icon="information" title={t('staff.updates.state.notAsked')} />;
  return (
    <Notice tone="green" icon="check" title={t('staff.updates.state.current')}>
      <p>{t('staff.updates.state.currentText', { time: momentWords(lastSuccessAtMs, nowMs, language) })}</p>
    </Notice>
  );
}
