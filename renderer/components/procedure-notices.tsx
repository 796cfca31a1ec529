/** What must be known before reading on: notices of the day, changed facts, a citizen's deadline, the office's own note, whose rule it is. */
import type { Procedure } from '../../main/contract/procedure.ts';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useWording } from '../hooks/use-wording.ts';
import { NoticeList } from '../notices/notice-list.tsx';
import { useSteadyNotices } from '../notices/notices-context.ts';
import { dateWords } from '../wording/date-words.ts';
import { ActionButton } from './action-button.tsx';
import { Notice } from './notice.tsx';
import { SourceTag } from './source-tag.tsx';

export function ProcedureNotices({ procedure }: { readonly procedure: Procedure }) {
  const { t, language } = useWording();
  const { description, open } = useKiosk();
  const notices = useSteadyNotices(({ procedureCodes }) => procedureCodes.includes(procedure.code));
  const { citizenDeadline, handWritten, issuer, office } = procedure;
  const date = dateWords(description.catalogue.dataDate, language);
  return (
    <>
      {notices.length > 0 && <NoticeList notices={notices} />}
      {handWritten?.stale === true && (
        <Notice tone="red" icon="warning" title={t('procedure.stale', { date })}>
          {procedure.hasOfficialText && (
            <div>
              <ActionButton onPress={() => open({ kind: 'official', code: procedure.code })} icon="document">
                {t('procedure.official')}
              </ActionButton>
            </div>
          )}
        </Notice>
      )}
      {citizenDeadline !== null && (
        <Notice tone="gold" icon="calendar" title={t('procedure.deadline', { days: citizenDeadline.days })}>
          <p lang="vi">{citizenDeadline.text}</p>
        </Notice>
      )}
      {typeof office?.note === 'string' && (
        <Notice tone="green" icon="note" title={t('procedure.officeNote')}>
          <p lang="vi">{office.note}</p>
          <SourceTag origin="office" />
        </Notice>
      )}
      {issuer.scope === 'province' && (
        <Notice tone="gold" icon="information" title={t('procedure.localRule', { province: issuer.province })} />
      )}
      {language === 'en' && (
        <Notice tone="plain" icon="information">
          <p>{t('procedure.vietnameseOnly')}</p>
        </Notice>
      )}
    </>
  );
}
