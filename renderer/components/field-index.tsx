/** Every field (lĩnh vực) there is, under its letter, with keys to jump where there are many. */
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { letterOf } from '../../main/contract/index-letter.ts';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useAnswer } from '../hooks/use-answer.ts';
import { Answered } from './answered.tsx';
import styles from './field-index.module.css';
import { LetterGrid } from './letter-grid.tsx';
import { LinkRow } from './link-row.tsx';
import { LinkRows } from './link-rows.tsx';

/** Fewer fields are in sight at once, or nearly. */
const worthJumping = 24;

export function FieldIndex() {
  const { t } = useTranslation();
  const { open } = useKiosk();
  const headings = useRef(new Map<string, HTMLHeadingElement>());
  const answer = useAnswer('catalogue.fields', {});
  const jump = (letter: string) => {
    const heading = headings.current.get(letter);
    heading?.scrollIntoView({ block: 'start', behavior: 'smooth' });
    heading?.focus({ preventScroll: true });
  };
  return (
    <Answered answer={answer}>
      {(fields) => {
        const byLetter = Map.groupBy(fields, ({ field }) => letterOf(field));
        const counts = new Map([...byLetter].map(([letter, of]) => [letter, of.length]));
        return (
          <div className={styles['index']}>
            {fields.length > worthJumping && (
              <LetterGrid label={t('browse.jumpLabel')} counts={counts} onLetter={jump} compact />
            )}
            {[...byLetter].map(([letter, of]) => (
              <section key={letter} className={styles['part']}>
                <h2
                  className={styles['letter']}
                  lang="vi"
                  tabIndex={-1}
                  ref={(heading) => {
                    if (heading === null) headings.current.delete(letter);
                    else headings.current.set(letter, heading);
                  }}
                >
                  {letter}
                </h2>
                <LinkRows>
                  {of.map(({ field, procedureCount }) => (
                    <li key={field}>
                      <LinkRow
                        name={field}
                        nameLang="vi"
                        count={procedureCount}
                        onPress={() => open({ kind: 'list', of: { kind: 'field', field } })}
                      />
                    </li>
                  ))}
                </LinkRows>
              </section>
            ))}
          </div>
        );
      }}
    </Answered>
  );
}
