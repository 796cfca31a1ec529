/** The papers in their three blocks; the first block's number is the one told at a glance. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countPapers, type PaperSection, type SelectedPapers } from '../../main/contract/select-papers.ts';
import { ActionButton } from './action-button.tsx';
import { keyedItems } from './keyed-items.ts';
import { LongText } from './long-text.tsx';
import { Notice } from './notice.tsx';
import styles from './paper-blocks.module.css';
import { PaperLine } from './paper-line.tsx';
import { Section } from './section.tsx';

/** Papers of one heading shown at once; procedures with 224 lines exist. */
const shownAtOnce = 15;

export function PaperBlocks({ selected }: { readonly selected: SelectedPapers }) {
  const { t } = useTranslation();
  const all = [...selected.always, ...selected.ifApplicable, ...selected.oneOf];
  if (countPapers(all) === 0) {
    return (
      <Notice tone="plain" icon="information">
        <p>{t('papers.none')}</p>
      </Notice>
    );
  }
  const hasCopies = all.some((section) => section.papers.some((paper) => paper.copies > 0));
  return (
    <div className={styles['blocks']}>
      <Block title={t('papers.always')} sections={selected.always} tone="red" />
      <Block title={t('papers.ifApplicable')} sections={selected.ifApplicable} tone="gold" />
      <Block title={t('papers.oneOf')} sections={selected.oneOf} tone="green" />
      {hasCopies && (
        <Notice tone="plain" icon="information">
          <p>{t('papers.copyExplained')}</p>
        </Notice>
      )}
      {selected.notes.length > 0 && (
        <Section title={t('papers.notes', { count: selected.notes.length })} icon="note">
          <ul className={styles['notes']}>
            {keyedItems(selected.notes, (note) => note).map(({ key, item: note }) => (
              <li key={key}>
                <LongText text={note} limit={240} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

interface BlockProps {
  readonly title: string;
  readonly sections: readonly PaperSection[];
  readonly tone: 'red' | 'green' | 'gold';
}

function Block({ title, sections, tone }: BlockProps) {
  const count = countPapers(sections);
  if (count === 0) return null;
  return (
    <section className={styles['block']} data-tone={tone}>
      <h3 className={styles['title']}>
        <span className={styles['words']}>{title}</span>
        {tone === 'red' && <span className={styles['count']}>{count}</span>}
      </h3>
      {sections.map((section) => (
        <Papers key={section.key} section={section} />
      ))}
    </section>
  );
}

function Papers({ section }: { readonly section: PaperSection }) {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const papers = isWhole ? section.papers : section.papers.slice(0, shownAtOnce);
  const rest = section.papers.length - papers.length;
  return (
    <div className={styles['section']}>
      {section.title !== null && (
        <h4 className={styles['heading']}>
          <LongText text={section.title} />
        </h4>
      )}
      <ul>
        {keyedItems(papers, (paper) => paper.name).map(({ key, item: paper }) => (
          <PaperLine key={key} paper={paper} />
        ))}
      </ul>
      {rest > 0 && (
        <ActionButton onPress={() => setWhole(true)} icon="down">
          {t('papers.showRest', { count: rest })}
        </ActionButton>
      )}
    </div>
  );
}
