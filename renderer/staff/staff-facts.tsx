/** Facts under a heading, label beside value, as every panel shows them. */
import type { ReactNode } from 'react';
import styles from './staff-facts.module.css';

interface StaffFactsProps {
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: ReactNode; readonly lang?: string }[];
  readonly children?: ReactNode;
}

export function StaffFacts({ title, facts, children }: StaffFactsProps) {
  return (
    <section className={styles['card']} aria-label={title}>
      <h2 className={styles['title']}>{title}</h2>
      <dl className={styles['facts']}>
        {facts.map(({ label, value, lang }) => (
          <div key={label} className={styles['fact']}>
            <dt>{label}</dt>
            <dd lang={lang}>{value}</dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  );
}
