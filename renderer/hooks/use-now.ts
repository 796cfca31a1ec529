/** The time of day for screens that say something else when a moment has come. */
import { useEffect, useState } from 'react';

/** Often enough that nobody waits for a button whose time has come. */
const lookMs = 5_000;

/** UTC epoch. */
export function useNow(): number {
  const [nowMs, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), lookMs);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
