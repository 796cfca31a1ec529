/** "Lấy số": the services in the office's order; whoever came from a procedure finds its service first. */
import { useTranslation } from 'react-i18next';
import type { QueueService } from '../../main/contract/queue.ts';
import { Answered } from '../components/answered.tsx';
import { Notice } from '../components/notice.tsx';
import { NumberRefusal } from '../components/number-refusal.tsx';
import { PriorityQuestion } from '../components/priority-question.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { ServiceRow } from '../components/service-row.tsx';
import { TakenTickets } from '../components/taken-tickets.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useAnswer } from '../hooks/use-answer.ts';
import { useNumberTaking } from '../hooks/use-number-taking.ts';
import { useQueueService } from '../hooks/use-queue-service.ts';
import type { Screen } from '../state/screen.ts';
import styles from './queue-screen.module.css';

type QueuePlace = Extract<Screen, { kind: 'queue' }>;

export function QueueScreen({ screen }: { readonly screen: QueuePlace }) {
  const { t } = useTranslation();
  const { amend, visit } = useKiosk();
  const answer = useAnswer('queue.describe', { visit });
  const services = answer.kind === 'ready' ? answer.value.services : [];
  const own = useQueueService(screen.code);
  const taking = useNumberTaking();
  const priorityId = screen.priorityId ?? null;
  const row = (service: QueueService) => (
    <li key={service.id}>
      <ServiceRow
        service={service}
        isDisabled={taking.isAsking}
        onTake={() => {
          const code = own?.id === service.id ? screen.code : null;
          taking.take({ serviceId: service.id, priorityId, code, checklist: null });
        }}
      />
    </li>
  );
  return (
    <ScreenLayout title={t('queue.title')} lead={<p>{t(leadKey(taking.isAsking, services))}</p>}>
      <Answered answer={answer}>
        {({ priorityKinds, taken }) => {
          const first = services.filter(({ id }) => id === own?.id);
          const others = services.filter(({ id }) => id !== own?.id);
          return (
            <div className={styles['queue']}>
              {services.some(({ opening }) => opening.isOpen) && (
                <div className={styles['priority']}>
                  <PriorityQuestion
                    kinds={priorityKinds}
                    chosen={priorityId}
                    onChoose={(id) => amend({ ...screen, priorityId: id })}
                  />
                </div>
              )}
              {taken.length > 0 && (
                <section className={styles['part']}>
                  <h2 className={styles['heading']}>{t('queue.taken')}</h2>
                  <TakenTickets tickets={taken} />
                </section>
              )}
              {services.length === 0 && (
                <Notice tone="gold" icon="information">
                  <p>{t('queue.none')}</p>
                </Notice>
              )}
              {first.length > 0 && (
                <section className={styles['part']}>
                  <h2 className={styles['heading']}>{t('queue.forProcedure')}</h2>
                  <ul>{first.map(row)}</ul>
                </section>
              )}
              {others.length > 0 && (
                <section className={styles['part']}>
                  {first.length > 0 && <h2 className={styles['heading']}>{t('queue.others')}</h2>}
                  <ul className={styles['services']} aria-label={t('queue.services')}>
                    {others.map(row)}
                  </ul>
                </section>
              )}
            </div>
          );
        }}
      </Answered>
      <NumberRefusal taking={taking} />
    </ScreenLayout>
  );
}

function leadKey(isAsking: boolean, services: readonly QueueService[]) {
  if (isAsking) return 'queue.taking';
  const isShut = services.length > 0 && !services.some(({ opening }) => opening.isOpen);
  return isShut ? 'queue.closedTitle' : 'queue.text';
}
