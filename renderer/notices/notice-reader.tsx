/** Notices in full over the page, whose they are beside them. */
import { useTranslation } from 'react-i18next';
import type { ShownNotice } from '../../main/contract/notices.ts';
import { ActionButton } from '../components/action-button.tsx';
import { QuestionDialog } from '../components/question-dialog.tsx';
import { SourceTag } from '../components/source-tag.tsx';
import { useLanguage } from '../hooks/use-language.ts';
import styles from './notice-reader.module.css';
import { noticeWords } from './notice-words.ts';

interface NoticeReaderProps {
  readonly notices: readonly ShownNotice[];
  readonly onClose: () => void;
}

export function NoticeReader({ notices, onClose }: NoticeReaderProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const hasWarning = notices.some(({ kind }) => kind === 'warning');
  return (
    <QuestionDialog
      icon={hasWarning ? 'warning' : 'information'}
      title={t('notices.label')}
      onDismiss={onClose}
      actions={
        <ActionButton onPress={onClose} size="large" variant="primary">
          {t('notices.ok')}
        </ActionButton>
      }
    >
      <ul className={styles['notices']}>
        {notices.map((notice) => {
          const { text, lang } = noticeWords(notice, language);
          return (
            <li key={`${notice.origin} ${notice.id}`}>
              <p className={styles['text']} lang={lang}>
                {text}
              </p>
              <SourceTag origin={notice.origin} />
            </li>
          );
        })}
      </ul>
    </QuestionDialog>
  );
}
