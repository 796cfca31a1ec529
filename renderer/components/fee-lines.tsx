/** The rates of one channel; several wait behind one touch, exemptions stand apart (docs/catalogue.md §4). */
import { useState } from 'react';
import type { Fee } from '../../main/contract/procedure.ts';
import { useWording } from '../hooks/use-wording.ts';
import { feeHeadline, feeLine } from '../wording/fee-words.ts';
import { ActionButton } from './action-button.tsx';
import styles from './fee-lines.module.css';
import { keyedItems } from './keyed-items.ts';
import { LongText } from './long-text.tsx';
import { SourceTag } from './source-tag.tsx';

export function FeeLines({ fees }: { readonly fees: readonly Fee[] }) {
  const wording = useWording();
  const { t } = wording;
  const [isOpen, setOpen] = useState(false);
  const rates = fees.filter((fee) => !fee.exemption);
  const exemptions = fees.filter((fee) => fee.exemption);
  const [only] = rates;
  return (
    <div className={styles['fees']}>
      {rates.length === 1 && only !== undefined ? (
        <Rate fee={only} />
      ) : (
        <p className={styles['headline']}>{feeHeadline(fees, wording)}</p>
      )}
      {rates.length > 1 && (
        <div>
          <ActionButton variant="quiet" onPress={() => setOpen(!isOpen)}>
            {isOpen ? t('shell.showLess') : t('procedure.rates', { count: rates.length })}
          </ActionButton>
          {isOpen && <Rates fees={rates} />}
        </div>
      )}
      {exemptions.length > 0 && (
        <div className={styles['exemptions']}>
          <p className={styles['heading']}>{t('procedure.exemptions')}</p>
          <Rates fees={exemptions} />
        </div>
      )}
    </div>
  );
}

function Rates({ fees }: { readonly fees: readonly Fee[] }) {
  return (
    <ul className={styles['rates']}>
      {keyedItems(fees, (fee) => `${fee.amountVnd} ${fee.text}`).map(({ key, item: fee }) => (
        <li key={key}>
          <Rate fee={fee} />
        </li>
      ))}
    </ul>
  );
}

function Rate({ fee }: { readonly fee: Fee }) {
  const wording = useWording();
  const line = feeLine(fee, wording.today, wording);
  const isLong = line.headline.length > 60;
  return (
    <div className={styles['rate']}>
      <div className={isLong ? undefined : styles['headline']}>
        <LongText
          text={line.headline}
          lang={wording.language === 'en' && line.words === null ? 'vi' : wording.language}
        />
      </div>
      {line.words !== null && (
        <div>
          <LongText text={line.words} limit={240} />
        </div>
      )}
      {line.expired !== null && <p className={styles['expired']}>{line.expired}</p>}
      {line.legalBasis !== null && (
        <p className={styles['basis']}>{wording.t('fee.basis', { basis: line.legalBasis })}</p>
      )}
      <SourceTag origin={fee.origin} />
    </div>
  );
}
