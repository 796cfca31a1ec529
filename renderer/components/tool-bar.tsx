/** The lower edge: back, home, text size and language, always at the same place and within everybody's reach. */
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../main/contract/kiosk.ts';
import { useKiosk, useKioskState } from '../hooks/kiosk-context.ts';
import { type TextSize, textSizes } from '../state/kiosk-state.ts';
import { ChoiceSwitch } from './choice-switch.tsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './tool-bar.module.css';

const languageNames: Readonly<Record<Language, string>> = { vi: 'Tiếng Việt', en: 'English' };
const sizeKeys = { normal: 'shell.sizeNormal', large: 'shell.sizeLarge', 'very-large': 'shell.sizeVeryLarge' } as const;
const letterClasses: Readonly<Record<TextSize, string>> = {
  normal: 'letterNormal',
  large: 'letterLarge',
  'very-large': 'letterVeryLarge',
};

export function ToolBar() {
  const { t } = useTranslation();
  const kiosk = useKiosk();
  const state = useKioskState();
  const { kind } = state.screen;
  const isWelcome = kind === 'welcome';
  const isHome = kind === 'home';
  // From the staff screen there is one way: all of it ends.
  const isLast = isHome || kind === 'staff';
  return (
    <nav className={styles['bar']} aria-label={t('shell.tools')}>
      <div className={styles['ways']}>
        {!isWelcome && (
          <Button className={styles['way'] ?? ''} onPress={() => kiosk.leaveBy(isLast ? kiosk.end : kiosk.back)}>
            <Icon name={isLast ? 'leave' : 'back'} plain />
            {isLast ? t('shell.end') : t('shell.back')}
          </Button>
        )}
        {!isWelcome && kind !== 'staff' && (
          <Button
            className={classNames(styles['way'], styles['home'])}
            onPress={() => kiosk.leaveBy(kiosk.home)}
            isDisabled={isHome}
          >
            <Icon name="home" plain />
            {t('shell.home')}
          </Button>
        )}
      </div>
      <ChoiceSwitch
        label={t('shell.textSize')}
        chosen={state.textSize}
        onChoose={kiosk.chooseTextSize}
        choices={textSizes.map((id) => ({
          id,
          label: t(sizeKeys[id]),
          shown: <span className={styles[letterClasses[id]]}>A</span>,
        }))}
      />
      {kiosk.description.languages.length > 1 && (
        <ChoiceSwitch
          label={t('shell.language')}
          chosen={state.language}
          onChoose={kiosk.chooseLanguage}
          choices={kiosk.description.languages.map((id) => ({
            id,
            label: languageNames[id],
            shown: languageNames[id],
            lang: id,
          }))}
        />
      )}
    </nav>
  );
}
