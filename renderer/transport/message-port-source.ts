/** Channels from Electron's preload, which posts a port to its own window and nothing else. */
import type { ChannelSource } from './channel-source.ts';
import { createMessagePortTransport } from './message-port-transport.ts';

/** What the preload sends with the port. */
export const portGreeting = 'kiosk-port';

/** Listens at once when started; a message from any other window, or with other words, is left alone. */
export function createMessagePortSource(page: Window): ChannelSource {
  return {
    start(onChannel) {
      const receive = (event: MessageEvent<unknown>) => {
        const [port] = event.ports;
        if (event.source !== page || event.data !== portGreeting || port === undefined) return;
        onChannel(createMessagePortTransport(port));
      };
      page.addEventListener('message', receive);
      return () => page.removeEventListener('message', receive);
    },
  };
}
