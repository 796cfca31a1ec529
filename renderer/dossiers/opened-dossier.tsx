/** What proof opened: the next step first and large, then how it came there, and slips to take home. */
import { useState } from 'react';
import type { Dossier } from '../../main/contract/dossiers.ts';
import { ActionButton } from '../components/action-button.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useWording } from '../hooks/use-wording.ts';
import { slipKeys, slipsOf, stateKeys } from '../wording/dossier-words.ts';
import { momentWords } from '../wording/moment-words.ts';
import { DossierFacts } from './dossier-facts.tsx';
import { DossierTimeline } from './dossier-timeline.tsx';
import { LatenessNotice } from './lateness-notice.tsx';
import { NextStepCard } from './next-step-card.tsx';
import styles from './opened-dossier.module.css';
import { PaymentCard } from './payment-card.tsx';

interface OpenedDossierProps {
  readonly view: string;
  readonly dossier: Dossier;
}

export function OpenedDossier({ view, dossier }: OpenedDossierProps) {
  const { t, language } = useWording();
  const { open } = useKiosk();
  const [nowMs] = useState(() => Date.now());
  const { dossierCode, lateness, payment } = dossier;
  const isWaiting = dossier.next.kind === 'wait';
  return (
    <ScreenLayout
      title={t(stateKeys[dossier.state])}
      lead={
        <div className={styles['lead']}>
          <p>{t('dossier.code', { code: dossierCode })}</p>
          <p className={styles['asOf']}>
            {t('dossier.asOf', { moment: momentWords(dossier.asOfMs, nowMs, language) })}
          </p>
        </div>
      }
      footer={
        <fieldset className={styles['slips']} aria-label={t('dossier.printLabel')}>
          {slipsOf(dossier).map((slip, index) => (
            <ActionButton
              key={slip}
              icon="printer"
              variant={index === 0 ? 'primary' : 'secondary'}
              onPress={() =>
                open({
                  kind: 'print',
                  slip: { kind: 'dossier', view, slip },
                  title: `${t(slipKeys[slip])} · ${dossierCode}`,
                })
              }
            >
              {t(slipKeys[slip])}
            </ActionButton>
          ))}
        </fieldset>
      }
    >
      <div className={styles['dossier']}>
        <div className={styles['column']}>
          {/* Who can only wait is owed the apology first. */}
          {lateness !== null && isWaiting && <LatenessNotice lateness={lateness} />}
          <NextStepCard dossier={dossier} />
          {lateness !== null && !isWaiting && <LatenessNotice lateness={lateness} />}
          {payment !== null && <PaymentCard payment={payment} tellsAmount={dossier.next.kind !== 'pay'} />}
        </div>
        <div className={styles['column']}>
          <DossierTimeline dossier={dossier} />
          <DossierFacts dossier={dossier} />
        </div>
      </div>
    </ScreenLayout>
  );
}
