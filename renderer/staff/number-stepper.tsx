/** A number that is made smaller and larger by touch. */
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './number-stepper.module.css';

interface NumberStepperProps {
  readonly label: string;
  /** The number with its unit. */
  readonly shown: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step?: number;
  readonly onChange: (value: number) => void;
}

export function NumberStepper({ label, shown, value, least, most, step = 1, onChange }: NumberStepperProps) {
  const { t } = useTranslation();
  const move = (by: number) => onChange(Math.min(most, Math.max(least, value + by)));
  return (
    <fieldset className={styles['stepper']} aria-label={label}>
      <Button
        className={styles['key'] ?? ''}
        aria-label={t('staff.less')}
        isDisabled={value <= least}
        onPress={() => move(-step)}
      >
        −
      </Button>
      <output className={styles['value']}>{shown}</output>
      <Button
        className={styles['key'] ?? ''}
        aria-label={t('staff.more')}
        isDisabled={value >= most}
        onPress={() => move(step)}
      >
        +
      </Button>
    </fieldset>
  );
}
