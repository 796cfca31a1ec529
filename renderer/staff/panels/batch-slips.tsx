/** The slips that are to be printed together, each with its case where its papers depend on one. */
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../components/action-button.tsx';
import { Notice } from '../../components/notice.tsx';
import { type BatchSlip, needsCase } from '../../state/slip-batch.ts';
import { shortenLine } from '../../wording/shorten-line.ts';
import styles from './batch-slips.module.css';

interface BatchSlipsProps {
  readonly slips: readonly BatchSlip[];
  readonly onRemove: (code: string) => void;
  readonly onChooseCase: (code: string, caseId: string) => void;
}

/** Longest name of a case that is told apart at a glance, in characters. */
const caseLength = 90;

export function BatchSlips({ slips, onRemove, onChooseCase }: BatchSlipsProps) {
  const { t } = useTranslation();
  if (slips.length === 0) {
    return (
      <Notice tone="plain" icon="papers" title={t('staff.slips.empty')}>
        <p>{t('staff.slips.emptyText')}</p>
      </Notice>
    );
  }
  return (
    <ul className={styles['slips']} aria-label={t('staff.slips.chosen')}>
      {slips.map((slip) => (
        <li key={slip.code} className={styles['slip']}>
          <div className={styles['words']}>
            <p className={styles['title']} lang="vi">
              {slip.title}
            </p>
            <p className={styles['code']}>{slip.code}</p>
          </div>
          <ActionButton
            icon="close"
            label={t('staff.slips.remove', { title: slip.title })}
            onPress={() => onRemove(slip.code)}
          >
            {t('staff.slips.removeShort')}
          </ActionButton>
          {slip.cases.length > 1 && (
            <div className={styles['cases']}>
              <p>{t(needsCase(slip) ? 'staff.slips.chooseCase' : 'staff.slips.case')}</p>
              {slip.cases.map((group, index) => (
                <ActionButton
                  key={group.id}
                  fills
                  variant={group.id === slip.caseId ? 'primary' : 'secondary'}
                  onPress={() => onChooseCase(slip.code, group.id)}
                >
                  {shortenLine(group.title ?? `${index + 1}`, caseLength).shown}
                </ActionButton>
              ))}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
