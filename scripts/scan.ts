/** `npm run scan -- "<payload>"`: holds something before the virtual reader of a kiosk that runs on this machine. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { parseScannerTarget, virtualScannerPort } from '../main/adapters/scanning/scanner-target.ts';
import { KioskError } from '../main/contract/error.ts';
import { cutScan, type Terminator, terminators } from './virtual-scanner/cut-scan.ts';
import { type SendScanOptions, sendScan } from './virtual-scanner/send-scan.ts';

const defaultGapMs = 20;
const longestGapMs = 60_000;

interface Options {
  readonly to: SendScanOptions['target'];
  readonly split: readonly number[];
  readonly gap: number;
  /** False for `--no-terminator`. */
  readonly terminator: Terminator | false;
}

const command = new Command('scan')
  .usage('[options] "<payload>"')
  .description('Holds a payload before the virtual reader of the kiosk that runs on this machine.')
  .argument('<payload>', 'what the code says, e.g. 1.001193')
  .addOption(
    new Option('--to <target>', 'the reader, as reader.target of the configuration has it')
      .argParser(parseTarget)
      .default({ kind: 'virtual', port: virtualScannerPort }, 'virtual:'),
  )
  .addOption(
    new Option('--split <bytes>', 'lengths of the first pieces, e.g. 31,83; the rest follows')
      .argParser(parseSplit)
      .default([], 'in one piece'),
  )
  .option('--gap <ms>', 'pause between two pieces', parseGap, defaultGapMs)
  .option('--terminator <name>', `what ends the scan: ${Object.keys(terminators).join(', ')}`, parseTerminator, 'cr')
  .option('--no-terminator', 'the same as --terminator none: only silence ends it')
  .addHelpText(
    'after',
    `
Exit code: 0 where a kiosk heard it, otherwise 1.

Examples:
  npm run scan -- 1.001193
  npm run scan -- --split=31,83 --gap=40 "079123456789|…"
  npm run scan -- --no-terminator 000.00.01.H29-240115-0001
  npm run scan -- --to virtual:/tmp/reader 1.001193`,
  )
  .parse();

const { to, split, gap, terminator } = command.opts<Options>();
const pieces = cutScan(command.processedArgs[0], { split, terminator: terminator === false ? 'none' : terminator });
const trouble =
  pieces.length === 0
    ? 'Nothing was scanned: the payload is empty.'
    : await sendScan({ target: to, pieces, gapMs: gap });
if (trouble !== null) {
  process.stderr.write(`${trouble}\n`);
  process.exitCode = 1;
}

function parseTarget(text: string): SendScanOptions['target'] {
  try {
    const target = parseScannerTarget(text);
    if (target.kind !== 'serial') {
      return target;
    }
  } catch (error) {
    if (!(error instanceof KioskError)) {
      throw error;
    }
  }
  throw new InvalidArgumentError('a virtual reader is expected: virtual:, virtual:<port> or virtual:/<path>.');
}

function parseSplit(text: string): number[] {
  const lengths = text.split(',').map(Number);
  if (!lengths.every((length) => Number.isInteger(length) && length > 0)) {
    throw new InvalidArgumentError('lengths in bytes are expected, e.g. 31,83.');
  }
  return lengths;
}

function parseGap(text: string): number {
  const milliseconds = Number(text);
  if (!Number.isInteger(milliseconds) || milliseconds < 0 || milliseconds > longestGapMs) {
    throw new InvalidArgumentError(`whole milliseconds from 0 to ${longestGapMs} are expected.`);
  }
  return milliseconds;
}

function parseTerminator(text: string): Terminator {
  const known = Object.keys(terminators).find((name) => name === text);
  if (known === undefined) {
    throw new InvalidArgumentError(`one of ${Object.keys(terminators).join(', ')} is expected.`);
  }
  return known as Terminator;
}
