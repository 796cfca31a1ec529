/** What a cron job does between releases: a new timestamp, a new snapshot before the present one ends, offices' sheets taken in. */
import { dayMs } from '../office-date.ts';
import { changeRepository, renewTimestamp, type Signing } from './change-repository.ts';
import { clearIncoming, type IncomingSheets, readIncoming } from './incoming-sheets.ts';
import { withRepositoryLock } from './lock-repository.ts';
import { pruneRepository } from './prune-repository.ts';
import { type RepositoryState, readRepository } from './read-repository.ts';

export interface RefreshReport {
  /** Offices whose sheet was taken in. */
  readonly takenIn: readonly string[];
  readonly refused: IncomingSheets['refused'];
  readonly snapshotRenewed: boolean;
  /** Whether the timestamp led nowhere and was made anew from the newest snapshot that holds. */
  readonly mended: boolean;
  /** Kiosks take what is published now until then (ISO 8601). */
  readonly timestampExpires: string;
  /** In words: what ends soon and needs somebody with a passphrase. */
  readonly warnings: readonly string[];
}

/** So many days before they end, those who hold the keys are told. */
const warningDays = 21;

/** `keep` as of publishing. Errors: `repository-damaged`, `repository-refused`, `key-refused`. */
export function refreshRepository(repository: string, keep: number, signing: Signing): Promise<RefreshReport> {
  return withRepositoryLock(repository, () => {
    const state = readRepository(repository);
    const incoming = readIncoming(state, signing.nowMs);
    const halfLifeMs = (signing.lifetimes.snapshot * dayMs) / 2;
    const isEnding = endsWithin(state.snapshot.signed.expires, signing.nowMs, halfLifeMs);
    const mended = state.timestamp === null;
    const snapshotRenewed = incoming.accepted.length > 0 || isEnding || mended;
    if (snapshotRenewed) {
      const offices = new Map(incoming.accepted.map(({ role, file }) => [role, file]));
      const files = new Map(incoming.accepted.flatMap((each) => [...each.files]));
      changeRepository(state, { offices, files }, signing);
    } else {
      renewTimestamp(state, signing);
    }
    clearIncoming(state, incoming);
    const present = readRepository(repository);
    if (snapshotRenewed) {
      pruneRepository(present, keep, signing.nowMs);
    }
    return {
      takenIn: incoming.accepted.map(({ role }) => role.slice('office-'.length)),
      refused: incoming.refused,
      snapshotRenewed,
      mended,
      timestampExpires: present.timestamp?.signed.expires ?? '',
      warnings: expiryWarnings(present, signing.nowMs),
    };
  });
}

/** What ends within three weeks, or has. */
export function expiryWarnings({ root, targets, offices }: RepositoryState, nowMs: number): string[] {
  const remedies: readonly (readonly [what: string, expires: string, remedy: string])[] = [
    ['The root', root.signed.expires, 'kioskctl keys rotate --role root --extend'],
    [
      'The targets metadata',
      targets.signed.expires,
      'kioskctl keys rotate --role targets --extend, or publish a release',
    ],
    ...Array.from(
      offices,
      ([role, { signed }]) => [`What ${role} signed`, signed.expires, 'the office publishes its sheet again'] as const,
    ),
  ];
  return remedies
    .filter(([, expires]) => endsWithin(expires, nowMs, warningDays * dayMs))
    .map(([what, expires, remedy]) => `${what} holds until ${expires}: ${remedy}.`);
}

function endsWithin(expires: string, nowMs: number, spanMs: number): boolean {
  return Date.parse(expires) - nowMs < spanMs;
}
