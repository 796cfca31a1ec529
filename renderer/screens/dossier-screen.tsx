/** dossier */
import { useTranslation } from 'react-i18next';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { Waiting } from '../components/waiting.tsx';
import type { Screen } from '../state/screen.ts';

type DossierPlace = Extract<Screen, { kind: 'dossier' }>;

export function DossierScreen({ screen }: { readonly screen: DossierPlace }) {
  const { t } = useTranslation();
  return (
    <ScreenLayout title={t('shell.loading')} spokenTitle={screen.kind}>
      <Waiting />
    </ScreenLayout>
  );
}
