/** A name for the present screen that stays while its data are amended and differs wherever a citizen has gone. */
import type { KioskState } from './kiosk-state.ts';
import type { Screen } from './screen.ts';

function subject(screen: Screen): string {
  if ('code' in screen) return screen.code ?? '';
  if ('dossierCode' in screen) return `${screen.dossierCode ?? ''} ${screen.scanned ?? ''} ${screen.view ?? ''}`;
  if ('appointmentCode' in screen) return screen.appointmentCode;
  if ('ticket' in screen) return screen.ticket.number;
  if ('number' in screen) return String(screen.number);
  if ('of' in screen) return Object.values(screen.of).join(' ');
  return 'id' in screen ? screen.id : '';
}

export function screenName({ past, screen }: Pick<KioskState, 'past' | 'screen'>): string {
  return `${past.length} ${screen.kind} ${subject(screen)}`;
}
