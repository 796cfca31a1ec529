/** One citizen's visit: header, the present screen, the tool bar, and what may come over them. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownNotice } from '../../main/contract/notices.ts';
import { useKiosk, useKioskState } from '../hooks/kiosk-context.ts';
import { useConnection } from '../hooks/use-connection.ts';
import { useIdle } from '../hooks/use-idle.ts';
import { useSession } from '../hooks/use-session.ts';
import { useStaffGesture } from '../hooks/use-staff-gesture.ts';
import { NoticeReader } from '../notices/notice-reader.tsx';
import { NoticeReaderContext } from '../notices/notices-context.ts';
import { createScanDesk, ScanDeskContext } from '../scanning/scan-desk.ts';
import type { ScanWord } from '../scanning/scan-routing.ts';
import { useScanRouting } from '../scanning/use-scan-routing.ts';
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
  const [desk] = useState(() => createScanDesk());
  const [word, setWord] = useState<ScanWord | null>(null);
  const [read, setRead] = useState<readonly ShownNotice[]>([]);
  // A dialog over the welcome screen is a sign of somebody, too, and does not stand there for ever.
  const isPresent = screen.kind !== 'welcome' || word !== null || read.length > 0;
  useSession(connection, isPresent);
  const { phase, prolong } = useIdle({
    idleMs: isReadingScreen(screen) ? timeouts.readingIdleMs : timeouts.idleMs,
    countdownMs: timeouts.countdownMs,
    isSuspended: isBusy || !isPresent,
    onGone: end,
  });
  const hearScan = () => {
    prolong();
    setRead([]);
  };
  useScanRouting({ desk, isBusy, onScan: hearScan, say: setWord });

  useStaffGesture(() => {
    // While a citizen's slip comes out the screen stays where it is.
    if (!isBusy && screen.kind !== 'staff') open({ kind: 'staff' });
  });

  return (
    <div className={styles['visit']}>
      {screen.kind !== 'welcome' && <OfficeHeader />}
      <main className={styles['main']}>
        <ErrorBoundary key={screenName(state)} fallback={BrokenScreen}>
          <ScanDeskContext value={desk}>
            <NoticeReaderContext value={setRead}>
              <ScreenView screen={screen} />
            </NoticeReaderContext>
          </ScanDeskContext>
        </ErrorBoundary>
      </main>
      <ToolBar />
      {phase.kind === 'asking' && <IdleQuestion secondsLeft={phase.secondsLeft} onProlong={prolong} onDone={end} />}
      {read.length > 0 && <NoticeReader notices={read} onClose={() => setRead([])} />}
      {word !== null && <ScanNotice word={word} onClose={() => setWord(null)} />}
      {!isOpen && <PlainPage icon="clock" title={t('waiting.title')} text={t('waiting.text')} isLayer />}
    </div>
  );
}
