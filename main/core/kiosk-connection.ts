/** Joins one transport to a kiosk: texts in, replies and pushes out. The same for every shell and for staff's tools. */
import { maximumRequestLength, type Push, type Reply } from '../contract/envelope.ts';
import type { Transport } from '../contract/transport.ts';
import { dispatch, dispatchStaff, type StaffDispatchable } from './dispatch.ts';
import type { Kiosk } from './kiosk.ts';

/** Serves a page until the transport closes. Replies may overtake one another; pushes go to every page. */
export function connectKiosk(kiosk: Kiosk, transport: Transport): void {
  const send = (message: Reply | Push): void => transport.send(JSON.stringify(message));
  const stopListening = kiosk.onPush(send);
  transport.onClose(stopListening);
  transport.onMessage((text) => {
    // dispatch never rejects, so nothing is lost by not waiting.
    void dispatch(kiosk, parseMessage(text)).then(send);
  });
}

/** Serves a tool of IT staff until the transport closes. It is told nothing it did not ask for. */
export function connectStaff(kiosk: StaffDispatchable, transport: Transport): void {
  transport.onMessage((text) => {
    void dispatchStaff(kiosk, parseMessage(text), 'terminal').then((reply) => transport.send(JSON.stringify(reply)));
  });
}

/** Undefined (which dispatch refuses by name) where the text is too long or no JSON. */
function parseMessage(text: string): unknown {
  if (text.length > maximumRequestLength) {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
