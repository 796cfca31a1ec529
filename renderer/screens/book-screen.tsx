/** Booking an appointment for a procedure. */
import { useTranslation } from 'react-i18next';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { Waiting } from '../components/waiting.tsx';
import type { Screen } from '../state/screen.ts';

type BookPlace = Extract<Screen, { kind: 'book' }>;

export function BookScreen({ screen }: { readonly screen: BookPlace }) {
  const { t } = useTranslation();
  return (
    <ScreenLayout title={t('shell.loading')} spokenTitle={screen.code}>
      <Waiting />
    </ScreenLayout>
  );
}
