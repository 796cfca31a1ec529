/** All papers at hand: where to go now, with what, and how much money. */
import { ActionButton } from '../components/action-button.tsx';
import { Answered } from '../components/answered.tsx';
import { Icon } from '../components/icon.tsx';
import { LongText } from '../components/long-text.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useAnswer } from '../hooks/use-answer.ts';
import { useWording } from '../hooks/use-wording.ts';
import { caseGroups, countPapers, selectPapers } from '../papers/select-papers.ts';
import type { Screen } from '../state/screen.ts';
import { feeHeadline } from '../wording/fee-words.ts';
import { placeWords } from '../wording/place-words.ts';
import { glanceMethod, timeHeadline } from '../wording/time-words.ts';
import styles from './ready-screen.module.css';

type ReadyPlace = Extract<Screen, { kind: 'ready' }>;

export function ReadyScreen({ screen }: { readonly screen: ReadyPlace }) {
  const wording = useWording();
  const { t, language } = wording;
  const { description, open, end } = useKiosk();
  const answer = useAnswer('procedures.get', { code: screen.code });
  const procedure = answer.kind === 'ready' ? answer.value.procedure : null;
  const place = procedure === null ? null : placeWords(procedure.servedAt, description, t);
  const title = (language === 'en' ? procedure?.english?.shortTitle : null) ?? procedure?.shortTitle ?? '';
  const canPrint =
    procedure !== null && (screen.caseChoice !== undefined || caseGroups(procedure.documentGroups).length === 0);
  return (
    <ScreenLayout
      title={place?.isUnknown === true ? t('ready.unknownTitle') : t('ready.title')}
      lead={<p lang={language === 'en' && procedure?.english != null ? 'en' : 'vi'}>{title}</p>}
      footer={
        <div className={styles['footer']}>
          {canPrint && (
            <ActionButton
              size="large"
              icon="printer"
              onPress={() =>
                open({
                  kind: 'print',
                  slip: { kind: 'checklist', code: screen.code, caseId: screen.caseChoice ?? null },
                  title,
                })
              }
            >
              {t('ready.print')}
            </ActionButton>
          )}
          <ActionButton size="large" variant="primary" icon="check" onPress={end}>
            {t('ready.done')}
          </ActionButton>
        </div>
      }
    >
      <Answered answer={answer}>
        {({ procedure: found }) => {
          const method = glanceMethod(found.submissionMethods);
          const papers = countPapers(selectPapers(found.documentGroups, screen.caseChoice).always);
          return (
            <>
              <div className={styles['place']}>
                <Icon name="place" />
                <div className={styles['words']}>
                  {found.office?.counter != null && (
                    <p className={styles['counter']}>{t('procedure.counter', { counter: found.office.counter })}</p>
                  )}
                  <p className={styles['name']}>{place?.name}</p>
                  {place?.address != null && <p lang="vi">{place.address}</p>}
                  {place?.hours != null && (
                    <p lang="vi">
                      {t('ready.hours')}: {place.hours}
                    </p>
                  )}
                  {found.office?.note != null && <p lang="vi">{found.office.note}</p>}
                </div>
              </div>
              <dl className={styles['facts']}>
                {papers > 0 && (
                  <div>
                    <dt>{t('ready.bring')}</dt>
                    <dd>{t('ready.bringCount', { count: papers })}</dd>
                  </div>
                )}
                <div>
                  <dt>{t('ready.money')}</dt>
                  <dd>
                    <LongText text={feeHeadline(method?.fees ?? [], wording)} lang={language} />
                  </dd>
                </div>
                <div>
                  <dt>{t('procedure.time')}</dt>
                  <dd>{timeHeadline(method?.processingTime ?? null, found.sameDayUntil, wording)}</dd>
                </div>
              </dl>
            </>
          );
        }}
      </Answered>
    </ScreenLayout>
  );
}
