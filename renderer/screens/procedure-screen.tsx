/** One procedure: short at first, everything one touch away, and one question at the end: "Đã đủ giấy tờ chưa?". */
import { useRef } from 'react';
import { caseGroups, selectPapers } from '../../main/contract/select-papers.ts';
import { BookEntry } from '../appointments/book-entry.tsx';
import { ActionButton } from '../components/action-button.tsx';
import { Answered } from '../components/answered.tsx';
import { CaseChooser } from '../components/case-chooser.tsx';
import { Glance } from '../components/glance.tsx';
import { PaperBlocks } from '../components/paper-blocks.tsx';
import { ProcedureDetails } from '../components/procedure-details.tsx';
import { ProcedureNotices } from '../components/procedure-notices.tsx';
import { ProcedureSummary } from '../components/procedure-summary.tsx';
import { QueueEntry } from '../components/queue-entry.tsx';
import { RelatedProcedures } from '../components/related-procedures.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useAnswer } from '../hooks/use-answer.ts';
import { useAskedPart } from '../hooks/use-asked-part.ts';
import { useWording } from '../hooks/use-wording.ts';
import { partFor } from '../state/procedure-part.ts';
import type { Screen } from '../state/screen.ts';
import styles from './procedure-screen.module.css';

type ProcedurePlace = Extract<Screen, { kind: 'procedure' }>;

export function ProcedureScreen({ screen }: { readonly screen: ProcedurePlace }) {
  const { t, language } = useWording();
  const { amend, open } = useKiosk();
  const chooser = useRef<HTMLDivElement>(null);
  const answer = useAnswer('procedures.get', { code: screen.code });
  const procedure = answer.kind === 'ready' ? answer.value.procedure : null;
  const english = language === 'en' && procedure !== null ? procedure.english : null;
  const title = english?.shortTitle ?? procedure?.shortTitle ?? t('shell.loading');

  const needsCase =
    procedure !== null && screen.caseChoice === undefined && caseGroups(procedure.documentGroups).length > 0;
  const { part = null } = screen;
  const asked = procedure === null || part === null ? null : partFor(part, procedure, needsCase);
  useAskedPart(screen.isPartShown === true ? null : asked, () => amend({ ...screen, isPartShown: true }));
  const print = () => {
    if (needsCase) {
      chooser.current?.scrollIntoView({ behavior: 'smooth', block: 'center' });
      chooser.current?.querySelector('input')?.focus({ preventScroll: true });
      return;
    }
    const slip = { kind: 'checklist', code: screen.code, caseId: screen.caseChoice ?? null } as const;
    open({ kind: 'print', slip, title });
  };

  return (
    <ScreenLayout
      title={title}
      titleLang={procedure !== null && english === null ? 'vi' : undefined}
      lead={procedure === null ? undefined : <ProcedureSummary procedure={procedure} />}
      footer={
        procedure === null ? undefined : (
          <div className={styles['footer']}>
            <p className={styles['question']}>{needsCase ? t('procedure.caseFirst') : t('procedure.ready')}</p>
            <ActionButton onPress={print} size="large" icon="printer">
              {t('procedure.readyNo')}
            </ActionButton>
            <ActionButton
              onPress={() => open({ kind: 'ready', code: screen.code, caseChoice: screen.caseChoice })}
              size="large"
              variant="primary"
              icon="check"
            >
              {t('procedure.readyYes')}
            </ActionButton>
          </div>
        )
      }
    >
      <Answered answer={answer}>
        {({ procedure: found, portalUrl }) => (
          <>
            <div className={styles['columns']}>
              <div className={styles['column']}>
                <ProcedureNotices procedure={found} />
                <QueueEntry code={found.code} />
                <BookEntry procedure={found} caseChoice={screen.caseChoice} fills />
                <Glance procedure={found} caseChoice={screen.caseChoice} />
                {caseGroups(found.documentGroups).length > 0 && (
                  <div ref={chooser}>
                    <CaseChooser
                      cases={caseGroups(found.documentGroups)}
                      choice={screen.caseChoice}
                      onChoose={(caseChoice) => amend({ ...screen, caseChoice })}
                    />
                  </div>
                )}
                <h2 className={styles['heading']} data-part="papers">
                  {t('papers.title')}
                </h2>
                {needsCase && <p className={styles['hint']}>{t('procedure.caseFirst')}</p>}
                <PaperBlocks
                  key={screen.caseChoice ?? 'base'}
                  selected={selectPapers(found.documentGroups, screen.caseChoice)}
                />
              </div>
              <div className={styles['column']}>
                <ProcedureDetails procedure={found} portalUrl={portalUrl} asked={asked} />
              </div>
            </div>
            <RelatedProcedures procedure={found} />
          </>
        )}
      </Answered>
    </ScreenLayout>
  );
}
