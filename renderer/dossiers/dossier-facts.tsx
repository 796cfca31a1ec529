/** What is on the receipt anyway, in one place: code, procedure, who has it, since when and until when. No name of a person. */
import type { Dossier } from '../../main/contract/dossiers.ts';
import { LongText } from '../components/long-text.tsx';
import { useWording } from '../hooks/use-wording.ts';
import { dayOrMomentWords } from '../wording/dossier-words.ts';
import styles from './dossier-facts.module.css';
import { promisedDay } from './timeline.ts';

export function DossierFacts({ dossier }: { readonly dossier: Dossier }) {
  const { t, language } = useWording();
  const due = promisedDay(dossier);
  const day = (at: string | null) => (at === null ? null : dayOrMomentWords(at, language));
  const rows: readonly (readonly [name: string, value: string | null, lang: string])[] = [
    [t('dossier.facts.code'), dossier.dossierCode, language],
    [t('dossier.facts.procedure'), dossier.procedureName, 'vi'],
    [t('dossier.facts.agency'), dossier.agency, 'vi'],
    [t('dossier.facts.department'), dossier.department, 'vi'],
    [t('dossier.facts.received'), day(dossier.receivedAt), language],
    [t(dossier.lateness === null ? 'dossier.facts.due' : 'dossier.facts.newDue'), day(due), language],
    [t('dossier.facts.contact'), dossier.contact, 'vi'],
  ];
  return (
    <section className={styles['facts']}>
      <h2 className={styles['heading']}>{t('dossier.facts.title')}</h2>
      <dl className={styles['rows']}>
        {rows.map(([name, value, lang]) =>
          value === null ? null : (
            <div key={name} className={styles['row']}>
              <dt>{name}</dt>
              <dd>
                <LongText text={value} limit={160} lang={lang} />
              </dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}
