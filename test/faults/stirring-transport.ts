/** A transport that says when anything moves on it, so that time does not jump over what is on its way. */
import type { PrinterConnection, PrinterTransport } from '../../main/core/ports.ts';
import type { FlowingTime } from './flowing-time.ts';

export function stirringTransport(transport: PrinterTransport, { stir }: Pick<FlowingTime, 'stir'>): PrinterTransport {
  const moved = <T>(promise: Promise<T>): Promise<T> => {
    stir();
    return promise.finally(stir);
  };
  const stirring = (connection: PrinterConnection): PrinterConnection => ({
    answers: connection.answers,
    get bytesAccepted() {
      return connection.bytesAccepted;
    },
    write: (bytes, limits) => moved(connection.write(bytes, limits)),
    onData: (listener) =>
      connection.onData((bytes) => {
        stir();
        listener(bytes);
      }),
    onClose: (listener) =>
      connection.onClose(() => {
        stir();
        listener();
      }),
    close: () => moved(connection.close()),
    abort: () => connection.abort(),
  });
  return {
    target: transport.target,
    kind: transport.kind,
    open: () => moved(transport.open()).then(stirring),
  };
}
