/** Where the words come from, how old they are, and the way to the portal's page; codes small, at the end. */
import type { Procedure } from '../../main/contract/procedure.ts';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useWording } from '../hooks/use-wording.ts';
import { dateWords } from '../wording/date-words.ts';
import styles from './procedure-source.module.css';
import { QrCode } from './qr-code.tsx';

interface ProcedureSourceProps {
  readonly procedure: Procedure;
  readonly portalUrl: string;
}

export function ProcedureSource({ procedure, portalUrl }: ProcedureSourceProps) {
  const { t, language } = useWording();
  const { catalogue } = useKiosk().description;
  const { handWritten } = procedure;
  return (
    <section className={styles['source']}>
      <QrCode text={portalUrl} label={t('procedure.portal')} />
      <div className={styles['words']}>
        <h2 className={styles['title']}>{t('procedure.portal')}</h2>
        <p>{t('procedure.portalText')}</p>
        <ul className={styles['small']}>
          <li>{t('procedure.code', { code: procedure.code })}</li>
          <li>{t('procedure.field', { field: procedure.field })}</li>
          <li>{t('procedure.provenanceNational', { date: dateWords(catalogue.dataDate, language) })}</li>
          {handWritten !== null && (
            <li>{t('procedure.provenanceHandWritten', { date: dateWords(handWritten.reviewedDate, language) })}</li>
          )}
        </ul>
      </div>
    </section>
  );
}
