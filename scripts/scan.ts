/** `npm run scan -- "<payload>"`: holds something before the virtual reader of a kiosk that runs on this machine. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { Command, InvalidArgumentError } from 'commander';
import { virtualScannerPort } from '../main/adapters/scanning/scanner-target.ts';

const command = new Command('scan')
  .description('Sends a payload to the virtual reader, as if it had been scanned.')
  .argument('<payload>', 'what the code says, e.g. 1.001193')
  .option('--port <port>', 'port of the virtual reader', parsePort, virtualScannerPort)
  .parse();

await sendScan(command.processedArgs[0], command.opts<{ port: number }>().port);

async function sendScan(payload: string, port: number): Promise<void> {
  const socket = connect({ host: '127.0.0.1', port });
  try {
    await once(socket, 'connect');
  } catch {
    process.stderr.write(`No virtual reader listens on 127.0.0.1:${port}. Start the kiosk first: npm start\n`);
    process.exitCode = 1;
    return;
  }
  socket.end(`${payload}\r`);
  await once(socket, 'close');
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new InvalidArgumentError('a port from 1 to 65535 is expected.');
  }
  return port;
}
