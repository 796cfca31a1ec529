/** The stick that lies in the kiosk: verified before anybody is asked, taken only when staff say so. */
import type { OfferedStick } from '../../contract/updates.ts';
import type { Logger, ReleaseRepository } from '../ports.ts';
import { failureOf } from './failure-of.ts';
import { type LookingOptions, lookForUpdate } from './look-for-update.ts';
import type { UpdateRunner } from './update-runner.ts';

export interface StickOffer {
  /** A stick came; null: it went. */
  heard(stick: { readonly name: string; readonly repository: ReleaseRepository } | null): void;
  offered(): OfferedStick | null;
  /** Null where none is offered, or another release. */
  repositoryOf(number: number): ReleaseRepository | null;
}

export interface StickOfferOptions {
  readonly looking: LookingOptions;
  readonly runner: Pick<UpdateRunner, 'afterwards'>;
  readonly logger: Logger;
}

export function createStickOffer({ looking, runner, logger }: StickOfferOptions): StickOffer {
  let current: { readonly name: string; readonly repository: ReleaseRepository } | null = null;
  let offer: OfferedStick | null = null;

  const verify = async (stick: NonNullable<typeof current>, signal: AbortSignal): Promise<void> => {
    if (current !== stick) {
      return;
    }
    try {
      const { manifest, verdict } = await lookForUpdate(stick.repository, looking, signal);
      if (current === stick) {
        const { number, publishedAtMs } = manifest;
        offer = { name: stick.name.slice(0, 120), number, publishedAtMs, isNewer: verdict === 'take' };
      }
    } catch (error) {
      const { reason, message } = failureOf(error);
      const detail = message.slice(0, 400);
      logger.warn('The stick is not believed', { reason, detail });
      looking.ledger.record({
        atMs: looking.now(),
        source: 'stick',
        outcome: 'failed',
        number: null,
        reason,
        detail,
      });
    }
  };

  return {
    heard: (stick) => {
      current = stick;
      offer = null;
      if (stick !== null) {
        runner.afterwards((signal) => verify(stick, signal));
      }
    },
    offered: () => offer,
    repositoryOf: (number) => (offer?.number === number ? (current?.repository ?? null) : null),
  };
}
