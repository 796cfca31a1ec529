/** How the portal is, as staff see it on their screen and in the log: each trouble is told once when it begins and once when it is over. */
import type { PortalOverview } from '../../contract/portal.ts';
import type { Clock, Logger, PortalResponse } from '../ports.ts';
import { serverTimeMs } from '../retry-after.ts';

type Reason = NonNullable<PortalOverview['trouble']>;

export interface PortalWatch {
  /** Something came back, whatever it says. */
  heard(headers: PortalResponse['headers']): void;
  answered(): void;
  /** `question`: its name, never what was asked for. `detail`: in words for staff. */
  troubled(question: string, reason: Reason, detail: string): void;
  seen(): Pick<PortalOverview, 'trouble' | 'detail' | 'lastAnswerAtMs' | 'clockDifferenceMs'>;
}

/** From here on two clocks are told to differ: certificates and appointments go wrong with more. */
const notableDifferenceMs = 5 * 60_000;
const mostDetailLetters = 200;
const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;

export function createPortalWatch(clock: Clock, logger: Logger): PortalWatch {
  let trouble: { readonly reason: Reason; readonly detail: string } | null = null;
  let lastAnswerAtMs: number | null = null;
  let clockDifferenceMs: number | null = null;
  let isClockTold = false;

  /** A certificate that is not valid at this hour is mostly a clock that is wrong; the last answer may tell. */
  const withClock = (detail: string): string => {
    const differs = clockDifferenceMs !== null && Math.abs(clockDifferenceMs) >= notableDifferenceMs;
    const words = differs ? ` (this machine's clock was ${describeDifference(clockDifferenceMs ?? 0)})` : '';
    return `${detail}${words}`.slice(0, mostDetailLetters);
  };

  return {
    heard: (headers) => {
      lastAnswerAtMs = clock.nowMs();
      const timeMs = serverTimeMs(headers);
      clockDifferenceMs = timeMs === null ? null : timeMs - lastAnswerAtMs;
      const isOff = Math.abs(clockDifferenceMs ?? 0) >= notableDifferenceMs;
      if (isOff && !isClockTold) {
        logger.warn("The clock of this machine differs from the portal's; check date and time", {
          differenceSeconds: Math.round((clockDifferenceMs ?? 0) / 1_000),
        });
      }
      isClockTold = isOff;
    },
    answered: () => {
      if (trouble !== null) {
        logger.info('The portal answers again');
      }
      trouble = null;
    },
    troubled: (question, reason, detail) => {
      if (trouble?.reason !== reason || trouble.detail !== detail) {
        logger.warn('The portal cannot be asked', { question, reason, detail: withClock(detail) });
      }
      trouble = { reason, detail };
    },
    seen: () => ({
      trouble: trouble?.reason ?? null,
      detail: trouble === null ? null : withClock(trouble.detail),
      lastAnswerAtMs,
      clockDifferenceMs,
    }),
  };
}

/** `differenceMs`: the portal's clock minus this machine's. */
function describeDifference(differenceMs: number): string {
  const size = Math.abs(differenceMs);
  const [count, unit] =
    size >= 2 * dayMs
      ? [size / dayMs, 'days']
      : size >= 2 * hourMs
        ? [size / hourMs, 'hours']
        : [size / 60_000, 'minutes'];
  return `${Math.round(count)} ${unit} ${differenceMs > 0 ? 'behind' : 'ahead of'} the portal's`;
}
