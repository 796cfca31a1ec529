/** Six digits that came by telephone, typed with big keys. */
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../components/action-button.tsx';
import { DigitKeys } from '../components/digit-keys.tsx';
import { codeDigits, isCodeWhole, takesProof } from '../state/proof-state.ts';
import styles from './code-pad.module.css';
import type { DossierProving } from './use-dossier-proof.ts';

export function CodePad({ proving }: { readonly proving: DossierProving }) {
  const { t } = useTranslation();
  const { state, send } = proving;

  return (
    <div className={styles['pad']}>
      <output className={styles['typed']} aria-label={t('dossier.proof.typed', { count: state.digits.length })}>
        {Array.from({ length: codeDigits }, (_none, index) => (
          <span key={index} className={styles['place']}>
            {state.digits[index]}
          </span>
        ))}
      </output>
      <DigitKeys
        label={t('dossier.proof.keys')}
        backspaceLabel={t('dossier.proof.backspace')}
        isCompact
        isShut={!takesProof(state)}
        onKey={send}
      >
        <ActionButton
          onPress={proving.proveByCode}
          variant="primary"
          size="large"
          fills
          isDisabled={!isCodeWhole(state)}
        >
          {t('dossier.proof.open')}
        </ActionButton>
      </DigitKeys>
    </div>
  );
}
