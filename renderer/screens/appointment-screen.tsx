/** An appointment as its slip shows it. */
import { useTranslation } from 'react-i18next';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { Waiting } from '../components/waiting.tsx';
import type { Screen } from '../state/screen.ts';

type AppointmentPlace = Extract<Screen, { kind: 'appointment' }>;

export function AppointmentScreen({ screen }: { readonly screen: AppointmentPlace }) {
  const { t } = useTranslation();
  return (
    <ScreenLayout title={t('shell.loading')} spokenTitle={screen.appointmentCode}>
      <Waiting />
    </ScreenLayout>
  );
}
