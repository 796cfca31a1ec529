/** What the queue needs of the site's configuration (`configuration/queue-schema.ts` checks it). */
import type { PriorityKind, QueueService } from '../../contract/queue.ts';
import type { OfficeHours } from '../office-calendar/office-calendar.ts';

export type Bilingual = QueueService['name'];

export interface ConfiguredService {
  readonly id: string;
  readonly name: Bilingual;
  readonly prefix: string;
  readonly counter: Bilingual | null;
  /** Fields (lĩnh vực) by name, and single procedures, which win over fields. */
  readonly fields: readonly string[];
  readonly procedures: readonly string[];
  /** Null: the queue's. */
  readonly hours: readonly OfficeHours[] | null;
}

/** The queue's part of the site's configuration. */
export interface QueueConfiguration {
  readonly services: readonly ConfiguredService[];
  /** Null: the office's. */
  readonly hours: readonly OfficeHours[] | null;
  readonly mostTicketsAVisit: number;
  readonly priorityKinds: readonly PriorityKind[];
}
