/** A number: large on the screen whatever becomes of its slip, which prints by itself when the number is new. */
import { useEffect, useState } from 'react';
import type { SlipRequest } from '../../main/contract/printing.ts';
import { ActionButton } from '../components/action-button.tsx';
import { Notice } from '../components/notice.tsx';
import { PrintPanel } from '../components/print-panel.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { useKiosk, useKioskState } from '../hooks/kiosk-context.ts';
import { usePrintTask } from '../hooks/use-print-task.ts';
import { usePrinterStatus } from '../hooks/use-printer-status.ts';
import { useWording } from '../hooks/use-wording.ts';
import { createPrintTask } from '../printing/print-task.ts';
import { isPrintBusy } from '../state/print-state.ts';
import type { Screen } from '../state/screen.ts';
import { dateWords } from '../wording/date-words.ts';
import { clockWords } from '../wording/opening-words.ts';
import styles from './ticket-screen.module.css';

type TicketPlace = Extract<Screen, { kind: 'ticket' }>;

export function TicketScreen({ screen }: { readonly screen: TicketPlace }) {
  const { t, language } = useWording();
  const { connection, visit, ticketTasks, home, end } = useKiosk();
  const { textSize } = useKioskState();
  const { ticket, checklist, arrival } = screen;
  const [task] = useState(() => ticketTasks.get(ticket.number) ?? createPrintTask(connection));
  const state = usePrintTask(task);
  const status = usePrinterStatus();
  const request: SlipRequest = {
    kind: 'ticket',
    visit,
    number: ticket.number,
    checklist,
    language,
    large: textSize !== 'normal',
  };
  const isBusy = isPrintBusy(state);
  // To go on now would call the slip off.
  const isWaiting = state.kind === 'asking' || state.kind === 'queued';
  const counter = ticket.counter?.[language] ?? null;

  useEffect(() => {
    ticketTasks.set(ticket.number, task);
  }, [ticketTasks, ticket.number, task]);

  useEffect(() => {
    // Once: whoever comes back to a number finds its slip as it was left.
    if (arrival === 'new' && task.state().kind === 'idle') task.print(request);
  });

  return (
    <ScreenLayout
      title={t('ticket.title')}
      spokenTitle={t('ticket.spoken', { number: ticket.number })}
      footer={
        <div className={styles['footer']}>
          <ActionButton onPress={home} size="large" icon="search" isDisabled={isWaiting}>
            {t('ticket.another')}
          </ActionButton>
          <ActionButton onPress={end} size="large" variant="primary" icon="check" isDisabled={isWaiting}>
            {t('ticket.done')}
          </ActionButton>
        </div>
      }
    >
      {arrival === 'already-taken' && (
        <Notice tone="gold" icon="information" isLive>
          <p>{t('ticket.alreadyTaken')}</p>
        </Notice>
      )}
      <div className={styles['ticket']}>
        <div className={styles['card']}>
          <p className={styles['number']} data-letters={ticket.number.length}>
            {ticket.number}
          </p>
          <p className={styles['service']}>{ticket.serviceName[language]}</p>
          <p className={styles['wait']}>{counter === null ? t('ticket.wait') : t('ticket.waitAt', { counter })}</p>
          {screen.givenBefore !== undefined && (
            <p className={styles['wait']}>{t('appointment.givenBefore', { count: screen.givenBefore })}</p>
          )}
        </div>
        <div className={styles['beside']}>
          <div className={styles['slip']}>
            <PrintPanel
              state={state}
              status={status}
              printLabel={t('ticket.print')}
              onPrint={() => task.print(request)}
              onStop={() => task.cancel()}
              onConfirm={(cameOut) => task.confirm(cameOut)}
            />
            {!isBusy && state.kind !== 'printed' && <p className={styles['valid']}>{t('ticket.stillValid')}</p>}
          </div>
          <dl className={styles['facts']}>
            {ticket.priority !== null && (
              <div>
                <dt>{t('ticket.priority')}</dt>
                <dd>{ticket.priority.title[language]}</dd>
              </div>
            )}
            <div>
              <dt>{t('ticket.takenAt')}</dt>
              <dd>
                {t('ticket.takenAtWords', {
                  time: clockWords(ticket.takenAtMs),
                  date: dateWords(ticket.day, language),
                })}
              </dd>
            </div>
          </dl>
          <p className={styles['today']}>{t('ticket.validToday')}</p>
        </div>
      </div>
    </ScreenLayout>
  );
}
