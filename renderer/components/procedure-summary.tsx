/** What the procedure is for, in plain words, and its full official name. Old words are hidden once the facts have changed. */
import type { Procedure } from '../../main/contract/procedure.ts';
import { useWording } from '../hooks/use-wording.ts';
import { LongText } from './long-text.tsx';
import styles from './procedure-summary.module.css';
import { SourceTag } from './source-tag.tsx';

export function ProcedureSummary({ procedure }: { readonly procedure: Procedure }) {
  const { t, language } = useWording();
  const isStale = procedure.handWritten?.stale ?? false;
  const english = language === 'en' ? procedure.english : null;
  const summary = isStale ? null : (english?.summary ?? procedure.summary);
  return (
    <div className={styles['summary']}>
      {summary !== null && <p lang={english === null ? 'vi' : 'en'}>{summary}</p>}
      {summary !== null && procedure.handWritten !== null && <SourceTag origin="hand-written" />}
      {!sameName(procedure.name, procedure.shortTitle) && (
        <div className={styles['name']}>
          <span className={styles['label']}>{t('procedure.fullName')}: </span>
          <LongText text={procedure.name} />
        </div>
      )}
    </div>
  );
}

/** "Thủ tục đăng ký khai sinh" says no more than "Đăng ký khai sinh". */
function sameName(name: string, shortTitle: string): boolean {
  return name.replace(/^thủ tục\s+/iu, '').toLowerCase() === shortTitle.toLowerCase();
}
