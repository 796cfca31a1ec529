/** Trouble with the portal as the page is told it. */
import type { Unreachable } from '../../contract/portal.ts';
import type { PortalTrouble } from '../portal/portal-client.ts';
import type { AppointmentSession } from './appointment-session.ts';

export function unreachable({ reason, retryAtMs }: PortalTrouble): Unreachable {
  return { outcome: 'unreachable', reason, retryAtMs };
}

/**
 * The same of a request that changes something. Once it may have been carried out, no later failure makes that certain; an
 * answer does. `request` names it.
 */
export function unreachableOrUnsure(
  unsure: AppointmentSession['unsure'],
  request: string,
  trouble: PortalTrouble,
): Unreachable | { readonly outcome: 'unsure' } {
  if (trouble.unsure) {
    unsure.add(request);
  }
  return unsure.has(request) ? { outcome: 'unsure' } : unreachable(trouble);
}
