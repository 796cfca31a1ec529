/** What can be done with all papers at hand: take a number with the list, print the list, come another day, or go. */
import type { Procedure } from '../../main/contract/procedure.ts';
import type { QueueService } from '../../main/contract/queue.ts';
import { BookEntry } from '../appointments/book-entry.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import type { NumberTaking } from '../hooks/use-number-taking.ts';
import { useWording } from '../hooks/use-wording.ts';
import type { Screen } from '../state/screen.ts';
import { ActionButton } from './action-button.tsx';
import styles from './ready-actions.module.css';

interface ReadyActionsProps {
  readonly screen: Extract<Screen, { kind: 'ready' }>;
  /** Null while it is not there yet. */
  readonly procedure: Procedure | null;
  readonly title: string;
  /** The case is chosen, or there is none to choose. */
  readonly hasList: boolean;
  /** Null where no number is given for it now. */
  readonly service: QueueService | null;
  readonly taking: NumberTaking;
}

export function ReadyActions({ screen, procedure, title, hasList, service, taking }: ReadyActionsProps) {
  const { t, language } = useWording();
  const { open, end } = useKiosk();
  const { code } = screen;
  const checklist = hasList ? { code, caseId: screen.caseChoice ?? null } : null;
  const take = (serviceId: string) =>
    taking.take({ serviceId, priorityId: screen.priorityId ?? null, code, checklist });
  return (
    <div className={styles['actions']}>
      {service !== null && (
        <output className={styles['service']}>
          {taking.isAsking
            ? t('queue.taking')
            : t(hasList ? 'queue.readyText' : 'queue.readyTextPlain', { service: service.name[language] })}
        </output>
      )}
      <div className={styles['buttons']}>
        {checklist !== null && (
          <ActionButton
            size="large"
            icon="printer"
            onPress={() => open({ kind: 'print', slip: { kind: 'checklist', ...checklist }, title })}
          >
            {t('ready.print')}
          </ActionButton>
        )}
        {procedure !== null && <BookEntry procedure={procedure} caseChoice={screen.caseChoice} />}
        <ActionButton size="large" variant={service === null ? 'primary' : 'secondary'} icon="check" onPress={end}>
          {t('ready.done')}
        </ActionButton>
        {service !== null && (
          <ActionButton
            size="large"
            variant="primary"
            icon="ticket"
            isDisabled={taking.isAsking}
            onPress={() => take(service.id)}
          >
            {t('queue.readyTake')}
          </ActionButton>
        )}
      </div>
    </div>
  );
}
