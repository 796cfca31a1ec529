/** Why nothing was opened, without telling which of the two did not fit, and what to do about it. */
import { useTranslation } from 'react-i18next';
import { Notice } from '../components/notice.tsx';
import { useTimeLeft } from '../staff/use-time-left.ts';
import type { ProofTrouble } from '../state/proof-state.ts';
import { troubleKeys, waitWords } from '../wording/dossier-words.ts';

interface ProofTroubleNoticeProps {
  readonly trouble: ProofTrouble;
  readonly onPauseOver: () => void;
}

export function ProofTroubleNotice({ trouble, onPauseOver }: ProofTroubleNoticeProps) {
  const { t } = useTranslation();
  switch (trouble.outcome) {
    case 'refused':
      return (
        <Notice tone="red" icon="warning" isLive title={t('dossier.proof.refused')}>
          <p>{t('dossier.proof.refusedText')}</p>
          <p>{t('dossier.proof.triesLeft', { count: trouble.triesLeft })}</p>
        </Notice>
      );
    case 'paused':
      return <Pause key={trouble.untilMs} untilMs={trouble.untilMs} onOver={onPauseOver} />;
    case 'card-needed':
      return (
        <Notice tone="gold" icon="identity-card" isLive title={t('dossier.proof.cardNeeded')}>
          <p>{t('dossier.proof.cardNeededText')}</p>
        </Notice>
      );
    case 'wrong-card':
      return (
        <Notice tone="gold" icon="identity-card" isLive title={t('dossier.proof.wrongCard')}>
          <p>{t('dossier.proof.wrongCardText')}</p>
        </Notice>
      );
    case 'unreachable':
      return (
        <Notice tone="gold" icon="warning" isLive title={t(troubleKeys[trouble.reason])}>
          <p>{t('failure.text')}</p>
        </Notice>
      );
    case 'failed':
      break;
  }
  return (
    <Notice tone="gold" icon="warning" isLive title={t('dossier.proof.failed')}>
      <p>{t('failure.text')}</p>
      <p>{t('failure.staffCode', { code: trouble.code })}</p>
    </Notice>
  );
}

function Pause({ untilMs, onOver }: { readonly untilMs: number; readonly onOver: () => void }) {
  const { t } = useTranslation();
  const leftMs = useTimeLeft(untilMs, Date.now, onOver);
  return (
    <Notice tone="red" icon="clock" isLive title={t('dossier.proof.paused')}>
      {/* Not read at each change: the title is, when it appears. */}
      <p role="timer">{t('dossier.proof.pausedText', { time: waitWords(leftMs, t) })}</p>
    </Notice>
  );
}
