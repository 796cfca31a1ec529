/** The notices of this moment, for as long as the page lives: asked again after news of the catalogue and of the channel. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ShownNotice } from '../../main/contract/notices.ts';
import { useConnection } from '../hooks/use-connection.ts';
import type { CoreConnection } from '../transport/core-connection.ts';
import { createNoticeWatch } from './create-notice-watch.ts';

export function useNoticeWatch(connection: CoreConnection): readonly ShownNotice[] {
  const [watch] = useState(() =>
    createNoticeWatch({
      ask: () => connection.call('notices.current', {}),
      nowMs: () => Date.now(),
      schedule(callback, delayMs) {
        const timer = setTimeout(callback, delayMs);
        return () => clearTimeout(timer);
      },
    }),
  );
  const { isOpen, generation } = useConnection(connection);
  const channel = isOpen ? generation : null;
  useEffect(() => watch.start(), [watch]);
  useEffect(() => {
    if (channel !== null) watch.refresh();
  }, [watch, channel]);
  useEffect(() => connection.on('catalogue.changed', watch.refresh), [connection, watch]);
  return useSyncExternalStore(watch.subscribe, watch.current);
}
