/** Where people hand papers in, nearest first; what is not known leads to the guidance desk, never away (docs/catalogue.md §2). */
import { useTranslation } from 'react-i18next';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useAnswer } from '../hooks/use-answer.ts';
import { agencyWords } from '../wording/place-words.ts';
import { Answered } from './answered.tsx';
import { LinkRow } from './link-row.tsx';
import { LinkRows } from './link-rows.tsx';

export function AgencyList() {
  const { t } = useTranslation();
  const { description, open } = useKiosk();
  const answer = useAnswer('catalogue.agencies', {});
  return (
    <Answered answer={answer}>
      {(agencies) => (
        <LinkRows>
          {agencies.map(({ agency, procedureCount }) => {
            const { name, hint } = agencyWords(agency, description, t);
            return (
              <li key={agency}>
                <LinkRow
                  name={name}
                  hint={hint}
                  count={procedureCount}
                  onPress={() => open({ kind: 'list', of: { kind: 'agency', agency } })}
                />
              </li>
            );
          })}
        </LinkRows>
      )}
    </Answered>
  );
}
