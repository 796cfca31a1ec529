/** Why the PIN opened nothing, and what to do about it. */
import { useTranslation } from 'react-i18next';
import { Notice } from '../components/notice.tsx';
import type { PinRefusal } from '../state/pin-entry.ts';
import { countdownWords } from '../wording/moment-words.ts';
import { useTimeLeft } from './use-time-left.ts';

interface PinRefusalNoticeProps {
  readonly refusal: PinRefusal;
  readonly onPauseOver: () => void;
}

export function PinRefusalNotice({ refusal, onPauseOver }: PinRefusalNoticeProps) {
  const { t } = useTranslation();
  switch (refusal.outcome) {
    case 'wrong':
      return (
        <Notice tone="red" icon="warning" isLive title={t('staff.pin.wrong')}>
          <p>{t('staff.pin.triesLeft', { count: refusal.triesLeft })}</p>
        </Notice>
      );
    case 'paused':
      return <Pause key={refusal.untilMs} untilMs={refusal.untilMs} onOver={onPauseOver} />;
    case 'not-set':
      return (
        <Notice tone="gold" icon="information" isLive title={t('staff.pin.notSet')}>
          <p>{t('staff.pin.notSetText')}</p>
          <p lang="en">kioskctl staff set-pin</p>
        </Notice>
      );
    case 'failed':
      break;
  }
  return (
    <Notice tone="red" icon="warning" isLive title={t('staff.pin.failed')}>
      <p>{t('failure.staffCode', { code: refusal.code })}</p>
    </Notice>
  );
}

function Pause({ untilMs, onOver }: { readonly untilMs: number; readonly onOver: () => void }) {
  const { t } = useTranslation();
  const leftMs = useTimeLeft(untilMs, Date.now, onOver);
  return (
    <Notice tone="red" icon="clock" isLive title={t('staff.pin.paused')}>
      {/* Not read at each second: the title is, when it appears. */}
      <p role="timer">{t('staff.pin.pausedText', { time: countdownWords(leftMs) })}</p>
    </Notice>
  );
}
