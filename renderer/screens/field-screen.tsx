/** The procedures of one field, or those that stand under no topic ("Việc khác"). */
import { useTranslation } from 'react-i18next';
import { ProcedureList } from '../components/procedure-list.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';

interface FieldScreenProps {
  /** Null for what stands under no topic. */
  readonly field: string | null;
}

export function FieldScreen({ field }: FieldScreenProps) {
  const { t } = useTranslation();
  return (
    <ScreenLayout title={field ?? t('list.elsewhere')} titleLang={field === null ? undefined : 'vi'}>
      <ProcedureList of={field === null ? { kind: 'elsewhere' } : { kind: 'field', field }} />
    </ScreenLayout>
  );
}
