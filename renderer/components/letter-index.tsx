/** The alphabet of short titles: touch a letter, see what begins with it. */
import { useTranslation } from 'react-i18next';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useAnswer } from '../hooks/use-answer.ts';
import { Answered } from './answered.tsx';
import { LetterGrid } from './letter-grid.tsx';

export function LetterIndex() {
  const { t } = useTranslation();
  const { open } = useKiosk();
  const answer = useAnswer('catalogue.letters', {});
  return (
    <Answered answer={answer}>
      {(letters) => (
        <LetterGrid
          label={t('browse.byLetter')}
          counts={new Map(letters.map(({ letter, procedureCount }) => [letter, procedureCount]))}
          onLetter={(letter) => open({ kind: 'list', of: { kind: 'letter', letter } })}
        />
      )}
    </Answered>
  );
}
