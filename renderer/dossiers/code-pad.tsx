/** Six digits that came by telephone, typed with big keys. */
import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../components/action-button.tsx';
import { classNames } from '../components/class-names.ts';
import { Icon } from '../components/icon.tsx';
import { codeDigits, isCodeWhole, takesProof } from '../state/proof-state.ts';
import styles from './code-pad.module.css';
import type { DossierProving } from './use-dossier-proof.ts';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

export function CodePad({ proving }: { readonly proving: DossierProving }) {
  const { t } = useTranslation();
  const { state, send } = proving;
  const isShut = !takesProof(state);

  // Whoever has a keypad just types.
  useEffect(() => {
    const type = (event: KeyboardEvent) => {
      if (/^\d$/u.test(event.key)) send({ kind: 'digit', digit: event.key });
      else if (event.key === 'Backspace') send({ kind: 'backspace' });
    };
    window.addEventListener('keydown', type);
    return () => window.removeEventListener('keydown', type);
  }, [send]);

  return (
    <div className={styles['pad']}>
      <output className={styles['typed']} aria-label={t('dossier.proof.typed', { count: state.digits.length })}>
        {Array.from({ length: codeDigits }, (_none, index) => (
          <span key={index} className={styles['place']}>
            {state.digits[index]}
          </span>
        ))}
      </output>
      <fieldset className={styles['keys']} aria-label={t('dossier.proof.keys')}>
        {digits.map((digit) => (
          <Button
            key={digit}
            className={styles['key'] ?? ''}
            isDisabled={isShut}
            onPress={() => send({ kind: 'digit', digit })}
          >
            {digit}
          </Button>
        ))}
        <Button
          className={classNames(styles['key'], styles['backspace'])}
          isDisabled={isShut}
          onPress={() => send({ kind: 'backspace' })}
          aria-label={t('dossier.proof.backspace')}
        >
          <Icon name="back" plain />
        </Button>
        <div className={styles['open']}>
          <ActionButton
            onPress={proving.proveByCode}
            variant="primary"
            size="large"
            fills
            isDisabled={!isCodeWhole(state)}
          >
            {t('dossier.proof.open')}
          </ActionButton>
        </div>
      </fieldset>
    </div>
  );
}
