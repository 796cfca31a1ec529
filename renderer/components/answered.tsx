/** Draws what the core answered, or why there is nothing to draw yet; no screen handles that by itself. */
import type { ReactNode } from 'react';
import type { Answer } from '../hooks/use-answer.ts';
import { FailureNotice } from './failure-notice.tsx';
import { Waiting } from './waiting.tsx';

interface AnsweredProps<T> {
  readonly answer: Answer<T>;
  readonly children: (value: T) => ReactNode;
}

export function Answered<T>({ answer, children }: AnsweredProps<T>) {
  if (answer.kind === 'waiting') return <Waiting />;
  if (answer.kind === 'failed') return <FailureNotice error={answer.error} retry={answer.retry} />;
  return children(answer.value);
}
