/** "Nguyên văn": the published text word by word, heading by heading. */
import { useTranslation } from 'react-i18next';
import { Answered } from '../components/answered.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { useAnswer } from '../hooks/use-answer.ts';
import styles from './official-screen.module.css';

export function OfficialScreen({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const answer = useAnswer('procedures.official', { code });
  const number = answer.kind === 'ready' ? answer.value.decisionNumber : null;
  return (
    <ScreenLayout
      title={number === null ? t('procedure.official') : t('procedure.officialDecision', { number })}
      lead={<p>{t('procedure.officialText')}</p>}
    >
      <Answered answer={answer}>
        {({ sections }) => (
          <div className={styles['text']} lang="vi">
            {sections.map(({ heading, text }) => (
              <section key={heading}>
                <h2 className={styles['heading']}>{heading}</h2>
                <p className={styles['words']}>{text}</p>
              </section>
            ))}
          </div>
        )}
      </Answered>
    </ScreenLayout>
  );
}
