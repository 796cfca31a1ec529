/** From a procedure to the queue of its own service: one touch, the service named on the button; absent where there is none. */
import { useTranslation } from 'react-i18next';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useLanguage } from '../hooks/use-language.ts';
import { useQueueService } from '../hooks/use-queue-service.ts';
import { ActionButton } from './action-button.tsx';

export function QueueEntry({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const { open } = useKiosk();
  const language = useLanguage();
  const service = useQueueService(code);
  if (service === null) return null;
  return (
    <ActionButton onPress={() => open({ kind: 'queue', code })} icon="ticket" size="large" fills>
      {t('queue.take', { service: service.name[language] })}
    </ActionButton>
  );
}
