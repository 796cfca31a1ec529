/** From a procedure to an appointment for it; absent where this kiosk has no portal to ask. */
import { useTranslation } from 'react-i18next';
import type { CaseChoice } from '../../main/contract/select-papers.ts';
import { ActionButton } from '../components/action-button.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';

interface BookEntryProps {
  readonly code: string;
  readonly caseChoice: CaseChoice;
}

export function BookEntry({ code, caseChoice }: BookEntryProps) {
  const { t } = useTranslation();
  const { description, open } = useKiosk();
  if (!description.hasPortal) return null;
  return (
    <ActionButton onPress={() => open({ kind: 'book', code, caseChoice })} icon="calendar" size="large" fills>
      {t('appointment.entry')}
    </ActionButton>
  );
}
