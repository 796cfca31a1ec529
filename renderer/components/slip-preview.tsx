/** The slip as it will come out, and the same in words for those who cannot see it. */
import { useTranslation } from 'react-i18next';
import type { SlipRequest } from '../../main/contract/printing.ts';
import { useAnswer } from '../hooks/use-answer.ts';
import { FailureNotice } from './failure-notice.tsx';
import { Notice } from './notice.tsx';
import styles from './slip-preview.module.css';

export function SlipPreview({ request }: { readonly request: SlipRequest }) {
  const { t } = useTranslation();
  const answer = useAnswer('printing.preview', request);
  // The core fell over meanwhile and knows of no proof any more.
  if (answer.kind === 'failed' && request.kind === 'dossier' && answer.error.code === 'not-found') {
    return (
      <Notice tone="gold" icon="information" title={t('dossier.closedTitle')} isLive>
        <p>{t('dossier.closedText')}</p>
      </Notice>
    );
  }
  if (answer.kind === 'failed') return <FailureNotice error={answer.error} retry={answer.retry} />;
  if (answer.kind === 'waiting') {
    return (
      <div className={styles['place']}>
        <output className={styles['waiting']}>{t('print.previewLoading')}</output>
      </div>
    );
  }
  const { pngBase64, widthDots, heightDots, spokenText } = answer.value;
  return (
    <figure className={styles['place']}>
      <div className={styles['paper']}>
        <img
          className={styles['image']}
          src={`data:image/png;base64,${pngBase64}`}
          width={widthDots}
          height={heightDots}
          alt={t('print.preview')}
          draggable={false}
        />
      </div>
      <figcaption className={styles['spoken']}>
        {t('print.spoken')}: {spokenText}
      </figcaption>
    </figure>
  );
}
