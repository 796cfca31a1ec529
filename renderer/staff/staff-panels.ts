/** The panels of the staff screen, in the order of their tabs. A new one is one file and one line here. */
import type { ComponentType } from 'react';
import type { IconName } from '../components/icon-drawings.tsx';
import type { vi } from '../i18n/vi.ts';
import { AuditPanel } from './panels/audit-panel.tsx';
import { CataloguePanel } from './panels/catalogue-panel.tsx';
import { OverviewPanel } from './panels/overview-panel.tsx';
import { PortalPanel } from './panels/portal-panel.tsx';
import { PrinterPanel } from './panels/printer-panel.tsx';
import { ReaderPanel } from './panels/reader-panel.tsx';
import { SlipsPanel } from './panels/slips-panel.tsx';
import { TicketsPanel } from './panels/tickets-panel.tsx';
import { UpdatesPanel } from './panels/updates-panel.tsx';
import { VersionsPanel } from './panels/versions-panel.tsx';

interface StaffPanel {
  readonly id: string;
  /** Words of the tab, in `staff.panels` of the language files. */
  readonly name: `staff.panels.${keyof typeof vi.staff.panels}`;
  readonly icon: IconName;
  readonly Panel: ComponentType;
}

export const staffPanels: readonly StaffPanel[] = [
  { id: 'overview', name: 'staff.panels.overview', icon: 'home', Panel: OverviewPanel },
  { id: 'printer', name: 'staff.panels.printer', icon: 'printer', Panel: PrinterPanel },
  { id: 'reader', name: 'staff.panels.reader', icon: 'scan', Panel: ReaderPanel },
  { id: 'slips', name: 'staff.panels.slips', icon: 'papers', Panel: SlipsPanel },
  { id: 'tickets', name: 'staff.panels.tickets', icon: 'person', Panel: TicketsPanel },
  { id: 'portal', name: 'staff.panels.portal', icon: 'online', Panel: PortalPanel },
  { id: 'updates', name: 'staff.panels.updates', icon: 'steps', Panel: UpdatesPanel },
  { id: 'catalogue', name: 'staff.panels.catalogue', icon: 'grid', Panel: CataloguePanel },
  { id: 'versions', name: 'staff.panels.versions', icon: 'information', Panel: VersionsPanel },
  { id: 'audit', name: 'staff.panels.audit', icon: 'document', Panel: AuditPanel },
];
