/** When to look for updates next: the site's cron expression, this kiosk's own offset from it, and chance; pure. */
import { createHash } from 'node:crypto';
import { Cron } from 'croner';
import { KioskError } from '../../contract/error.ts';

const timezone = 'Asia/Ho_Chi_Minh';
const longestSpreadMs = 60 * 60_000;
/** Of the time between two looks: the kiosks' offsets are spread over this much of it … */
const offsetShare = 0.8;
/** … and each look is put off by up to this much more. */
const jitterShare = 0.1;

const backOffBaseMs = 30_000;
const backOffCapMs = 30 * 60_000;

export interface CheckPlan {
  /** UTC epoch of the next regular look after this time. `random`: 0 ≤ x < 1. Null where the expression never comes true again. */
  nextMs(nowMs: number, random: number): number | null;
}

/** `deviceId` gives the kiosk the same offset each day. Error: `configuration-invalid` for what is no cron expression. */
export function createCheckPlan(expression: string, deviceId: string): CheckPlan {
  const cron = cronOf(expression);
  const place = createHash('sha256').update(deviceId).digest().readUInt32BE() / 2 ** 32;
  const after = (timeMs: number): number | null => cron.nextRun(new Date(timeMs))?.getTime() ?? null;
  return {
    nextMs: (nowMs, random) => {
      const coming = after(nowMs);
      const following = coming === null ? null : after(coming);
      const spreadMs = following === null || coming === null ? 0 : Math.min(following - coming, longestSpreadMs);
      const offsetMs = Math.floor(place * spreadMs * offsetShare);
      // The last run may still be to come on this kiosk, by its offset.
      const run = after(nowMs - offsetMs);
      return run === null ? null : run + offsetMs + Math.floor(random * spreadMs * jitterShare);
    },
  };
}

function cronOf(expression: string): Cron {
  try {
    return new Cron(expression, { timezone, paused: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `updates.schedule ${JSON.stringify(expression)} is no cron expression (${reason}); every half hour is */30 * * * *.`;
    throw new KioskError('configuration-invalid', message, { cause });
  }
}

/** rand(0, min(cap, base · 2^n)) after the nth failure in a row, from 0: full jitter, so that kiosks that failed together part. */
export function backOffMs(failures: number, random: number): number {
  return Math.floor(random * Math.min(backOffCapMs, backOffBaseMs * 2 ** Math.min(failures, 20)));
}
