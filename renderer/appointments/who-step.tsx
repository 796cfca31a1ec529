/** Third step: who comes, by a typed name or by a card held before the reader. Nothing is ticked beforehand. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../components/action-button.tsx';
import { Icon } from '../components/icon.tsx';
import { OnScreenKeyboard } from '../components/on-screen-keyboard.tsx';
import { ScrollRegion } from '../components/scroll-region.tsx';
import { useKiosk, useKioskState } from '../hooks/kiosk-context.ts';
import { useCanScan } from '../hooks/use-reader-status.ts';
import type { KeyName } from '../keyboard/key-layout.ts';
import type { KeyFieldHandle } from '../keyboard/use-key-field.ts';
import { useCardTaker } from '../scanning/use-card-taker.ts';
import type { Screen } from '../state/screen.ts';
import { screenName } from '../state/screen-name.ts';
import { BookingHead } from './booking-head.tsx';
import { type BookingStep, confirming } from './booking-steps.ts';
import { type Holder, nameAsOnPapers, nameTrouble } from './holder.ts';
import { NameField } from './name-field.tsx';
import styles from './who-step.module.css';

interface WhoStepProps {
  readonly screen: Extract<Screen, { kind: 'book' }>;
  readonly step: Extract<BookingStep, { at: 'who' }>;
}

export function WhoStep({ screen, step }: WhoStepProps) {
  const { t } = useTranslation();
  const { amend, open, wishes } = useKiosk();
  const state = useKioskState();
  const field = useRef<KeyFieldHandle>(null);
  const [hasKeyboard, setHasKeyboard] = useState(true);
  const canScan = useCanScan();
  const { typed, time, isRefused } = step;
  const trouble = nameTrouble(typed);
  const goOn = (holder: Holder) => open({ ...screen, step: confirming(screen, time, holder, wishes.keyFor) });
  const goOnByName = () => {
    if (trouble === null) goOn({ by: 'name', name: nameAsOnPapers(typed) });
  };
  useCardTaker(({ card, maskedNumber }) => goOn({ by: 'card', card, maskedNumber }));
  const type = (key: KeyName) => {
    if (key.kind === 'hide') setHasKeyboard(false);
    else if (key.kind === 'letter') field.current?.press({ ...key, usesTelex: state.language === 'vi' });
    else if (key.kind === 'tone') field.current?.press(key);
    else field.current?.press({ kind: key.kind });
  };
  return (
    <div className={styles['who']}>
      <div className={styles['words']}>
        <ScrollRegion name={screenName(state)}>
          <div className={styles['content']}>
            <div className={styles['head']}>
              <h1 className={styles['title']}>{t('appointment.whoTitle')}</h1>
              <BookingHead booking={screen} />
            </div>
            <div className={canScan ? styles['card'] : styles['noCard']}>
              <Icon name="person" />
              <div>
                <p className={styles['cardTitle']}>{t(canScan ? 'appointment.whoOr' : 'appointment.whoNoReader')}</p>
                {canScan && <p>{t('appointment.whoCardText')}</p>}
              </div>
            </div>
            <p className={styles['privacy']}>{t('appointment.whoPrivacy')}</p>
          </div>
        </ScrollRegion>
      </div>
      <div className={styles['typing']}>
        <div className={styles['field']}>
          <NameField
            typed={typed}
            onTyped={(next) => amend({ ...screen, step: { ...step, typed: next, isRefused: false } })}
            trouble={troubleWords()}
            onTouch={() => setHasKeyboard(true)}
            onEnter={goOnByName}
            handle={field}
          />
          <ActionButton onPress={goOnByName} size="large" variant="primary" fills isDisabled={trouble !== null}>
            {t('appointment.whoNext')}
          </ActionButton>
        </div>
        {hasKeyboard ? (
          <OnScreenKeyboard onKey={type} />
        ) : (
          <div className={styles['shown']}>
            <ActionButton onPress={() => setHasKeyboard(true)} icon="keyboard" size="large" fills>
              {t('search.showKeyboard')}
            </ActionButton>
          </div>
        )}
      </div>
    </div>
  );

  function troubleWords(): string | null {
    if (isRefused) return t('appointment.whoRefused');
    return trouble === 'signs' ? t('appointment.whoSigns') : null;
  }
}
