/** A pseudo-terminal behind a link, as a printer on a serial line. */
import { plugInTerminal } from '../../pseudo-terminal/plug-in-terminal.ts';
import type { Door } from '../conversation.ts';
import type { Printer } from '../create-printer.ts';
import { type OneHost, serveOneHost } from './one-host.ts';

/** Makes `link` point to the terminal; a link that lies there is replaced. Rejects where that cannot be. */
export async function openPtyDoor(printer: Printer, link: string): Promise<Door> {
  let unplug: (() => Promise<void>) | null = null;
  let host: OneHost | null = null;
  /** One after the other: plugging in takes a moment. */
  let turn: Promise<void> = Promise.resolve();

  async function plug(): Promise<void> {
    const terminal = await plugInTerminal(link);
    const conversation = printer.greet({
      door: 'pty',
      send: (bytes) => (terminal.input.writable ? terminal.input.write(bytes) : undefined),
      cut: () => {
        conversation.leave();
        change(true);
      },
    });
    host = serveOneHost(terminal.output, conversation);
    unplug = async () => {
      conversation.leave();
      await terminal.unplug();
    };
  }

  async function pull(): Promise<void> {
    const leave = unplug;
    unplug = null;
    host = null;
    await leave?.();
  }

  function change(plugged: boolean): void {
    turn = turn.then(pull).then(() => (plugged && printer.state.reachable ? plug() : undefined));
    // Whoever asks is told.
    turn.catch(() => undefined);
  }

  await plug();
  let reachable = true;
  return {
    address: link,
    pump: () => host?.pump(),
    setReachable(wanted) {
      if (wanted !== reachable) {
        reachable = wanted;
        change(wanted);
      }
    },
    settled: () => turn,
    async close() {
      await turn;
      await pull();
    },
  };
}
