/** What can be typed while the virtual printer runs, and what it says to it. */
import { type FaultMoment, faultNames, type PrinterFault } from './printer-fault.ts';
import { type PrinterState, readyState } from './printer-state.ts';
import type { VirtualPrinter } from './start-virtual-printer.ts';

export const consoleHelp = `Typed while it runs:
  paper-out · paper-ok · near-end      the roll; paper-ok puts in a new one, torn off what hung out
  cover-open · cover-closed
  cutter-jam · cutter-ok               jams at the next cut, and stands until it is ok
  offline · online · error · error-ok
  slow <ms> · silent on|off · garbage on|off
  hang · unhang · refuse · accept
  drop [bytes] · drop-fin [bytes]      breaks the connection, now or after so many bytes
  after <rows> <fault>                 paper-out, cover-open, hang, cutter-jam, drop … after so many rows
  tear · reset · status · help
`;

const changes: Readonly<Record<string, Partial<PrinterState>>> = {
  'paper-ok': { paper: 'ok' },
  'cover-closed': { coverOpen: false },
  'cutter-ok': { cutter: 'ok' },
  online: { offline: false },
  'error-ok': { error: 'none' },
  unhang: { reads: true },
  accept: { reachable: true },
  'silent off': { answers: true },
  'garbage off': { garbage: false },
};
const named: ReadonlyMap<string, PrinterFault> = new Map<string, PrinterFault>([
  ...faultNames.map((name) => [name, name] as const),
  ['silent on', 'silent'],
  ['garbage on', 'garbage'],
  ['reset', 'power-cycle'],
]);

/** Carries out one line; returns what there is to say, or what is wrong with it. */
export function runConsoleCommand(printer: VirtualPrinter, line: string): string {
  const words = line.trim().split(/\s+/u);
  const text = words.join(' ');
  const [first = '', second = '', ...rest] = words;
  const change = changes[text];
  const fault = named.get(text);
  const number = /^\d{1,7}$/u.test(second) ? Number(second) : null;
  if (text === '') {
    return '';
  }
  if (text === 'help') {
    return consoleHelp;
  }
  if (text === 'status') {
    return describePrinter(printer);
  }
  if (text === 'tear') {
    printer.tearOff();
  } else if (change !== undefined) {
    printer.set(change);
  } else if (fault !== undefined) {
    printer.fault(fault);
  } else if (first === 'slow' && number !== null && number <= 60_000 && rest.length === 0) {
    printer.set({ answerDelayMs: number });
  } else {
    const later = laterFault(first, number, rest);
    if (later === null) {
      return `"${text}" is no command; type help\n`;
    }
    printer.faultAt(later.moment, later.fault);
  }
  return `${text}: done\n`;
}

function laterFault(
  first: string,
  number: number | null,
  rest: readonly string[],
): { readonly moment: FaultMoment; readonly fault: PrinterFault } | null {
  if (number === null) {
    return null;
  }
  if ((first === 'drop' || first === 'drop-fin') && rest.length === 0) {
    return { moment: { bytes: number }, fault: first };
  }
  const fault = named.get(rest.join(' '));
  return first === 'after' && fault !== undefined ? { moment: { rows: number }, fault } : null;
}

function describePrinter(printer: VirtualPrinter): string {
  const unusual = Object.entries(printer.state).filter(
    ([name, value]) => new Map<string, unknown>(Object.entries(readyState)).get(name) !== value,
  );
  const lines = [
    `ways in: ${printer.addresses.join(', ')}`,
    `state: ${unusual.length === 0 ? 'ready' : unusual.map(([name, value]) => `${name}=${String(value)}`).join(' ')}`,
    `paper: ${printer.slipsCut} slips cut, ${printer.paper.hangingRows} rows hang out`,
    `buffer: ${printer.bufferedBytes} bytes wait`,
    `connections: ${printer.openConnections} open of ${printer.connections.length}`,
    `commands: ${printer.unknownCommands} unknown, ${printer.intrusions} real-time commands in pictures`,
  ];
  return `${lines.join('\n')}\n`;
}
