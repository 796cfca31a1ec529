/** ticket-place */
import { useTranslation } from 'react-i18next';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { Waiting } from '../components/waiting.tsx';
import type { Screen } from '../state/screen.ts';

type TicketPlacePlace = Extract<Screen, { kind: 'ticket-place' }>;

export function TicketPlaceScreen({ screen }: { readonly screen: TicketPlacePlace }) {
  const { t } = useTranslation();
  return (
    <ScreenLayout title={t('shell.loading')} spokenTitle={screen.kind}>
      <Waiting />
    </ScreenLayout>
  );
}
