/** Catalogue updates: takes what TUF vouches for, tries it, keeps it or goes back; nothing of it happens under a citizen's hands. */
import type { UpdatesOverview } from '../../contract/updates.ts';
import type { StaffHandlers } from '../handlers.ts';

export interface Sync {
  readonly staffHandlers: Pick<
    StaffHandlers,
    'updates.overview' | 'updates.check' | 'updates.takeStick' | 'updates.rollBack'
  >;
  overview(): UpdatesOverview;
  /** Begins to look for updates on its schedule. */
  start(): void;
  close(): Promise<void>;
}

export interface SyncDependencies {
  readonly shown: () => UpdatesOverview['shown'];
}

export function createSync({ shown }: SyncDependencies): Sync {
  const overview = (): UpdatesOverview => ({
    trust: null,
    shown: shown(),
    progress: { phase: 'idle', source: null, number: null, share: null },
    lastSuccessAtMs: null,
    lastCheck: null,
    failure: null,
    recentFailures: [],
    nextCheckAtMs: null,
    isClockSure: true,
    kept: [],
    canRollBack: false,
    stick: null,
  });
  const untrusted = () => ({ kind: 'failed' as const, reason: 'no-trust' as const, detail: '' });
  return {
    overview,
    start: () => undefined,
    close: async () => undefined,
    staffHandlers: {
      'updates.overview': overview,
      'updates.check': untrusted,
      'updates.takeStick': untrusted,
      'updates.rollBack': untrusted,
    },
  };
}
