/** A way to a portal that loses what it carries, as a test says: the question, the answer, or the question for a while. */
import {
  PortalFetchError,
  type PortalFetcher,
  type PortalRequest,
  type PortalResponse,
} from '../../main/core/ports.ts';
import { atRest } from './manual-schedule.ts';

/** `late`: the portal gets it only when `deliverLate` is called, long after the kiosk gave up. */
export type Fate = 'arrives' | 'question-lost' | 'answer-lost' | 'late';

export interface LossyFetcher extends PortalFetcher {
  /** Of the next questions, in order; then all arrive. */
  fates: Fate[];
  deliverLate(): Promise<void>;
  /** When nothing is under way, and nothing that followed from it. */
  atRest(): Promise<void>;
}

export function createLossyFetcher(inner: PortalFetcher): LossyFetcher {
  let late: (() => Promise<unknown>)[] = [];
  const underWay = new Set<Promise<unknown>>();
  const carry = (request: PortalRequest): Promise<PortalResponse> => {
    const carried = inner.exchange(request).finally(() => underWay.delete(carried));
    underWay.add(carried);
    return carried;
  };
  const fetcher: LossyFetcher = {
    origin: inner.origin,
    fates: [],
    exchange: async (request) => {
      const fate = fetcher.fates.shift() ?? 'arrives';
      if (fate === 'question-lost') {
        throw new PortalFetchError('offline', 'the question was lost', false);
      }
      if (fate === 'late') {
        late.push(() => carry(request));
        throw new PortalFetchError('slow', 'the question is late', true);
      }
      const answer = await carry(request);
      if (fate === 'answer-lost') {
        throw new PortalFetchError('offline', 'the answer was lost', true);
      }
      return answer;
    },
    deliverLate: async () => {
      const delivered = late;
      late = [];
      for (const deliver of delivered) {
        await deliver();
      }
    },
    atRest: async () => {
      await atRest();
      while (underWay.size > 0) {
        await Promise.allSettled(underWay);
        await atRest();
      }
    },
    close: () => inner.close(),
  };
  return fetcher;
}
