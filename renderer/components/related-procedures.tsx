/** "Thủ tục liên quan": what a citizen may need besides, and the way to the whole field; nothing here waits or fails aloud. */
import { useTranslation } from 'react-i18next';
import type { RelatedSection } from '../../main/contract/browse.ts';
import type { Procedure } from '../../main/contract/procedure.ts';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useAnswer } from '../hooks/use-answer.ts';
import { useLanguage } from '../hooks/use-language.ts';
import { ActionButton } from './action-button.tsx';
import { ProcedureRows } from './procedure-rows.tsx';
import styles from './related-procedures.module.css';

export function RelatedProcedures({ procedure }: { readonly procedure: Procedure }) {
  const { t } = useTranslation();
  const { open } = useKiosk();
  const { code, field } = procedure;
  const answer = useAnswer('procedures.related', { code });
  const sections = answer.kind === 'ready' ? answer.value.sections : [];
  return (
    <section className={styles['related']} aria-labelledby="related-heading">
      <h2 id="related-heading" className={styles['heading']}>
        {t('related.title')}
      </h2>
      {sections.map((section) => (
        <Section key={section.lifeEvent?.id ?? section.relation} section={section} />
      ))}
      <ActionButton onPress={() => open({ kind: 'list', of: { kind: 'field', field } })} icon="grid" size="large" fills>
        {t('related.field')} <span lang="vi">{field}</span>
      </ActionButton>
    </section>
  );
}

function Section({ section }: { readonly section: RelatedSection }) {
  const { t } = useTranslation();
  const { open } = useKiosk();
  const language = useLanguage();
  const { lifeEvent, relation, rows } = section;
  return (
    <div className={styles['section']}>
      <div className={styles['head']}>
        <h3 className={styles['title']}>
          {lifeEvent === null
            ? t(relation === 'papers' ? 'related.papers' : 'related.kind')
            : t('related.lifeEvent', { title: lifeEvent.title[language] })}
        </h3>
        {lifeEvent !== null && (
          <ActionButton
            onPress={() => open({ kind: 'life-event', id: lifeEvent.id, chosen: {} })}
            variant="quiet"
            label={`${t('related.allSteps')}: ${lifeEvent.title[language]}`}
          >
            {t('related.allSteps')}
          </ActionButton>
        )}
      </div>
      <ProcedureRows rows={rows} />
    </div>
  );
}
