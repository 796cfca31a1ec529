/** The staff screen while its session is open: what time is left, and a panel for each thing staff look after. */
import { useMemo } from 'react';
import { Tab, TabList, TabPanel, TabPanels, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/icon.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { toKioskError } from '../hooks/use-answer.ts';
import { countdownWords } from '../wording/moment-words.ts';
import { type StaffDesk, StaffDeskContext } from './staff-desk-context.ts';
import styles from './staff-desk-view.module.css';
import { staffPanels } from './staff-panels.ts';
import { useTimeLeft } from './use-time-left.ts';

interface StaffDeskViewProps {
  readonly token: string;
  /** By `performance.now`. */
  readonly endsAt: number;
  readonly onEnd: () => void;
}

export function StaffDeskView({ token, endsAt, onEnd }: StaffDeskViewProps) {
  const { t } = useTranslation();
  const { connection } = useKiosk();
  const desk: StaffDesk = useMemo(
    () => ({
      ask: async (method, params) => {
        try {
          return await connection.callStaff(method, params, token);
        } catch (cause) {
          const error = toKioskError(cause);
          if (error.code === 'staff-session-required') onEnd();
          throw error;
        }
      },
    }),
    [connection, token, onEnd],
  );
  return (
    <StaffDeskContext value={desk}>
      <ScreenLayout title={t('staff.title')} lead={<TimeLeft endsAt={endsAt} onOver={onEnd} />}>
        <Tabs className={styles['tabs'] ?? ''}>
          <TabList className={styles['names'] ?? ''} aria-label={t('staff.panelsLabel')}>
            {staffPanels.map(({ id, name, icon }) => (
              <Tab key={id} id={id} className={styles['name'] ?? ''}>
                <Icon name={icon} />
                <span>{t(name)}</span>
              </Tab>
            ))}
          </TabList>
          <TabPanels className={styles['panels'] ?? ''}>
            {staffPanels.map(({ id, Panel }) => (
              <TabPanel key={id} id={id} className={styles['panel'] ?? ''}>
                <Panel />
              </TabPanel>
            ))}
          </TabPanels>
        </Tabs>
      </ScreenLayout>
    </StaffDeskContext>
  );
}

/** Apart, so that the panels are not drawn every second. */
function TimeLeft({ endsAt, onOver }: { readonly endsAt: number; readonly onOver: () => void }) {
  const { t } = useTranslation();
  const leftMs = useTimeLeft(endsAt, performanceNow, onOver);
  return (
    <p className={styles['time']} role="timer">
      <Icon name="clock" />
      {t('staff.timeLeft', { time: countdownWords(leftMs) })}
    </p>
  );
}

function performanceNow(): number {
  return performance.now();
}
