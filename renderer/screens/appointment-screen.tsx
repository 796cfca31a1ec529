/** An appointment: just booked or changed here, or as the portal tells of the slip that was held before the reader. */
import { useTranslation } from 'react-i18next';
import { AppointmentView } from '../appointments/appointment-view.tsx';
import { BookedView } from '../appointments/booked-view.tsx';
import { OtherWays } from '../appointments/other-ways.tsx';
import { PortalTrouble } from '../appointments/portal-trouble.tsx';
import { Answered } from '../components/answered.tsx';
import { Notice } from '../components/notice.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { useFreshAnswer } from '../hooks/use-fresh-answer.ts';
import type { Screen } from '../state/screen.ts';

type AppointmentPlace = Extract<Screen, { kind: 'appointment' }>;

export function AppointmentScreen({ screen }: { readonly screen: AppointmentPlace }) {
  const { news } = screen;
  if (news === undefined) return <AskedAppointment screen={screen} />;
  return news.what === 'booked' || news.what === 'changed' ? (
    <BookedView news={news} appointment={news.appointment} />
  ) : (
    <AppointmentView appointment={news.appointment} />
  );
}

/** What the portal says at this moment; of another moment nothing is kept. */
function AskedAppointment({ screen }: { readonly screen: AppointmentPlace }) {
  const { t } = useTranslation();
  const { appointmentCode } = screen;
  const { answer, again } = useFreshAnswer('appointments.get', { appointmentCode }, neverKept);
  if (answer.kind === 'ready' && answer.value.outcome === 'found') {
    return <AppointmentView appointment={answer.value.appointment} />;
  }
  return (
    <ScreenLayout title={t('appointment.title')} lead={<p>{t('appointment.code', { code: appointmentCode })}</p>}>
      <Answered answer={answer}>
        {(value) =>
          value.outcome === 'unreachable' ? (
            <PortalTrouble
              trouble={value}
              title={t('appointment.troubleTitleShow')}
              text={t('appointment.slipHolds')}
              ways={{ code: null, contact: null }}
              onRetry={again}
            />
          ) : (
            <>
              <Notice tone="gold" icon="information" isLive title={t('appointment.notFoundTitle')}>
                <p>{t('appointment.notFoundText')}</p>
              </Notice>
              <OtherWays code={null} contact={null} />
            </>
          )
        }
      </Answered>
    </ScreenLayout>
  );
}

function neverKept(): boolean {
  return false;
}
