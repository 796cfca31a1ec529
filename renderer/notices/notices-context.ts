/** Notices for citizens as the screens know them, and where one is read in full. */
import { createContext, useContext, useState } from 'react';
import type { ShownNotice } from '../../main/contract/notices.ts';

/** Of this moment; changes while a screen is looked at. */
export const NoticesContext = createContext<readonly ShownNotice[]>([]);

/** Opens notices over the page. */
export const NoticeReaderContext = createContext<(notices: readonly ShownNotice[]) => void>(() => undefined);

export function useNotices(): readonly ShownNotice[] {
  return useContext(NoticesContext);
}

export interface SteadyNotice {
  readonly notice: ShownNotice;
  /** It was taken down since the screen was opened: its place stays, so that nothing moves under a finger. */
  readonly isOver: boolean;
}

/** The notices of the moment the screen was opened; what came since is for the next screen. */
export function useSteadyNotices(isWanted: (notice: ShownNotice) => boolean): readonly SteadyNotice[] {
  const current = useNotices();
  const [first] = useState(current);
  return first
    .filter(isWanted)
    .map((notice) => ({ notice, isOver: !current.some((one) => isSameNotice(one, notice)) }));
}

/** An office may use the city's names. */
function isSameNotice(one: ShownNotice, other: ShownNotice): boolean {
  return one.id === other.id && one.origin === other.origin;
}
