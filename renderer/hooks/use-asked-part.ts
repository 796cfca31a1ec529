/** Opens a procedure at the part that was asked about: brought into sight, marked for a moment, read aloud next. */
import { useEffect, useEffectEvent, useLayoutEffect } from 'react';
import type { ProcedurePart } from '../state/procedure-part.ts';

/** Long enough to find the mark after the eye has found the page. */
const markedMs = 4000;

/**
 * `part` is null until the procedure is there, where nothing was asked, and once it was shown. Calls `onShown` when it
 * was, so that coming back finds the page as it was left. Parts carry their name as `data-part`.
 */
export function useAskedPart(part: ProcedurePart | null, onShown: () => void): void {
  const tell = useEffectEvent(onShown);
  // Before the first paint: the page opens there, nothing moves.
  useLayoutEffect(() => {
    const found = part === null ? null : findPart(part);
    if (found !== null) bringIntoSight(found);
  }, [part]);

  // After the screen's heading took the focus.
  useEffect(() => {
    const found = part === null ? null : findPart(part);
    if (found === null) return;
    const target = found.querySelector<HTMLElement>('button[slot="trigger"]') ?? found;
    if (target === found) found.tabIndex = -1;
    target.focus({ preventScroll: true });
    found.dataset['asked'] = '';
    const letGo = keepInSight(found);
    setTimeout(() => {
      letGo();
      delete found.dataset['asked'];
    }, markedMs);
    tell();
  }, [part]);
}

function findPart(part: ProcedurePart): HTMLElement | null {
  return document.querySelector<HTMLElement>(`main [data-part="${part}"]`);
}

/** Facts that are answered later (number, due date) push it down; it is followed until somebody moves the page. Returns how to let go. */
function keepInSight(part: HTMLElement): () => void {
  const content = part.closest('[data-scrolls]')?.firstElementChild;
  const observer = new ResizeObserver(() => bringIntoSight(part));
  const moves = ['pointerdown', 'wheel', 'keydown'] as const;
  const letGo = () => {
    observer.disconnect();
    for (const move of moves) document.removeEventListener(move, letGo, true);
  };
  for (const move of moves) document.addEventListener(move, letGo, true);
  if (content !== null && content !== undefined) observer.observe(content);
  return letGo;
}

/** What can be seen whole from the top of the page stays there, title and all. */
function bringIntoSight(part: HTMLElement): void {
  const region = part.closest('[data-scrolls]');
  if (region === null) return;
  const view = region.getBoundingClientRect();
  const box = part.getBoundingClientRect();
  if (box.top < view.top || box.bottom > view.bottom - view.height * 0.12) {
    region.scrollTop += box.top - view.top - view.height * 0.06;
  }
}
