/** What is wrong with the code typed so far, and where; or that it goes on, or is whole. Read aloud when there is a pause. */
import { useTranslation } from 'react-i18next';
import { readDossierCode } from '../../main/contract/dossier-code.ts';
import { Icon } from '../components/icon.tsx';
import { mistakeKey } from '../wording/dossier-words.ts';
import styles from './code-advice.module.css';

/** A day that does not exist is marked whole: nobody can tell which of its digits is wrong. */
const dateDigits = 6;

interface CodeAdviceProps {
  readonly id: string;
  readonly typed: string;
}

export function CodeAdvice({ id, typed }: CodeAdviceProps) {
  const { t } = useTranslation();
  const read = readDossierCode(typed);
  const mistake = mistakeKey(read);
  const isWhole = 'code' in read;
  return (
    <output id={id} className={styles['advice']}>
      {mistake !== null && 'at' in read ? (
        <>
          <p className={styles['mistake']}>
            <Icon name="information" />
            <span>{t(mistake)}</span>
          </p>
          <p className={styles['place']}>
            <span className={styles['here']}>{t('dossier.entry.here')}</span>
            <MarkedPlace text={typed} at={read.at} length={read.mistake === 'impossible-date' ? dateDigits : 1} />
          </p>
        </>
      ) : (
        <p className={isWhole ? styles['whole'] : styles['hint']}>
          {isWhole && <Icon name="check" plain />}
          <span>
            {t(isWhole ? 'dossier.entry.whole' : typed.trim() === '' ? 'dossier.entry.where' : 'dossier.entry.goOn')}
          </span>
        </p>
      )}
    </output>
  );
}

/** The letter at the place; where something is still to come, an empty place behind the last one. */
function MarkedPlace({ text, at, length }: { readonly text: string; readonly at: number; readonly length: number }) {
  const sign = text.slice(at, at + length) || '\u2423';
  return (
    <span className={styles['text']}>
      {text.slice(0, at)}
      <mark>{sign}</mark>
      {text.slice(at + sign.length)}
    </span>
  );
}
