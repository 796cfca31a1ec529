/** Asks the portal with time-outs, careful retries and a circuit breaker; checks every answer. */
import type { Clock, Logger, PortalFetcher, ScheduleAfter } from '../ports.ts';
import {
  appointmentQuestion,
  bookQuestion,
  changeQuestion,
  checkInQuestion,
  giveBackByKeyQuestion,
  giveBackQuestion,
  slotsQuestion,
} from './appointment-questions.ts';
import { createPortalAsker } from './ask-portal.ts';
import { createCircuitBreaker } from './circuit-breaker.ts';
import { progressQuestion, proofQuestion, sendCodeQuestion } from './dossier-questions.ts';
import type { PortalAnswer, PortalClient, PortalTrouble } from './portal-client.ts';
import type { PortalQuestion } from './portal-question.ts';
import { createPortalWatch } from './portal-watch.ts';

export interface PortalClientOptions {
  /** Null where the configuration names no portal. */
  readonly fetcher: PortalFetcher | null;
  readonly clock: Clock;
  readonly schedule: ScheduleAfter;
  readonly logger: Logger;
  /** 0 ≤ x < 1; for the jitter. */
  readonly random: () => number;
}

const notConfigured: PortalTrouble = { reason: 'not-configured', retryAtMs: null, unsure: false };

export function createPortalClient(options: PortalClientOptions): PortalClient {
  const { fetcher, clock, schedule, logger, random } = options;
  const breaker = createCircuitBreaker(clock);
  const watch = createPortalWatch(clock, logger);
  const asker = fetcher === null ? null : createPortalAsker({ fetcher, breaker, watch, clock, schedule, random });
  const ask = <T>(question: PortalQuestion<T>): Promise<PortalAnswer<T>> =>
    asker === null ? Promise.resolve({ ok: false, trouble: notConfigured }) : asker.ask(question);
  const nowMs = (): number => clock.nowMs();

  return {
    progress: (dossierCode) => ask(progressQuestion(dossierCode)),
    dossier: (dossierCode, proof) => ask(proofQuestion(dossierCode, proof, nowMs)),
    sendCode: (dossierCode) => ask(sendCodeQuestion(dossierCode, nowMs)),
    slots: (procedureCode, days) => ask(slotsQuestion(procedureCode, days)),
    book: (key, wish) => ask(bookQuestion(key, wish)),
    appointment: (appointmentCode) => ask(appointmentQuestion(appointmentCode)),
    change: (key, appointmentCode, slot) => ask(changeQuestion(key, appointmentCode, slot)),
    giveBack: (appointmentCode) => ask(giveBackQuestion(appointmentCode)),
    giveBackByKey: (key) => ask(giveBackByKeyQuestion(key)),
    checkIn: (appointmentCode) => ask(checkInQuestion(appointmentCode)),
    overview: () => ({ origin: fetcher?.origin ?? null, circuit: breaker.state(), ...watch.seen() }),
    close: async () => {
      asker?.close();
      await fetcher?.close();
    },
  };
}
