/** All papers at hand: where to go now, with what, and how much money. */

import { caseGroups, selectPapers } from '../../main/contract/select-papers.ts';
import { ActionButton } from '../components/action-button.tsx';
import { Answered } from '../components/answered.tsx';
import { Icon } from '../components/icon.tsx';
import { keyedItems } from '../components/keyed-items.ts';
import { LongText } from '../components/long-text.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useAnswer } from '../hooks/use-answer.ts';
import { useWording } from '../hooks/use-wording.ts';
import type { Screen } from '../state/screen.ts';
import { feeHeadline } from '../wording/fee-words.ts';
import { placeWords } from '../wording/place-words.ts';
import { shortenLine } from '../wording/shorten-line.ts';
import { glanceMethod, timeHeadline } from '../wording/time-words.ts';
import styles from './ready-screen.module.css';

/** More than these are on the slip. */
const papersNamed = 8;

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
      lead={<p lang={language === 'en' && (procedure?.english ?? null) !== null ? 'en' : 'vi'}>{title}</p>}
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
          const { always } = selectPapers(found.documentGroups, screen.caseChoice);
          const papers = always.flatMap((section) => section.papers);
          return (
            <>
              <div className={styles['place']}>
                <Icon name="place" />
                <div className={styles['words']}>
                  {typeof found.office?.counter === 'string' && (
                    <p className={styles['counter']}>{t('procedure.counter', { counter: found.office.counter })}</p>
                  )}
                  <p className={styles['name']}>{place?.name}</p>
                  {typeof place?.address === 'string' && <p lang="vi">{place.address}</p>}
                  {typeof place?.hours === 'string' && (
                    <p lang="vi">
                      {t('ready.hours')}: {place.hours}
                    </p>
                  )}
                  {typeof found.office?.note === 'string' && <p lang="vi">{found.office.note}</p>}
                </div>
              </div>
              {papers.length > 0 && (
                <section className={styles['papers']}>
                  <h2 className={styles['heading']}>{t('ready.bring')}</h2>
                  <ul>
                    {keyedItems(papers.slice(0, papersNamed), (paper) => paper.name).map(({ key, item: paper }) => (
                      <li key={key} lang="vi">
                        <Icon name="check" plain />
                        {shortenLine(paper.name).shown}
                      </li>
                    ))}
                  </ul>
                  {papers.length > papersNamed && <p>{t('ready.bringMore', { count: papers.length - papersNamed })}</p>}
                </section>
              )}
              <dl className={styles['facts']}>
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
