/** Why no number was given, over whichever screen asked for it. */
import { useState } from 'react';
import type { NumberTaking } from '../hooks/use-number-taking.ts';
import { useWording } from '../hooks/use-wording.ts';
import { openingWords } from '../wording/opening-words.ts';
import { ActionButton } from './action-button.tsx';
import styles from './number-refusal.module.css';
import { QuestionDialog } from './question-dialog.tsx';
import { TakenTickets } from './taken-tickets.tsx';

const titleKeys = {
  closed: 'queue.closedTitle',
  'too-many': 'queue.tooManyTitle',
  'no-room': 'queue.noRoomTitle',
  failed: 'queue.noRoomTitle',
} as const;

/** Draws nothing where nothing was refused. */
export function NumberRefusal({ taking }: { readonly taking: NumberTaking }) {
  const { t, language } = useWording();
  const [nowMs] = useState(() => Date.now());
  const { refusal, dismiss } = taking;
  if (refusal === null) return null;
  return (
    <QuestionDialog
      icon={refusal.outcome === 'closed' ? 'clock' : refusal.outcome === 'too-many' ? 'ticket' : 'warning'}
      title={t(titleKeys[refusal.outcome])}
      onDismiss={dismiss}
      actions={
        <ActionButton onPress={dismiss} size="large" variant="primary">
          {t('queue.ok')}
        </ActionButton>
      }
    >
      {refusal.outcome === 'closed' && <p>{openingWords(refusal.opensAtMs, nowMs, { t, language })}.</p>}
      {refusal.outcome === 'too-many' && (
        <div className={styles['tickets']}>
          <p>{t('queue.tooManyText')}</p>
          <TakenTickets tickets={refusal.tickets} />
        </div>
      )}
      {(refusal.outcome === 'no-room' || refusal.outcome === 'failed') && <p>{t('queue.noRoomText')}</p>}
      {refusal.outcome === 'failed' && (
        <p className={styles['code']}>{t('failure.staffCode', { code: refusal.code })}</p>
      )}
    </QuestionDialog>
  );
}
