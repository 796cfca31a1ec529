/** The core process's end of the line to the supervisor that forked it. */
import type { SupervisorLine } from './run-core.ts';

/** Null where this process was not forked. */
export function createSupervisorLine(): SupervisorLine | null {
  if (process.send === undefined) {
    return null;
  }
  // Ctrl-C reaches every process of the terminal at once; the supervisor decides the order in which they end.
  process.on('SIGINT', () => undefined);
  return {
    onOrder: (listener) => {
      process.on('message', listener);
    },
    onEnd: (listener) => {
      const end = (): void => {
        listener();
        // Nobody is left who would kill a core that does not manage to close.
        setTimeout(() => process.exit(1), 5_000).unref();
      };
      process.once('disconnect', end);
      process.once('SIGTERM', end);
    },
    report: (report) => {
      if (process.connected) {
        process.send?.(report);
      }
    },
    exit: (code) => {
      process.exitCode = code;
      // Without the line nothing of ours is left to wait for; a device that still holds on must not keep the process.
      if (process.connected) {
        process.disconnect();
      }
      setTimeout(() => process.exit(code), 2_000).unref();
    },
  };
}
