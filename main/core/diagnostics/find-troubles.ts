/** What is wrong with this kiosk, by rules: pure, from what is known of it. */
import { catalogueAgeMs } from '../../contract/release-age.ts';
import { type KioskStatus, type Trouble, troubles } from '../../contract/status.ts';
import type { UpdateFailure, UpdatesOverview } from '../../contract/updates.ts';
import { troubleLimits } from './trouble-limits.ts';

export interface TroubleFacts
  extends Pick<KioskStatus, 'atMs' | 'startedAtMs' | 'printer' | 'paperMetres' | 'reader' | 'updates'> {
  /** False where the journal lives in memory, or a damaged one was moved aside at this start. */
  readonly isJournalWhole: boolean;
  /** False where a portal is configured and was not reached several times in a row. */
  readonly isPortalReached: boolean;
}

/** In the order of the contract. */
export function findTroubles(facts: TroubleFacts): Trouble[] {
  return troubles.filter((trouble) => rules[trouble](facts));
}

const rules: Readonly<Record<Trouble, (facts: TroubleFacts) => boolean>> = {
  'printer-paper-out': ({ printer }) => printer.state === 'paper-out',
  'printer-paper-low': ({ printer, paperMetres }) =>
    printer.state !== 'none' &&
    printer.state !== 'paper-out' &&
    (printer.paperNearEnd || (paperMetres !== null && paperMetres < troubleLimits.lowPaperMetres)),
  'printer-trouble': ({ printer: { state } }) =>
    state === 'cover-open' || state === 'cutter-error' || state === 'error',
  'printer-unreachable': (facts) => facts.printer.state === 'unreachable' && isSettled(facts),
  'reader-unreachable': (facts) => facts.reader.state === 'unplugged' && isSettled(facts),
  'catalogue-old': isOld,
  'update-failing': (facts) => {
    const reason = facts.updates.failure?.reason;
    return reason !== undefined && !isUntrusted(reason) && (!isNetwork(reason) || isAway(facts));
  },
  'update-untrusted': ({ updates: { failure } }) => failure !== null && isUntrusted(failure.reason),
  'clock-unsure': ({ updates }) => !updates.isClockSure,
  'journal-lost': ({ isJournalWhole }) => !isJournalWhole,
  'portal-unreachable': ({ isPortalReached }) => !isPortalReached,
};

function isSettled({ atMs, startedAtMs }: TroubleFacts): boolean {
  // A clock that was set back since the start tells nothing; better one trouble too early than none.
  return atMs < startedAtMs || atMs - startedAtMs >= troubleLimits.settlingMs;
}

function isOld(facts: TroubleFacts): boolean {
  const { updates, atMs } = facts;
  const isBehind = isPulled(updates) && sinceSuccessMs(facts) > troubleLimits.successMs;
  return isBehind || catalogueAgeMs(updates.shown, atMs) > troubleLimits.publicationMs;
}

function isPulled({ nextCheckAtMs }: UpdatesOverview): boolean {
  return nextCheckAtMs !== null;
}

function isAway(facts: TroubleFacts): boolean {
  return sinceSuccessMs(facts) > troubleLimits.networkMs;
}

/** Since the last check that went well; where none ever did, since the start. */
function sinceSuccessMs({ updates, atMs, startedAtMs }: TroubleFacts): number {
  return atMs - (updates.lastSuccessAtMs ?? startedAtMs);
}

/** Nobody this kiosk trusts vouches for what it was given, or it trusts nobody. */
function isUntrusted(reason: UpdateFailure): boolean {
  return reason === 'bad-signature' || reason === 'rollback' || reason === 'wrong-hash' || reason === 'no-trust';
}

function isNetwork(reason: UpdateFailure): boolean {
  return reason === 'unreachable' || reason === 'timeout' || reason === 'too-slow' || reason === 'bad-answer';
}
