/** The apology for a dossier that is late, with the words of Mẫu 04: what was promised, why it was not kept, the new day. */
import type { Dossier } from '../../main/contract/dossiers.ts';
import { Icon } from '../components/icon.tsx';
import { LongText } from '../components/long-text.tsx';
import { useWording } from '../hooks/use-wording.ts';
import { dayOrMomentWords } from '../wording/dossier-words.ts';
import styles from './lateness-notice.module.css';

export function LatenessNotice({ lateness }: { readonly lateness: NonNullable<Dossier['lateness']> }) {
  const { t, language } = useWording();
  const { promisedAt, reason, newDueAt } = lateness;
  return (
    <section className={styles['late']}>
      <h2 className={styles['title']}>
        <Icon name="clock" />
        {t('dossier.late.title')}
      </h2>
      <dl className={styles['facts']}>
        <dt>{t('dossier.late.promised')}</dt>
        <dd>{dayOrMomentWords(promisedAt, language)}</dd>
        <dt>{t('dossier.late.reason')}</dt>
        <dd>{reason === null ? t('dossier.late.noReason') : <LongText text={reason} limit={240} />}</dd>
        <dt>{t('dossier.late.newDue')}</dt>
        <dd className={styles['day']}>
          {newDueAt === null ? t('dossier.late.noNewDue') : dayOrMomentWords(newDueAt, language)}
        </dd>
      </dl>
    </section>
  );
}
