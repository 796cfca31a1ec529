/** Numbers this citizen has: each leads to its own screen again. */
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../main/contract/queue.ts';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useLanguage } from '../hooks/use-language.ts';
import styles from './taken-tickets.module.css';

export function TakenTickets({ tickets }: { readonly tickets: readonly Ticket[] }) {
  const { t } = useTranslation();
  const { open } = useKiosk();
  const language = useLanguage();
  return (
    <ul className={styles['tickets']} aria-label={t('queue.taken')}>
      {tickets.map((ticket) => (
        <li key={ticket.number}>
          <Button
            className={styles['ticket'] ?? ''}
            aria-label={`${t('queue.show', { number: ticket.number })}: ${ticket.serviceName[language]}`}
            onPress={() => open({ kind: 'ticket', ticket, checklist: null, arrival: 'shown' })}
          >
            <span className={styles['number']}>{ticket.number}</span>
            <span className={styles['name']}>{ticket.serviceName[language]}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
