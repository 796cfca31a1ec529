/** What there is to try: each dossier's code with the card that opens it, as texts to hold before the reader. */
import type { DemonstrationDossier } from './dossier-parts.ts';

export function describeDossiers(dossiers: readonly DemonstrationDossier[]): string {
  const people = [...new Set(dossiers.map(({ person }) => person))];
  const widest = Math.max(...dossiers.map(({ dossier }) => dossier.dossierCode.length));
  const lines = dossiers.map(({ dossier, person, shows }) => {
    const card = String(people.indexOf(person) + 1);
    return `  ${dossier.dossierCode.padEnd(widest)}  card ${card}  ${dossier.state.padEnd(16)}  ${shows}`;
  });
  const cards = people.map(({ cardText, hasTelephone }, index) =>
    [
      `  card ${index + 1}${hasTelephone ? '' : ' (no telephone: one-time codes are not sent)'}`,
      `    ${cardText}`,
    ].join('\n'),
  );
  return [
    'Dossiers (scan the code, then the card; every name is invented):',
    ...lines,
    'Cards:',
    ...cards,
    'As in: npm run scan -- "<code or card text>"',
    '',
  ].join('\n');
}
