/** Which dossier? Its code is scanned, or typed with help: what codes look like, and what is wrong where. */
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { readDossierCode } from '../../main/contract/dossier-code.ts';
import { ActionButton } from '../components/action-button.tsx';
import { OnScreenKeyboard } from '../components/on-screen-keyboard.tsx';
import { ScrollRegion } from '../components/scroll-region.tsx';
import { useKiosk, useKioskState } from '../hooks/kiosk-context.ts';
import { useCanScan } from '../hooks/use-reader-status.ts';
import type { KeyName } from '../keyboard/key-layout.ts';
import type { Screen } from '../state/screen.ts';
import { screenName } from '../state/screen-name.ts';
import { mistakeKey } from '../wording/dossier-words.ts';
import { CodeAdvice } from './code-advice.tsx';
import { CodeField, type CodeFieldHandle } from './code-field.tsx';
import { CodeShapes } from './code-shapes.tsx';
import styles from './dossier-entry.module.css';
import { ScanInvitation } from './scan-invitation.tsx';

/** Longer than any code with spaces between all its parts. */
const longestTyped = 60;

export function DossierEntry({ screen }: { readonly screen: Extract<Screen, { kind: 'dossier' }> }) {
  const { t } = useTranslation();
  const { amend, open } = useKiosk();
  const state = useKioskState();
  const canScan = useCanScan();
  const field = useRef<CodeFieldHandle>(null);
  const adviceId = useId();
  const typed = screen.typed ?? '';
  const read = readDossierCode(typed);
  const write = (next: string) => amend({ ...screen, typed: next.slice(0, longestTyped) });
  const show = () => {
    if ('code' in read) open({ kind: 'dossier', dossierCode: read.code });
  };
  const type = (key: KeyName) => {
    if (key.kind === 'letter') field.current?.press({ ...key, usesTelex: false });
    else if (key.kind === 'backspace') field.current?.press({ kind: 'backspace' });
  };
  return (
    <div className={styles['entry']}>
      <div className={styles['help']}>
        <ScrollRegion name={screenName(state)}>
          <div className={styles['words']}>
            <h1 className={styles['title']}>{t('dossier.title')}</h1>
            {canScan && (
              <ScanInvitation shows="paper" title={t('dossier.entry.scanTitle')}>
                <p>{t('dossier.entry.scanText')}</p>
              </ScanInvitation>
            )}
            <CodeShapes />
          </div>
        </ScrollRegion>
      </div>
      <div className={styles['field']}>
        <CodeField
          label={t(canScan ? 'dossier.entry.labelOr' : 'dossier.entry.label')}
          example="000.00.01.H29-240115-0001"
          code={typed}
          isMistaken={mistakeKey(read) !== null}
          saidBy={adviceId}
          onCode={write}
          onEnter={show}
          handle={field}
        />
        <CodeAdvice id={adviceId} typed={typed} />
        <ActionButton onPress={show} icon="search" size="large" variant="primary" fills isDisabled={!('code' in read)}>
          {t('dossier.entry.show')}
        </ActionButton>
      </div>
      <div className={styles['keys']}>
        <OnScreenKeyboard writes="code" onKey={type} />
      </div>
    </div>
  );
}
