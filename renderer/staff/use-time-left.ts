/** Time that runs out, told every second. */
import { useEffect, useEffectEvent, useState } from 'react';

const tickMs = 250;

/** Milliseconds until `endsAt` by the clock `now`, at least 0; calls `onOver` once when it is there. `endsAt` stays the same. */
export function useTimeLeft(endsAt: number, now: () => number, onOver: () => void): number {
  const [leftMs, setLeftMs] = useState(() => Math.max(0, endsAt - now()));
  const look = useEffectEvent((): boolean => {
    const next = Math.max(0, endsAt - now());
    // In whole seconds, so that nothing is drawn four times for the same words.
    setLeftMs((last) => (Math.ceil(next / 1000) === Math.ceil(last / 1000) ? last : next));
    if (next === 0) onOver();
    return next === 0;
  });
  useEffect(() => {
    const timer = setInterval(() => {
      if (look()) clearInterval(timer);
    }, tickMs);
    return () => clearInterval(timer);
  }, []);
  return leftMs;
}
