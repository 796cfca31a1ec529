/** A fee that is due: the code for the citizen's own banking app, and the same in words for whoever pays another way. */
import type { Dossier } from '../../main/contract/dossiers.ts';
import { QrCode } from '../components/qr-code.tsx';
import { useWording } from '../hooks/use-wording.ts';
import { dayOrMomentWords } from '../wording/dossier-words.ts';
import { numberWords } from '../wording/number-words.ts';
import styles from './payment-card.module.css';

interface PaymentCardProps {
  readonly payment: NonNullable<Dossier['payment']>;
  /** False where the amount stands large right above. */
  readonly tellsAmount: boolean;
}

export function PaymentCard({ payment, tellsAmount }: PaymentCardProps) {
  const { t, language } = useWording();
  const { payee, amountVnd, purpose, payBy, receiptAt, qrText } = payment;
  const rows: readonly (readonly [name: string, value: string, lang: string])[] = [
    [t('dossier.pay.payee'), payee.name, 'vi'],
    ...(payee.bank === null ? [] : ([[t('dossier.pay.bank'), payee.bank, 'vi']] as const)),
    [t('dossier.pay.account'), payee.account, language],
    [t('dossier.pay.purpose'), purpose, 'vi'],
    ...(payBy === null ? [] : ([[t('dossier.pay.by'), dayOrMomentWords(payBy, language), language]] as const)),
    [t('dossier.pay.receipt'), receiptAt, 'vi'],
  ];
  return (
    <section className={styles['payment']}>
      <div className={styles['code']}>
        <QrCode text={qrText} label={t('dossier.pay.qr')} size="large" />
        <p className={styles['scan']}>{t('dossier.pay.scan')}</p>
      </div>
      <div className={styles['words']}>
        <h2 className={styles['title']}>{t('dossier.pay.title')}</h2>
        {tellsAmount && (
          <p className={styles['amount']}>
            <span className={styles['name']}>{t('dossier.pay.amount')}</span>{' '}
            {t('fee.amount', { amount: numberWords(amountVnd, language) })}
          </p>
        )}
        <dl className={styles['rows']}>
          {rows.map(([name, value, lang]) => (
            <div key={name}>
              <dt className={styles['name']}>{name}</dt>
              <dd lang={lang}>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
