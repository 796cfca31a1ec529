/** A dossier by its code: how far it is, that it was not found, or that it cannot be asked about; and the way further in. */
import { useTranslation } from 'react-i18next';
import type { DossierProgress } from '../../main/contract/dossiers.ts';
import { ActionButton } from '../components/action-button.tsx';
import { Notice } from '../components/notice.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import type { Screen } from '../state/screen.ts';
import { stageKeys } from '../wording/dossier-words.ts';
import styles from './found-dossier.module.css';
import { ProgressCard } from './progress-card.tsx';
import { ProofPanel } from './proof-panel.tsx';
import { UnreachableNotice } from './unreachable-notice.tsx';
import { useDossierProgress } from './use-dossier-progress.ts';
import { useDossierProof } from './use-dossier-proof.ts';

interface FoundDossierProps {
  readonly screen: Extract<Screen, { kind: 'dossier' }>;
  readonly dossierCode: string;
}

export function FoundDossier({ screen, dossierCode }: FoundDossierProps) {
  const { t } = useTranslation();
  const { answer, retry } = useDossierProgress(dossierCode);
  const title =
    answer?.outcome === 'unreachable'
      ? t('dossier.unreachable.title')
      : answer?.outcome === 'not-found'
        ? t('dossier.notFound.title')
        : t('dossier.title');
  const spoken =
    answer?.outcome === 'found'
      ? `${t(stageKeys[answer.progress.stage].title)}. ${t('dossier.code', { code: dossierCode })}`
      : undefined;
  return (
    // A heading of its own for each outcome, so that it is read aloud.
    <ScreenLayout
      key={answer?.outcome}
      title={title}
      spokenTitle={spoken}
      lead={<p>{t('dossier.code', { code: dossierCode })}</p>}
    >
      {answer === null && (
        <>
          <output className={styles['asking']}>{t('dossier.asking')}</output>
          <Waiting />
        </>
      )}
      {answer?.outcome === 'found' && <ProgressAndProof screen={screen} progress={answer.progress} />}
      {answer?.outcome === 'not-found' && <NotFound dossierCode={dossierCode} />}
      {answer?.outcome === 'unreachable' && <UnreachableNotice trouble={answer} onRetry={retry} />}
    </ScreenLayout>
  );
}

interface ProgressAndProofProps {
  readonly screen: FoundDossierProps['screen'];
  readonly progress: DossierProgress;
}

function ProgressAndProof({ screen, progress }: ProgressAndProofProps) {
  const { amend, openDossiers } = useKiosk();
  const { dossierCode } = progress;
  const proving = useDossierProof(dossierCode, ({ view, dossier }) => {
    openDossiers.keep(view, dossier);
    amend({ ...screen, view });
  });
  return (
    <div className={styles['found']}>
      <ProgressCard progress={progress} />
      <ProofPanel proving={proving} />
    </div>
  );
}

function NotFound({ dossierCode }: { readonly dossierCode: string }) {
  const { t } = useTranslation();
  const { open, replace } = useKiosk();
  return (
    <>
      <Notice tone="gold" icon="information" isLive>
        <p>{t('dossier.notFound.text')}</p>
      </Notice>
      <div className={styles['ways']}>
        <ActionButton onPress={() => open({ kind: 'help' })} icon="help" size="large">
          {t('home.help')}
        </ActionButton>
        <ActionButton
          onPress={() => replace({ kind: 'dossier', dossierCode: null, typed: dossierCode })}
          icon="keyboard"
          size="large"
          variant="primary"
        >
          {t('dossier.notFound.again')}
        </ActionButton>
      </div>
    </>
  );
}
