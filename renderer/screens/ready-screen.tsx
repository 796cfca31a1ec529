/** All papers at hand: where to go now, with what, how much money, and the number to wait with. */
import { useState } from 'react';
import { caseGroups, selectPapers } from '../../main/contract/select-papers.ts';
import { Answered } from '../components/answered.tsx';
import { Icon } from '../components/icon.tsx';
import { keyedItems } from '../components/keyed-items.ts';
import { LongText } from '../components/long-text.tsx';
import { Notice } from '../components/notice.tsx';
import { NumberRefusal } from '../components/number-refusal.tsx';
import { PriorityQuestion } from '../components/priority-question.tsx';
import { ReadyActions } from '../components/ready-actions.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useAnswer } from '../hooks/use-answer.ts';
import { useNumberTaking } from '../hooks/use-number-taking.ts';
import { useQueueService } from '../hooks/use-queue-service.ts';
import { useWording } from '../hooks/use-wording.ts';
import type { Screen } from '../state/screen.ts';
import { feeHeadline } from '../wording/fee-words.ts';
import { openingWords } from '../wording/opening-words.ts';
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
  const { amend, description, visit } = useKiosk();
  const [nowMs] = useState(() => Date.now());
  const answer = useAnswer('procedures.get', { code: screen.code });
  const procedure = answer.kind === 'ready' ? answer.value.procedure : null;
  const place = procedure === null ? null : placeWords(procedure.servedAt, description, t);
  const title = (language === 'en' ? procedure?.english?.shortTitle : null) ?? procedure?.shortTitle ?? '';
  const hasList =
    procedure !== null && (screen.caseChoice !== undefined || caseGroups(procedure.documentGroups).length === 0);
  const service = useQueueService(screen.code);
  const isOpen = service?.opening.isOpen === true;
  const queue = useAnswer('queue.describe', isOpen ? { visit } : null);
  const taking = useNumberTaking();
  return (
    <ScreenLayout
      title={place?.isUnknown === true ? t('ready.unknownTitle') : t('ready.title')}
      lead={<p lang={language === 'en' && (procedure?.english ?? null) !== null ? 'en' : 'vi'}>{title}</p>}
      footer={
        <ReadyActions
          screen={screen}
          procedure={procedure}
          title={title}
          hasList={hasList}
          service={isOpen ? service : null}
          taking={taking}
        />
      }
    >
      {service?.opening.isOpen === false && (
        <Notice tone="gold" icon="clock" title={`${t('queue.closed')}: ${service.name[language]}`}>
          <p>{openingWords(service.opening.opensAtMs, nowMs, wording)}.</p>
        </Notice>
      )}
      <Answered answer={answer}>
        {({ procedure: found }) => {
          const method = glanceMethod(found.submissionMethods);
          const { always } = selectPapers(found.documentGroups, screen.caseChoice);
          const papers = always.flatMap((section) => section.papers);
          return (
            <div className={styles['ready']}>
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
              {queue.kind === 'ready' && (
                <div className={styles['priority']}>
                  <PriorityQuestion
                    kinds={queue.value.priorityKinds}
                    chosen={screen.priorityId ?? null}
                    onChoose={(priorityId) => amend({ ...screen, priorityId })}
                  />
                </div>
              )}
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
            </div>
          );
        }}
      </Answered>
      <NumberRefusal taking={taking} />
    </ScreenLayout>
  );
}
