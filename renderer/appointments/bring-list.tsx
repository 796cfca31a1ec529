/** The papers of the procedure, so that nobody comes in vain; more of them stand on the slip. */
import { type CaseChoice, caseGroups, selectPapers } from '../../main/contract/select-papers.ts';
import { Icon } from '../components/icon.tsx';
import { keyedItems } from '../components/keyed-items.ts';
import { useAnswer } from '../hooks/use-answer.ts';
import { useWording } from '../hooks/use-wording.ts';
import { shortenLine } from '../wording/shorten-line.ts';
import styles from './bring-list.module.css';

/** More than these are on the slip. */
const papersNamed = 6;

interface BringListProps {
  readonly code: string;
  readonly caseChoice: CaseChoice;
}

/** Draws nothing where the procedure is not known or names no papers. */
export function BringList({ code, caseChoice }: BringListProps) {
  const { t } = useWording();
  const answer = useAnswer('procedures.get', { code });
  if (answer.kind !== 'ready') return null;
  const { documentGroups } = answer.value.procedure;
  const papers = selectPapers(documentGroups, caseChoice).always.flatMap((section) => section.papers);
  const isOpen = caseChoice === undefined && caseGroups(documentGroups).length > 0;
  if (papers.length === 0 && !isOpen) return null;
  return (
    <section className={styles['bring']}>
      <h2 className={styles['heading']}>{t('appointment.bring')}</h2>
      <ul>
        {keyedItems(papers.slice(0, papersNamed), (paper) => paper.name).map(({ key, item: paper }) => (
          <li key={key} lang="vi">
            <Icon name="check" plain />
            {shortenLine(paper.name).shown}
          </li>
        ))}
      </ul>
      {papers.length > papersNamed && <p>{t('ready.bringMore', { count: papers.length - papersNamed })}</p>}
      {isOpen && <p>{t('appointment.bringCases')}</p>}
    </section>
  );
}
