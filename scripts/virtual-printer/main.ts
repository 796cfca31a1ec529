/** `node scripts/virtual-printer/main.ts --port 9100 --out <folder>`: a printer for trying the kiosk without one. */
import { createInterface } from 'node:readline';
import { readCommandLine, usage } from './command-line.ts';
import { consoleHelp, runConsoleCommand } from './console-command.ts';
import { startVirtualPrinter } from './start-virtual-printer.ts';

async function run(): Promise<void> {
  const { help, printer: options, faults } = readCommandLine(process.argv.slice(2));
  if (help) {
    process.stdout.write(`${usage}\n${consoleHelp}`);
    return;
  }
  const printer = await startVirtualPrinter(options);
  for (const [moment, fault] of faults) {
    printer.faultAt(moment, fault);
  }
  process.stderr.write(`Virtual printer on ${printer.addresses.join(', ')}, slips in ${options.outputFolder}\n`);
  printer.onSlip((path) => process.stdout.write(`${path}\n`));
  printer.onPaper((image, kind) => {
    if (kind === 'torn') {
      process.stderr.write(`${image.heightDots} rows of paper were torn off; they are no slip\n`);
    }
  });
  const typed = createInterface({ input: process.stdin });
  typed.on('line', (line) => {
    process.stderr.write(runConsoleCommand(printer, line));
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      typed.close();
      process.stdin.destroy();
      void printer.close();
    });
  }
}

try {
  await run();
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  const inUse = reason.includes('EADDRINUSE') ? 'the port is in use; choose another one with --port' : reason;
  process.stderr.write(`virtual-printer: ${inUse}\nSee --help.\n`);
  process.exitCode = 2;
}
