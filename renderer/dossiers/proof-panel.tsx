/** The way into a dossier: the card held before the reader now, or a code by telephone. A number typed in is not offered. */
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../components/action-button.tsx';
import { Icon } from '../components/icon.tsx';
import { Notice } from '../components/notice.tsx';
import { useCanScan } from '../hooks/use-reader-status.ts';
import { takesProof } from '../state/proof-state.ts';
import { CodePad } from './code-pad.tsx';
import styles from './proof-panel.module.css';
import { ProofTroubleNotice } from './proof-trouble.tsx';
import { ScanInvitation } from './scan-invitation.tsx';
import type { DossierProving } from './use-dossier-proof.ts';

export function ProofPanel({ proving }: { readonly proving: DossierProving }) {
  const { t } = useTranslation();
  const { state, send } = proving;
  return (
    <section className={styles['proof']}>
      {state.way === 'card' && (
        <div>
          <h2 className={styles['heading']}>{t('dossier.proof.title')}</h2>
          <p className={styles['text']}>{t('dossier.proof.text')}</p>
        </div>
      )}
      <output className={styles['said']}>
        {state.asking === 'proof' && <p className={styles['checking']}>{t('dossier.proof.checking')}</p>}
        {state.asking === 'code' && <p className={styles['checking']}>{t('dossier.proof.sending')}</p>}
      </output>
      {state.trouble !== null && (
        <ProofTroubleNotice trouble={state.trouble} onPauseOver={() => send({ kind: 'pause-over' })} />
      )}
      {/* While proof is paused nobody is invited to try in vain. */}
      {state.trouble?.outcome !== 'paused' &&
        (state.way === 'card' ? <ByCard proving={proving} /> : <ByCode proving={proving} />)}
    </section>
  );
}

function ByCard({ proving }: { readonly proving: DossierProving }) {
  const { t } = useTranslation();
  const canScan = useCanScan();
  const { state, send, sendCode } = proving;
  return (
    <>
      {canScan ? (
        <ScanInvitation shows="card" title={t('dossier.proof.card')}>
          <p>{t('dossier.proof.cardText')}</p>
        </ScanInvitation>
      ) : (
        <Notice tone="gold" icon="information">
          <p>{t('dossier.proof.noReader')}</p>
        </Notice>
      )}
      {canScan && (
        <p className={styles['privacy']}>
          <Icon name="information" />
          {t('dossier.proof.privacy')}
        </p>
      )}
      <ActionButton
        icon="phone"
        size="large"
        fills
        isDisabled={!takesProof(state)}
        onPress={state.isSent ? () => send({ kind: 'choose', way: 'code' }) : sendCode}
      >
        {t('dossier.proof.byCode')}
      </ActionButton>
    </>
  );
}

function ByCode({ proving }: { readonly proving: DossierProving }) {
  const { t } = useTranslation();
  const { state, send, sendCode } = proving;
  return (
    <div className={styles['code']}>
      <div className={styles['words']}>
        <h2 className={styles['heading']}>{t('dossier.proof.codeTitle')}</h2>
        <p>{t('dossier.proof.sent')}</p>
        <p>{t('dossier.proof.codeText')}</p>
        <div className={styles['ways']}>
          <ActionButton onPress={sendCode} isDisabled={!takesProof(state)}>
            {t('dossier.proof.again')}
          </ActionButton>
          <ActionButton
            icon="identity-card"
            onPress={() => send({ kind: 'choose', way: 'card' })}
            isDisabled={!takesProof(state)}
          >
            {t('dossier.proof.byCard')}
          </ActionButton>
        </div>
      </div>
      <CodePad proving={proving} />
    </div>
  );
}
