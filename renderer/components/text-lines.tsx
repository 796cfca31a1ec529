/** A list of sentences of the catalogue. */
import type { Origin } from '../../main/contract/procedure.ts';
import { classNames } from './class-names.ts';
import { keyedItems } from './keyed-items.ts';
import { LongText } from './long-text.tsx';
import { SourceTag } from './source-tag.tsx';
import styles from './text-lines.module.css';

interface TextLinesProps {
  readonly texts: readonly string[];
  readonly origin?: Origin;
  readonly isSmall?: boolean;
}

export function TextLines({ texts, origin, isSmall = false }: TextLinesProps) {
  return (
    <>
      <ul className={classNames(styles['lines'], isSmall && styles['small'])}>
        {keyedItems(texts, (text) => text).map(({ key, item: text }) => (
          <li key={key}>
            <LongText text={text} limit={240} />
          </li>
        ))}
      </ul>
      {origin !== undefined && <SourceTag origin={origin} />}
    </>
  );
}
