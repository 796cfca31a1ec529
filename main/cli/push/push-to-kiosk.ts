/** One kiosk: asks where it stands, sends what it needs and no more, hears what became of it. */
import { createPushClient, type PushClient } from '../../adapters/releases/create-push-client.ts';
import { PushError, type PushTrouble } from '../../adapters/releases/push-call.ts';
import type { UpdateFailure, UpdateOutcome } from '../../contract/updates.ts';
import { RepositoryFetchError } from '../../core/ports.ts';
import { bundleLength } from '../../core/releases/bundle-stream.ts';
import { type FilesForKiosk, filesForKiosk, RepositoryContentError } from '../../core/releases/files-for-kiosk.ts';
import type { PushState } from '../../core/releases/push-proof.ts';
import type { KioskAddress } from './kiosk-addresses.ts';
import type { PushSource } from './push-source.ts';

export interface PushRow {
  readonly kiosk: string;
  /** Number shown before; null where the kiosk could not be asked. */
  readonly from: number | null;
  /** Number shown, or waiting, afterwards; null where that is not known. */
  readonly to: number | null;
  readonly outcome: UpdateOutcome['kind'] | PushTrouble | 'unreadable';
  readonly reason: UpdateFailure | null;
  /** For staff; empty where there is nothing to say. */
  readonly detail: string;
  readonly way: FilesForKiosk['way'] | null;
  readonly sentBytes: number;
  readonly durationMs: number;
}

export interface PushOrder {
  readonly source: PushSource;
  readonly token: string;
  readonly signal: AbortSignal;
  readonly onSent: (bytes: number) => void;
}

/** After these the snapshot may get there where a delta did not. */
const mendedBySnapshot: ReadonlySet<UpdateFailure> = new Set(['wrong-hash', 'wrong-content', 'bad-answer']);

/** Never rejects for what can happen to one kiosk. */
export async function pushToKiosk({ name, host, port }: KioskAddress, order: PushOrder): Promise<PushRow> {
  const sinceMs = performance.now();
  const client = createPushClient({ host, port, token: order.token, signal: order.signal });
  let from: number | null = null;
  let sentBytes = 0;
  let way: PushRow['way'] = null;
  const row = (fields: Pick<PushRow, 'outcome'> & Partial<PushRow>): PushRow => ({
    kiosk: name,
    from,
    to: null,
    reason: null,
    detail: '',
    way,
    sentBytes,
    durationMs: Math.round(performance.now() - sinceMs),
    ...fields,
  });
  try {
    const state = await client.state();
    from = state.number;
    const send = async (isWhole: boolean): Promise<UpdateOutcome> => {
      const sent = await sendRelease(client, state, order, isWhole);
      sentBytes += sent.lengthBytes;
      way = sent.way;
      return sent.outcome;
    };
    let outcome = await send(false);
    if (outcome.kind === 'failed' && way !== 'snapshot' && mendedBySnapshot.has(outcome.reason)) {
      outcome = await send(true);
    }
    return outcome.kind === 'failed'
      ? row({ outcome: 'failed', reason: outcome.reason, detail: outcome.detail, to: from })
      : row({ outcome: outcome.kind, to: outcome.kind === 'busy' ? from : outcome.number });
  } catch (error) {
    if (error instanceof PushError) {
      return row({ outcome: error.trouble, detail: error.message });
    }
    if (error instanceof RepositoryContentError || error instanceof RepositoryFetchError) {
      return row({ outcome: 'unreadable', detail: `the repository: ${error.message}` });
    }
    throw error;
  } finally {
    client.close();
  }
}

async function sendRelease(
  client: PushClient,
  state: PushState,
  { source, onSent }: PushOrder,
  isWhole: boolean,
): Promise<{ readonly outcome: UpdateOutcome; readonly lengthBytes: number; readonly way: FilesForKiosk['way'] }> {
  const needed = await filesForKiosk(source.read, state, isWhole);
  const files = await source.measure(needed.paths);
  const lengthBytes = bundleLength(files);
  const outcome = await client.release(lengthBytes, () => source.stream(files, onSent));
  return { outcome, lengthBytes, way: needed.way };
}
