/** The service a procedure is handed in at, where this kiosk gives numbers for it. */
import type { QueueService } from '../../main/contract/queue.ts';
import { useKiosk } from './kiosk-context.ts';
import { useSteadyAnswer } from './use-steady-answer.ts';

/** Null also while nobody knows yet, and where the core does not answer: nothing is offered that may not be there. */
export function useQueueService(code: string | null): QueueService | null {
  const { hasQueue } = useKiosk().description;
  const answer = useSteadyAnswer('queue.serviceFor', hasQueue && code !== null ? { code } : null);
  return answer.kind === 'ready' ? answer.value.service : null;
}
