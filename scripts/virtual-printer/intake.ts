/** How bytes of one host get into the printer: up to its room, to the next fault, or to a command that is carried out at once. */
import type { PrintMechanism } from './print-mechanism.ts';
import type { FaultPlan } from './printer-fault.ts';
import { createRealTimeScanner, type RealTimeCommand } from './real-time-scanner.ts';

export interface IntakeOptions {
  readonly mechanism: PrintMechanism;
  readonly plan: FaultPlan;
  readonly record: { bytesTaken: number };
  readonly carryOut: (command: RealTimeCommand) => void;
}

/** The function returned takes the next of `bytes` and tells how many; to be called until it takes none. */
export function createIntake({ mechanism, plan, record, carryOut }: IntakeOptions): (bytes: Uint8Array) => number {
  const scanner = createRealTimeScanner();
  return (bytes) => {
    const isFull = mechanism.freeBytes === 0;
    // Full, it still hears a command that stands right at the door, and keeps nothing of it.
    const room = isFull ? scanner.completes(bytes) : Math.min(bytes.length, mechanism.freeBytes, plan.bytesLeft);
    let length = 0;
    let command: RealTimeCommand | null = null;
    while (length < room && command === null) {
      command = scanner.step(bytes[length] ?? 0);
      length += 1;
    }
    if (!isFull) {
      mechanism.store(bytes.subarray(0, length));
      mechanism.work();
    }
    record.bytesTaken += length;
    plan.note('bytes', length);
    if (command !== null) {
      carryOut(command);
    }
    return length;
  };
}
