/** What the queue needs of the site's configuration (`configuration/queue-schema.ts` checks it). */
import type { PriorityKind, QueueService } from '../../contract/queue.ts';

export type Bilingual = QueueService['name'];

/** A span of hours on some days of the week. */
export interface OpenHours {
  /** 1 Monday … 7 Sunday. */
  readonly days: readonly number[];
  /** HH:MM, office time. */
  readonly from: string;
  readonly to: string;
}

export interface ConfiguredService {
  readonly id: string;
  readonly name: Bilingual;
  readonly prefix: string;
  readonly counter: Bilingual | null;
  /** Fields (lĩnh vực) by name, and single procedures, which win over fields. */
  readonly fields: readonly string[];
  readonly procedures: readonly string[];
  /** Null: the queue's. */
  readonly hours: readonly OpenHours[] | null;
}

/** The queue's part of the site's configuration. */
export interface QueueConfiguration {
  readonly services: readonly ConfiguredService[];
  readonly hours: readonly OpenHours[];
  /** YYYY-MM-DD. */
  readonly closedDates: readonly string[];
  readonly mostTicketsAVisit: number;
  readonly priorityKinds: readonly PriorityKind[];
}
