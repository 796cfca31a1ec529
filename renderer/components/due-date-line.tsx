/** Beside the time of one way of handing in: when it would be done; absent where that time is not sure. */
import type { Channel } from '../../main/contract/procedure.ts';
import { useAnswer } from '../hooks/use-answer.ts';
import { useWording } from '../hooks/use-wording.ts';
import { dueLine } from '../wording/due-words.ts';

interface DueDateLineProps {
  readonly code: string;
  readonly channel: Channel;
}

export function DueDateLine({ code, channel }: DueDateLineProps) {
  const wording = useWording();
  const answer = useAnswer('procedures.dueDates', { code });
  const due = answer.kind === 'ready' ? answer.value.dueDates.find((one) => one.channel === channel) : undefined;
  if (answer.kind !== 'ready' || due === undefined) return null;
  return <p>{dueLine(due, answer.value.nowMs, wording)}</p>;
}
