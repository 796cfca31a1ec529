/** What staff read about the portal; one table each, so that no state is forgotten. */
import type { PortalOverview } from '../../main/contract/portal.ts';

export const portalTroubleKeys = {
  'not-configured': 'staff.portal.notConfigured',
  offline: 'staff.portal.offline',
  slow: 'staff.portal.slow',
  busy: 'staff.portal.busy',
  failing: 'staff.portal.failing',
} as const satisfies Record<NonNullable<PortalOverview['trouble']>, string>;

export const circuitKeys = {
  closed: 'staff.portal.circuitClosed',
  open: 'staff.portal.circuitOpen',
  probing: 'staff.portal.circuitProbing',
} as const satisfies Record<PortalOverview['circuit'], string>;
