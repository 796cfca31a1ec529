/** One list of the catalogue: a field, a place, a letter, what stands under no topic ("Việc khác"), or everything. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { KioskDescription } from '../../main/contract/kiosk.ts';
import { ProcedureList } from '../components/procedure-list.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { type ListOf, type Screen, wholeList } from '../state/screen.ts';
import { agencyWords } from '../wording/place-words.ts';

type ListPlace = Extract<Screen, { kind: 'list' }>;

export function ListScreen({ screen }: { readonly screen: ListPlace }) {
  const { t } = useTranslation();
  const { amend, description } = useKiosk();
  const { of } = screen;
  const hint = of.kind === 'agency' ? agencyWords(of.agency, description, t).hint : null;
  return (
    <ScreenLayout
      title={titleOf(of, description, t)}
      titleLang={of.kind === 'field' ? 'vi' : undefined}
      lead={hint === null ? undefined : <p>{hint}</p>}
    >
      <ProcedureList of={of} view={screen.view ?? wholeList} onView={(view) => amend({ ...screen, view })} />
    </ScreenLayout>
  );
}

function titleOf(of: ListOf, description: KioskDescription, t: TFunction): string {
  switch (of.kind) {
    case 'field':
      return of.field;
    case 'agency':
      return agencyWords(of.agency, description, t).name;
    case 'letter':
      return t('browse.letterTitle', { letter: of.letter });
    case 'elsewhere':
      return t('list.elsewhere');
    case 'all':
      break;
  }
  return t('browse.everything');
}
