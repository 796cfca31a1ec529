/** A client over a scripted portal, with a clock that goes with the timers. */
import { createPortalClient } from '../../../main/core/portal/create-portal-client.ts';
import { createManualSchedule } from '../../fakes/manual-schedule.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { createScriptedFetcher, type ScriptedAnswer } from '../../fakes/scripted-fetcher.ts';

/** 09:41:05 at the office, 22 July 2026. */
export const startMs = Date.UTC(2026, 6, 22, 2, 41, 5);

export function openClient(...script: ScriptedAnswer[]) {
  const timers = createManualSchedule();
  const shift = { ms: 0 };
  const clock = { nowMs: () => startMs + timers.elapsedMs + shift.ms };
  const logger = createRecordingLogger();
  const fetcher = createScriptedFetcher(...script);
  const client = createPortalClient({ fetcher, clock, schedule: timers.schedule, logger, random: () => 0.999 });
  return { client, fetcher, timers, clock, shift, logger };
}

/** The answer, having let so much time pass. */
export async function after<T>(
  { timers }: Pick<ReturnType<typeof openClient>, 'timers'>,
  milliseconds: number,
  question: Promise<T>,
): Promise<T> {
  await timers.pass(milliseconds);
  return question;
}
