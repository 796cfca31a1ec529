/** What the citizen does next: first on the screen and large. */
import type { ReactNode } from 'react';
import type { Dossier } from '../../main/contract/dossiers.ts';
import { Icon } from '../components/icon.tsx';
import type { IconName } from '../components/icon-drawings.tsx';
import { keyedItems } from '../components/keyed-items.ts';
import { LongText } from '../components/long-text.tsx';
import { useWording } from '../hooks/use-wording.ts';
import { dayOrMomentWords } from '../wording/dossier-words.ts';
import { numberWords } from '../wording/number-words.ts';
import styles from './next-step-card.module.css';
import { promisedDay } from './timeline.ts';

/** A paper or a reason runs to hundreds of letters; its beginning says what it is. */
const textLimit = 200;

export function NextStepCard({ dossier }: { readonly dossier: Dossier }) {
  const { t, language } = useWording();
  const { next, payment } = dossier;
  switch (next.kind) {
    case 'wait': {
      const due = promisedDay(dossier);
      return (
        <Card icon="clock" title={t('dossier.next.wait')} tone="calm">
          <p>{t('dossier.next.waitText')}</p>
          {due !== null && <Fact name={t('dossier.next.due')}>{dayOrMomentWords(due, language)}</Fact>}
        </Card>
      );
    }
    case 'supplement':
      return (
        <Card icon="papers" title={t('dossier.next.supplement')}>
          <ol className={styles['papers']}>
            {keyedItems(next.papers, (paper) => paper).map(({ key, item: paper, number }) => (
              <li key={key}>
                <span className={styles['number']}>{number}</span>
                <span className={styles['paper']}>
                  <LongText text={paper} limit={textLimit} />
                </span>
              </li>
            ))}
          </ol>
          {next.reason !== null && (
            <Fact name={t('dossier.next.reason')}>
              <LongText text={next.reason} limit={textLimit} />
            </Fact>
          )}
          {next.by !== null && <Fact name={t('dossier.next.by')}>{dayOrMomentWords(next.by, language)}</Fact>}
        </Card>
      );
    case 'pay':
      return (
        <Card
          icon="money"
          title={t('dossier.next.pay')}
          amount={payment === null ? null : t('fee.amount', { amount: numberWords(payment.amountVnd, language) })}
        >
          {payment === null && <p>{t('dossier.next.payUnknown')}</p>}
        </Card>
      );
    case 'collect':
      return (
        <Card icon="check" title={t('dossier.next.collect')}>
          <Fact name={t('dossier.next.where')}>
            <span lang="vi">{next.place}</span>
          </Fact>
          {next.hours !== null && (
            <Fact name={t('dossier.next.hours')}>
              <span lang="vi">{next.hours}</span>
            </Fact>
          )}
          <Fact name={t('dossier.next.bring')}>
            <ul className={styles['bring']}>
              <li>{t('dossier.next.bringReceipt')}</li>
              <li>{t('dossier.next.bringCard')}</li>
              {keyedItems(next.bring, (thing) => thing).map(({ key, item: thing }) => (
                <li key={key}>
                  <LongText text={thing} limit={textLimit} />
                </li>
              ))}
            </ul>
          </Fact>
        </Card>
      );
    case 'none':
      break;
  }
  if (dossier.state === 'returned') {
    return (
      <Card icon="check" title={t('dossier.next.returned')} tone="calm">
        <p>{next.reason ?? t('dossier.next.none')}</p>
      </Card>
    );
  }
  return (
    <Card icon="information" title={t('dossier.next.ended')} tone="ended">
      {next.reason === null ? (
        <p>{t('dossier.next.noReason')}</p>
      ) : (
        <Fact name={t('dossier.next.reason')}>
          <LongText text={next.reason} limit={textLimit} />
        </Fact>
      )}
      {dossier.contact !== null && (
        <Fact name={t('dossier.next.ask')}>
          <span lang="vi">{dossier.contact}</span>
        </Fact>
      )}
    </Card>
  );
}

interface CardProps {
  readonly icon: IconName;
  readonly title: string;
  /** Stands beside the title, as large as there is room. */
  readonly amount?: string | null;
  readonly children: ReactNode;
  /** `calm`: nothing is asked of the citizen. `ended`: nothing can be done any more. */
  readonly tone?: 'asking' | 'calm' | 'ended';
}

function Card({ icon, title, amount = null, children, tone = 'asking' }: CardProps) {
  const { t } = useWording();
  return (
    <section className={styles[tone]}>
      <div className={styles['head']}>
        <Icon name={icon} />
        <div>
          <p className={styles['label']}>{t('dossier.next.label')}</p>
          <h2 className={styles['title']}>{title}</h2>
        </div>
        {amount !== null && <p className={styles['amount']}>{amount}</p>}
      </div>
      {children}
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles['fact']}>
      <p className={styles['name']}>{name}</p>
      <div className={styles['value']}>{children}</div>
    </div>
  );
}
