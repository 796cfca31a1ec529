/** One citizen's visit: header, the present screen, the tool bar, and what may come over them. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKiosk, useKioskState } from '../hooks/kiosk-context.ts';
import { useConnection } from '../hooks/use-connection.ts';
import { useIdle } from '../hooks/use-idle.ts';
import { useStaffGesture } from '../hooks/use-staff-gesture.ts';
import { ScreenView } from '../screens/screen-view.tsx';
import { isReadingScreen } from '../state/screen.ts';
import { screenName } from '../state/screen-name.ts';
import { BrokenScreen } from './broken-screen.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { IdleQuestion } from './idle-question.tsx';
import { OfficeHeader } from './office-header.tsx';
import { PlainPage } from './plain-page.tsx';
import { ScanNotice } from './scan-notice.tsx';
import { ToolBar } from './tool-bar.tsx';
import styles from './visit.module.css';

interface VisitProps {
  /** A slip is being printed. */
  readonly isBusy: boolean;
}

export function Visit({ isBusy }: VisitProps) {
  const { t } = useTranslation();
  const { connection, description, open, end } = useKiosk();
  const state = useKioskState();
  const { screen } = state;
  const { timeouts } = description;
  const { isOpen } = useConnection(connection);
  const [hasStrangeScan, setStrangeScan] = useState(false);
  const { phase, prolong } = useIdle({
    idleMs: isReadingScreen(screen) ? timeouts.readingIdleMs : timeouts.idleMs,
    countdownMs: timeouts.countdownMs,
    isSuspended: isBusy || screen.kind === 'welcome',
    onGone: end,
  });

  useStaffGesture(() => {
    // While a citizen's slip comes out the screen stays where it is.
    if (!isBusy && screen.kind !== 'staff') open({ kind: 'staff' });
  });

  useEffect(
    () =>
      connection.on('scan.received', (scan) => {
        prolong();
        if (scan.kind === 'unknown') setStrangeScan(true);
        // While a slip comes out the screen stays where it is.
        else if (scan.kind === 'procedure' && !isBusy)
          open({ kind: 'procedure', code: scan.code, caseChoice: undefined });
      }),
    [connection, open, prolong, isBusy],
  );

  return (
    <div className={styles['visit']}>
      {screen.kind !== 'welcome' && <OfficeHeader />}
      <main className={styles['main']}>
        <ErrorBoundary key={screenName(state)} fallback={BrokenScreen}>
          <ScreenView screen={screen} />
        </ErrorBoundary>
      </main>
      <ToolBar />
      {phase.kind === 'asking' && <IdleQuestion secondsLeft={phase.secondsLeft} onProlong={prolong} onDone={end} />}
      {hasStrangeScan && <ScanNotice onClose={() => setStrangeScan(false)} />}
      {!isOpen && <PlainPage icon="clock" title={t('waiting.title')} text={t('waiting.text')} isLayer />}
    </div>
  );
}
