/** The progress of an update as it is told, between two answers to what staff asked. */
import { useEffect, useEffectEvent, useState } from 'react';
import type { UpdateProgress } from '../../../main/contract/updates.ts';
import { useKiosk } from '../../hooks/kiosk-context.ts';

/** `known`: of the last answer, null before any. `onPhase` is called at each step: the rest has changed as well. */
export function useUpdateProgress(known: UpdateProgress | null, onPhase: () => void): UpdateProgress | null {
  const { connection } = useKiosk();
  const [told, setTold] = useState<{ readonly since: UpdateProgress | null; readonly progress: UpdateProgress } | null>(
    null,
  );
  // An answer that came since is newer than what was told before it.
  const progress = told !== null && told.since === known ? told.progress : known;
  const hear = useEffectEvent((next: UpdateProgress) => {
    setTold({ since: known, progress: next });
    if (next.phase !== progress?.phase) onPhase();
  });
  useEffect(() => connection.on('update.progress', (next) => hear(next)), [connection]);
  return progress;
}
