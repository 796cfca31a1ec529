/** Where no appointment helps: a person, a telephone, or a number today. */
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../components/action-button.tsx';
import { Icon } from '../components/icon.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useQueueService } from '../hooks/use-queue-service.ts';
import styles from './other-ways.module.css';

export interface Ways {
  /** The procedure, for a number; null where none is of use. */
  readonly code: string | null;
  /** Telephone or address. */
  readonly contact: string | null;
}

export function OtherWays({ code, contact }: Ways) {
  const { t } = useTranslation();
  const { description, open } = useKiosk();
  const service = useQueueService(code);
  const { office } = description;
  return (
    <section className={styles['ways']}>
      <h2 className={styles['heading']}>{t('appointment.otherWays')}</h2>
      <ul>
        <li>
          <Icon name="help" />
          <p>{t('appointment.wayDesk', { desk: office.helpDesk })}</p>
        </li>
        {contact !== null && (
          <li>
            <Icon name="phone" />
            <p>{t('appointment.wayContact', { contact })}</p>
          </li>
        )}
        {office.hours !== null && (
          <li>
            <Icon name="clock" />
            <p>
              {t('ready.hours')}: <span lang="vi">{office.hours}</span>
            </p>
          </li>
        )}
      </ul>
      {service?.opening.isOpen === true && (
        <ActionButton onPress={() => open({ kind: 'queue', code })} icon="ticket" size="large" fills>
          {t('appointment.wayQueue')}
        </ActionButton>
      )}
    </section>
  );
}
