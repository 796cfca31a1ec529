/** Why a wish is not done yet: not known, not reachable, the card gone, or the kiosk's own fault. */
import { useState } from 'react';
import { ActionButton } from '../components/action-button.tsx';
import { Notice } from '../components/notice.tsx';
import { useWording } from '../hooks/use-wording.ts';
import { troubleWords } from '../wording/appointment-words.ts';
import type { Ways } from './other-ways.tsx';
import styles from './portal-trouble.module.css';
import { PortalTrouble } from './portal-trouble.tsx';
import { isDoubtful, type WishState } from './wish-state.ts';

interface WishTroubleProps {
  readonly state: WishState;
  readonly titles: {
    readonly unsure: string;
    readonly unreachable: string;
    /** What holds where nothing was sent. */
    readonly holds: string;
  };
  /** What else can be done where the portal is not reached; null where there is no room to say so. */
  readonly ways: Ways | null;
  /** Leads to the field for a name, where a card is needed; null where the wish must stay as it is. */
  readonly onTypeName: (() => void) | null;
}

export function WishTrouble({ state, titles, ways, onTypeName }: WishTroubleProps) {
  const { t } = useWording();
  const [nowMs] = useState(() => Date.now());
  switch (state.kind) {
    case 'unreachable':
      return (
        <PortalTrouble
          trouble={state.trouble}
          title={titles.unreachable}
          text={titles.holds}
          ways={ways}
          onRetry={null}
        />
      );
    case 'failed':
      return (
        <Notice tone="gold" icon="warning" isLive title={t('failure.title')}>
          <p>{titles.holds}</p>
          <p>{t('failure.text')}</p>
          <p className={styles['small']}>{t('failure.staffCode', { code: state.code })}</p>
        </Notice>
      );
    case 'card-needed':
      return (
        <>
          {isDoubtful(state) && <Unsure title={titles.unsure} why={null} />}
          <Notice tone="gold" icon="person" isLive title={t('appointment.cardNeededTitle')}>
            <p>{t('appointment.cardNeededText')}</p>
            {onTypeName !== null && (
              <div className={styles['retry']}>
                <ActionButton onPress={onTypeName} icon="keyboard">
                  {t('appointment.typeName')}
                </ActionButton>
              </div>
            )}
          </Notice>
        </>
      );
    case 'unsure':
      return (
        <Unsure title={titles.unsure} why={state.trouble === null ? null : troubleWords(state.trouble, nowMs, t)} />
      );
    case 'open':
    case 'asking':
    case 'done':
    case 'refused':
      break;
  }
  return null;
}

function Unsure({ title, why }: { readonly title: string; readonly why: string | null }) {
  const { t } = useWording();
  return (
    <Notice tone="red" icon="warning" isLive title={title}>
      <p>{t('appointment.unsureText')}</p>
      {why !== null && <p className={styles['strong']}>{why}</p>}
    </Notice>
  );
}
