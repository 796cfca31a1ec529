/** `node scripts/virtual-printer/main.ts --port 9100 --out <folder>`: a printer for trying the kiosk without one. */
import { parseArgs } from 'node:util';
import { startVirtualPrinter } from './start-virtual-printer.ts';

const usage = `Usage: virtual-printer [options]
  --port <n>       TCP port on 127.0.0.1 (default 9100)
  --out <folder>   where each slip is left as a PNG (default ./slips)
  --width <dots>   576 for 80 mm paper (default), 384 for 58 mm
  --paper-out      has no paper
  --near-end       has little paper left
  --cover-open     stands open
  --offline        is off-line
  --silent         prints, but answers no status request
  --help
`;

const options = {
  port: { type: 'string', default: '9100' },
  out: { type: 'string', default: 'slips' },
  width: { type: 'string', default: '576' },
  'paper-out': { type: 'boolean', default: false },
  'near-end': { type: 'boolean', default: false },
  'cover-open': { type: 'boolean', default: false },
  offline: { type: 'boolean', default: false },
  silent: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

async function run(): Promise<void> {
  const { values } = parseArgs({ options });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535 || !['576', '384'].includes(values.width)) {
    throw new Error('--port takes 0 to 65535, --width 576 or 384');
  }
  const printer = await startVirtualPrinter({
    port,
    outputFolder: values.out,
    widthDots: Number(values.width),
    state: {
      paper: values['paper-out'] ? 'out' : values['near-end'] ? 'near-end' : 'ok',
      coverOpen: values['cover-open'],
      offline: values.offline,
      answers: !values.silent,
    },
  });
  process.stderr.write(`Virtual printer on tcp://127.0.0.1:${printer.port}, slips in ${values.out}\n`);
  printer.onSlip((path) => process.stdout.write(`${path}\n`));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void printer.close());
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
