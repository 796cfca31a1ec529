/** Lines that lead on, in one column or two. */
import type { ReactNode } from 'react';
import styles from './link-rows.module.css';

interface LinkRowsProps {
  readonly children: ReactNode;
  readonly label?: string;
}

export function LinkRows({ children, label }: LinkRowsProps) {
  return (
    <ul className={styles['rows']} aria-label={label}>
      {children}
    </ul>
  );
}
