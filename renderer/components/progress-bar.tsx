/** How far something is, as a bar with its share in words; still, for a kiosk paints no more than it must. */
import { ProgressBar as Bar, Label } from 'react-aria-components';
import styles from './progress-bar.module.css';

interface ProgressBarProps {
  readonly label: string;
  /** 0 ≤ share ≤ 1. */
  readonly share: number;
  /** The share as it is written, e.g. "42 %". */
  readonly shown: string;
}

export function ProgressBar({ label, share, shown }: ProgressBarProps) {
  return (
    <Bar className={styles['bar'] ?? ''} value={share} minValue={0} maxValue={1} valueLabel={shown}>
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <span className={styles['ground']}>
        <span className={styles['done']} style={{ width: `${share * 100}%` }} />
      </span>
      <span className={styles['shown']}>{shown}</span>
    </Bar>
  );
}
