/** From a procedure to an appointment for it; absent where this kiosk has no portal to ask, or the papers go to others than its city. */
import { useTranslation } from 'react-i18next';
import type { Place, Procedure } from '../../main/contract/procedure.ts';
import type { CaseChoice } from '../../main/contract/select-papers.ts';
import { ActionButton } from '../components/action-button.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';

/** Have counters and appointments of their own, which the city's portal does not give. */
const placesOfOthers: ReadonlySet<Place> = new Set(['police', 'social-insurance', 'tax', 'school', 'military']);

interface BookEntryProps {
  readonly procedure: Pick<Procedure, 'code' | 'servedAt'>;
  readonly caseChoice: CaseChoice;
  /** As wide as its place. */
  readonly fills?: boolean;
}

export function BookEntry({ procedure, caseChoice, fills = false }: BookEntryProps) {
  const { t } = useTranslation();
  const { description, open } = useKiosk();
  const { code, servedAt } = procedure;
  if (!description.hasPortal || placesOfOthers.has(servedAt)) return null;
  return (
    <ActionButton onPress={() => open({ kind: 'book', code, caseChoice })} icon="calendar" size="large" fills={fills}>
      {t('appointment.entry')}
    </ActionButton>
  );
}
