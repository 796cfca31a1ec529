/** What stands in the place of a screen that broke. */
import { useTranslation } from 'react-i18next';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { ActionButton } from './action-button.tsx';
import type { FallbackProps } from './error-boundary.tsx';
import { PlainPage } from './plain-page.tsx';

/** Longest technical message worth showing to staff, in characters. */
const longestMessage = 120;

export function BrokenScreen({ error, recover }: FallbackProps) {
  const { t } = useTranslation();
  const { home } = useKiosk();
  const goHome = () => {
    recover();
    home();
  };
  return (
    <PlainPage
      icon="warning"
      title={t('failure.brokenTitle')}
      text={t('failure.brokenText')}
      staffText={t('failure.staffCode', { code: error.message.slice(0, longestMessage) })}
    >
      <ActionButton variant="primary" size="large" icon="home" onPress={goHome}>
        {t('failure.goHome')}
      </ActionButton>
    </PlainPage>
  );
}
