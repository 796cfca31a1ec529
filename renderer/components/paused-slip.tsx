/** The printer waits for a hand: what is wrong, whom to call, and that the slip goes on. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintReason } from '../../main/contract/printing.ts';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useLanguage } from '../hooks/use-language.ts';
import { lowerFirst } from '../wording/lower-first.ts';
import { pauseKey } from '../wording/print-words.ts';
import { ActionButton } from './action-button.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { Icon } from './icon.tsx';
import styles from './paused-slip.module.css';

interface PausedWordsProps {
  readonly reason: PrintReason;
  /** Beside something larger, not a screen of its own. */
  readonly isCompact?: boolean;
}

export function PausedWords({ reason, isCompact = false }: PausedWordsProps) {
  const { t } = useTranslation();
  const { helpDesk } = useKiosk().description.office;
  const language = useLanguage();
  return (
    <div className={styles[isCompact ? 'compact' : 'paused']} role="alert">
      <Icon name="warning" />
      <div className={styles['words']}>
        <p className={styles['title']}>{t(pauseKey(reason))}</p>
        <p className={styles['call']}>
          {t('print.pausedCall', { desk: language === 'vi' ? lowerFirst(helpDesk) : helpDesk })}
        </p>
        <p>{t('print.pausedText')}</p>
      </div>
    </div>
  );
}

/** Help comes over the page: to go to its screen would call the slip off. */
export function PausedActions({ onStop }: { readonly onStop: () => void }) {
  const { t } = useTranslation();
  const [isHelping, setHelping] = useState(false);
  return (
    <>
      <ActionButton onPress={() => setHelping(true)} icon="help" size="large">
        {t('home.help')}
      </ActionButton>
      <ActionButton onPress={onStop} icon="close" size="large">
        {t('print.stop')}
      </ActionButton>
      {isHelping && <HelpDialog onClose={() => setHelping(false)} />}
    </>
  );
}
