/** When the result is due if the papers are handed in now; absent where the published time is not sure. */
import { useAnswer } from '../hooks/use-answer.ts';
import { useWording } from '../hooks/use-wording.ts';
import { dueAtGlance } from '../wording/due-words.ts';
import { GlanceFact } from './glance-fact.tsx';

export function DueDateFact({ code }: { readonly code: string }) {
  const wording = useWording();
  const answer = useAnswer('procedures.dueDates', { code });
  // Neither waiting nor a failure is worth a word: the time itself stands beside it.
  const due = answer.kind === 'ready' ? dueAtGlance(answer.value.dueDates, answer.value.nowMs, wording) : null;
  if (due === null) return null;
  return (
    <GlanceFact icon="calendar" label={due.label} value={due.headline}>
      {due.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </GlanceFact>
  );
}
