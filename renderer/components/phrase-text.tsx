/** A short title that breaks after its commas rather than inside a phrase: Vietnamese words are written in several pieces. */
import { keyedItems } from './keyed-items.ts';
import styles from './phrase-text.module.css';

export function PhraseText({ text }: { readonly text: string }) {
  const phrases = text.split(/(?<=[,:]) /u);
  return keyedItems(phrases, (phrase) => phrase).map(({ key, item: phrase, number }) => (
    <span key={key}>
      {number > 1 && ' '}
      <span className={styles['phrase']}>{phrase}</span>
    </span>
  ));
}
