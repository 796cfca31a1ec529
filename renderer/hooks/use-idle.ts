/** Notices that nobody touches the kiosk any more. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { type IdleLimits, type IdlePhase, idlePhase } from '../idle/idle-phase.ts';

/** Whatever a person does to a kiosk. */
const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove', 'scroll'] as const;
const tickMs = 250;

interface IdleOptions extends IdleLimits {
  /** Nobody is asked: the welcome screen, or a slip being printed. */
  readonly isSuspended: boolean;
  readonly onGone: () => void;
}

/** While the question stands, only `prolong` answers it: a stray touch must not. */
export function useIdle({ idleMs, countdownMs, isSuspended, onGone }: IdleOptions) {
  // Set when the page is shown; until then nothing is measured.
  const quietSinceMs = useRef(0);
  const [phase, setPhase] = useState<IdlePhase>({ kind: 'present' });
  const isAsking = phase.kind === 'asking';

  const prolong = useCallback(() => {
    quietSinceMs.current = performance.now();
    setPhase({ kind: 'present' });
  }, []);

  useEffect(() => {
    if (isAsking) return undefined;
    const stir = () => {
      quietSinceMs.current = performance.now();
    };
    for (const sign of signsOfLife) window.addEventListener(sign, stir, { capture: true, passive: true });
    return () => {
      for (const sign of signsOfLife) window.removeEventListener(sign, stir, { capture: true });
    };
  }, [isAsking]);

  useEffect(() => {
    quietSinceMs.current = performance.now();
    if (isSuspended) return undefined;
    const timer = setInterval(() => {
      const next = idlePhase(performance.now() - quietSinceMs.current, { idleMs, countdownMs });
      setPhase((present) => (samePhase(present, next) ? present : next));
      if (next.kind === 'gone') {
        prolong();
        onGone();
      }
    }, tickMs);
    return () => clearInterval(timer);
  }, [idleMs, countdownMs, isSuspended, onGone, prolong]);

  return { phase, prolong };
}

function samePhase(one: IdlePhase, other: IdlePhase): boolean {
  if (one.kind === 'asking' && other.kind === 'asking') return one.secondsLeft === other.secondsLeft;
  return one.kind === other.kind;
}
