/** "Ông/bà thuộc trường hợp nào?": the one question before the papers, where the text itself distinguishes cases. */
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DocumentGroup } from '../../main/contract/procedure.ts';
import type { CaseChoice } from '../../main/contract/select-papers.ts';
import { shortenLine } from '../wording/shorten-line.ts';
import styles from './case-chooser.module.css';

/** Stands for "none of these"; ids of groups are `g1`, `g2` … */
const noCase = 'none';

interface CaseChooserProps {
  readonly cases: readonly DocumentGroup[];
  readonly choice: CaseChoice;
  readonly onChoose: (choice: string | null) => void;
}

export function CaseChooser({ cases, choice, onChoose }: CaseChooserProps) {
  const { t } = useTranslation();
  // With several cases one is the citizen's; a single one may not be theirs at all.
  const offersNone = cases.length === 1;
  return (
    <RadioGroup
      className={styles['group'] ?? ''}
      data-part="case"
      value={choice === undefined ? '' : (choice ?? noCase)}
      onChange={(id) => onChoose(id === noCase ? null : id)}
    >
      <Label className={styles['question'] ?? ''}>{t('procedure.case')}</Label>
      {cases.map((group, index) => (
        <Choice key={group.id} id={group.id} lang="vi" text={group.title ?? `${index + 1}`} />
      ))}
      {offersNone && <Choice id={noCase} text={t('procedure.noCase')} />}
    </RadioGroup>
  );
}

function Choice({ id, text, lang }: { readonly id: string; readonly text: string; readonly lang?: string }) {
  const { shown } = shortenLine(text, 200);
  return (
    <Radio value={id} className={styles['choice'] ?? ''}>
      <span className={styles['dot']} aria-hidden="true" />
      <span lang={lang}>{shown}</span>
    </Radio>
  );
}
