/** One paper: what it is, how many, which form, when it is needed, and a word of advice. */
import { useTranslation } from 'react-i18next';
import type { RequiredDocument } from '../../main/contract/procedure.ts';
import { copiesWords } from '../wording/copies-words.ts';
import { LongText } from './long-text.tsx';
import styles from './paper-line.module.css';

export function PaperLine({ paper }: { readonly paper: RequiredDocument }) {
  const { t } = useTranslation();
  const copies = copiesWords(paper, t);
  const condition = paper.need.kind === 'if-applicable' ? paper.need.condition : null;
  return (
    <li className={styles['line']}>
      <span className={styles['box']} aria-hidden="true" />
      <div className={styles['words']}>
        {condition !== null && (
          <p className={styles['condition']}>
            {t('papers.when')} <LongText text={condition} />
          </p>
        )}
        <div className={styles['name']}>
          <LongText text={paper.name} />
        </div>
        {paper.formNumber !== null && (
          <p className={styles['form']}>
            <strong>{t('papers.form', { form: paper.formNumber })}</strong> {t('papers.formHint')}
          </p>
        )}
        {paper.hint !== null && (
          <p className={styles['hint']} lang="vi">
            {paper.hint}
          </p>
        )}
      </div>
      {copies !== null && <span className={styles['copies']}>{copies}</span>}
    </li>
  );
}
