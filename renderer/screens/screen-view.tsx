/** Which component draws which screen. */
import type { Screen } from '../state/screen.ts';
import { AppointmentScreen } from './appointment-screen.tsx';
import { BookScreen } from './book-screen.tsx';
import { BrowseScreen } from './browse-screen.tsx';
import { DossierScreen } from './dossier-screen.tsx';
import { HelpScreen } from './help-screen.tsx';
import { HomeScreen } from './home-screen.tsx';
import { LifeEventScreen } from './life-event-screen.tsx';
import { ListScreen } from './list-screen.tsx';
import { OfficialScreen } from './official-screen.tsx';
import { PrintScreen } from './print-screen.tsx';
import { ProcedureScreen } from './procedure-screen.tsx';
import { QueueScreen } from './queue-screen.tsx';
import { ReadyScreen } from './ready-screen.tsx';
import { SearchScreen } from './search-screen.tsx';
import { StaffScreen } from './staff-screen.tsx';
import { ThanksScreen } from './thanks-screen.tsx';
import { TicketPlaceScreen } from './ticket-place-screen.tsx';
import { TicketScreen } from './ticket-screen.tsx';
import { TileScreen } from './tile-screen.tsx';
import { WelcomeScreen } from './welcome-screen.tsx';

export function ScreenView({ screen }: { readonly screen: Screen }) {
  switch (screen.kind) {
    case 'home':
      return <HomeScreen />;
    case 'help':
      return <HelpScreen />;
    case 'tile':
      return <TileScreen screen={screen} />;
    case 'browse':
      return <BrowseScreen by={screen.by} />;
    case 'list':
      return <ListScreen screen={screen} />;
    case 'life-event':
      return <LifeEventScreen screen={screen} />;
    case 'search':
      return <SearchScreen screen={screen} />;
    case 'procedure':
      return <ProcedureScreen screen={screen} />;
    case 'official':
      return <OfficialScreen code={screen.code} />;
    case 'ready':
      return <ReadyScreen screen={screen} />;
    case 'print':
      return <PrintScreen screen={screen} />;
    case 'queue':
      return <QueueScreen screen={screen} />;
    case 'ticket':
      return <TicketScreen screen={screen} />;
    case 'dossier':
      return <DossierScreen screen={screen} />;
    case 'ticket-place':
      return <TicketPlaceScreen screen={screen} />;
    case 'appointment':
      return <AppointmentScreen screen={screen} />;
    case 'book':
      return <BookScreen screen={screen} />;
    case 'thanks':
      return <ThanksScreen />;
    case 'staff':
      return <StaffScreen />;
    case 'welcome':
      break;
  }
  return <WelcomeScreen />;
}
