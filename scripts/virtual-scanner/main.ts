/** `node scripts/virtual-scanner/main.ts --pty /tmp/reader`: a reader for trying things without one; each line typed is a scan. */
import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { virtualScannerPort } from '../../main/adapters/scanning/scanner-target.ts';
import { type ScannerInHand, startVirtualScanner, startVirtualScannerAt } from './virtual-scanner.ts';

const command = new Command('virtual-scanner')
  .description('A reader without hardware. What is typed here, or sent by "npm run scan -- --to …", is scanned.')
  .option('--port <port>', 'loopback port: reader.target is virtual:<port>', Number, virtualScannerPort)
  .option('--pty <link>', 'a pseudo-terminal instead: reader.target is serial:<link> or virtual:<link>')
  .parse();

const { port, pty } = command.opts<{ port: number; pty?: string }>();
try {
  const scanner: ScannerInHand = await (pty === undefined ? startVirtualScanner({ port }) : startVirtualScannerAt(pty));
  process.stderr.write(`Virtual reader at ${pty ?? `127.0.0.1:${port}`}; type what it is to read\n`);
  const typed = createInterface({ input: process.stdin });
  typed.on('line', (line) => scanner.scan(line));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      typed.close();
      process.stdin.destroy();
      void scanner.close();
    });
  }
} catch (error) {
  process.stderr.write(`virtual-scanner: ${error instanceof Error ? error.message : String(error)}\nSee --help.\n`);
  process.exitCode = 1;
}
