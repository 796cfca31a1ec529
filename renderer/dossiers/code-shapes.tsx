/** What a dossier's code looks like: an example of each usual shape, its three parts in three colours and words. */
import { useTranslation } from 'react-i18next';
import { codeExamples } from './code-examples.ts';
import styles from './code-shapes.module.css';

export function CodeShapes() {
  const { t } = useTranslation();
  return (
    <section className={styles['shapes']}>
      <h2 className={styles['heading']}>{t('dossier.entry.shapes')}</h2>
      <ul className={styles['examples']}>
        {codeExamples.map(([groups, date, serial]) => (
          <li key={groups} className={styles['example']}>
            <span className={styles['groups']}>{groups}</span>-<span className={styles['date']}>{date}</span>-
            <span className={styles['serial']}>{serial}</span>
          </li>
        ))}
      </ul>
      <ul className={styles['parts']} aria-hidden="true">
        <li className={styles['groups']}>{t('dossier.entry.parts')}</li>
        <li className={styles['date']}>{t('dossier.entry.partsDate')}</li>
        <li className={styles['serial']}>{t('dossier.entry.partsSerial')}</li>
      </ul>
    </section>
  );
}
