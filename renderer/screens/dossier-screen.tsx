/** "Hồ sơ của tôi đến đâu?": the code first, then how far it is, then, after proof, everything else. */
import { DossierEntry } from '../dossiers/dossier-entry.tsx';
import { FoundDossier } from '../dossiers/found-dossier.tsx';
import { OpenedDossier } from '../dossiers/opened-dossier.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import type { Screen } from '../state/screen.ts';

export function DossierScreen({ screen }: { readonly screen: Extract<Screen, { kind: 'dossier' }> }) {
  const { openDossiers } = useKiosk();
  const { dossierCode, view } = screen;
  if (dossierCode === null) return <DossierEntry screen={screen} />;
  const dossier = openDossiers.find(view);
  return view !== undefined && dossier !== null ? (
    <OpenedDossier view={view} dossier={dossier} />
  ) : (
    <FoundDossier screen={screen} dossierCode={dossierCode} />
  );
}
