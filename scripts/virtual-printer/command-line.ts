/** The virtual printer's command line: options in, what to start and what is to go wrong out. */
import { parseArgs } from 'node:util';
import type { FaultMoment, PrinterFault } from './printer-fault.ts';
import type { VirtualPrinterOptions } from './start-virtual-printer.ts';

export const usage = `Usage: virtual-printer [options]
Prints what is sent to it: a PNG per slip, its path on standard output.

Ways in (the first one where none is named)
  --port <n>              TCP port on 127.0.0.1 (default 9100; 0 takes a free one)
  --pty <link>            a serial line: a pseudo-terminal behind this link
  --pipe <path>           a named pipe; nothing ever comes back
What it is
  --out <folder>          where each slip is left as a PNG (default ./slips)
  --width <dots>          576 for 80 mm paper (default), 384 for 58 mm
  --rows-per-second <n>   how fast it prints (default: at once; real ones 1200 to 2000)
  --buffer <bytes>        receive buffer (default 65536)
  --head-to-cutter <dots> paper between print head and blade (default 0)
  --no-fence --no-asb --no-clear --no-recover --no-cutter --no-near-end
                          does not know GS ( H, GS a, DLE DC4 8, DLE ENQ; has no blade (paper is torn off when it
                          has stood still for 1.5 s), no near-end sensor
  --silent                prints, but never answers
How it is, and what goes wrong
  --paper-out --near-end --cover-open --offline --cutter-jam --hang --refuse --garbage
  --slow <ms>             answers late
  --seed <n>              of --garbage (default 1)
  --paper-out-after <rows>   --cover-open-after <rows>   --hang-after <rows>
  --drop <bytes>          breaks the first connection after so many bytes
  --help
Type help while it runs: all of this can be changed then.
`;

export interface CommandLine {
  readonly help: boolean;
  readonly printer: VirtualPrinterOptions & { readonly outputFolder: string };
  readonly faults: readonly (readonly [moment: FaultMoment, fault: PrinterFault])[];
}

const flag = { type: 'boolean', default: false } as const;
const text = { type: 'string' } as const;
const options = {
  port: text,
  pty: text,
  pipe: text,
  out: { type: 'string', default: 'slips' },
  width: { type: 'string', default: '576' },
  'rows-per-second': text,
  buffer: text,
  'head-to-cutter': text,
  'no-fence': flag,
  'no-asb': flag,
  'no-clear': flag,
  'no-recover': flag,
  'no-cutter': flag,
  'no-near-end': flag,
  silent: flag,
  'paper-out': flag,
  'near-end': flag,
  'cover-open': flag,
  offline: flag,
  'cutter-jam': flag,
  hang: flag,
  refuse: flag,
  garbage: flag,
  slow: text,
  seed: text,
  'paper-out-after': text,
  'cover-open-after': text,
  'hang-after': text,
  drop: text,
  help: flag,
} as const;

/** Throws, naming the option, where one is wrong. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const { values } = parseArgs({ args: [...args], options });
  if (values.width !== '576' && values.width !== '384') {
    throw new Error('--width takes 576 or 384');
  }
  const numbers = {
    port: wholeNumber('port', values.port, 0, 65_535),
    rowsPerSecond: wholeNumber('rows-per-second', values['rows-per-second'], 1, 1_000_000),
    bufferBytes: wholeNumber('buffer', values.buffer, 64, 16_777_216),
    headToCutterDots: wholeNumber('head-to-cutter', values['head-to-cutter'], 0, 400),
    seed: wholeNumber('seed', values.seed, 0, 4_294_967_295),
  };
  const slow = wholeNumber('slow', values.slow, 0, 60_000);
  const named = values.port !== undefined || values.pty !== undefined || values.pipe !== undefined;
  const rows = (option: 'paper-out-after' | 'cover-open-after' | 'hang-after'): number | undefined =>
    wholeNumber(option, values[option], 1, 9_999_999);
  const planned: readonly (readonly [number: number | undefined, unit: 'rows' | 'bytes', fault: PrinterFault])[] = [
    [rows('paper-out-after'), 'rows', 'paper-out'],
    [rows('cover-open-after'), 'rows', 'cover-open'],
    [rows('hang-after'), 'rows', 'hang'],
    [wholeNumber('drop', values.drop, 1, 9_999_999), 'bytes', 'drop'],
  ];
  return {
    help: values.help,
    faults: planned.flatMap(([number, unit, fault]) =>
      number === undefined ? [] : [[unit === 'rows' ? { rows: number } : { bytes: number }, fault] as const],
    ),
    printer: {
      outputFolder: values.out,
      widthDots: Number(values.width),
      ...numbers,
      port: named ? numbers.port : 9100,
      ptyLink: values.pty,
      tearAfterMs: values['no-cutter'] ? 1_500 : undefined,
      pipePath: values.pipe,
      abilities: {
        fence: !values['no-fence'],
        changes: !values['no-asb'],
        clear: !values['no-clear'],
        recover: !values['no-recover'],
        cut: !values['no-cutter'],
        nearEndSensor: !values['no-near-end'],
      },
      state: {
        paper: values['paper-out'] ? 'out' : values['near-end'] ? 'near-end' : 'ok',
        coverOpen: values['cover-open'],
        offline: values.offline,
        cutter: values['cutter-jam'] ? 'jams' : 'ok',
        answers: !values.silent,
        reads: !values.hang,
        reachable: !values.refuse,
        garbage: values.garbage,
        answerDelayMs: slow ?? 0,
      },
    },
  };
}

function wholeNumber(option: string, value: string | undefined, least: number, most: number): number | undefined {
  if (value === undefined) {
    return undefined;
  }
  const number = /^\d+$/u.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least && number <= most)) {
    throw new Error(`--${option} takes a whole number from ${least} to ${most}, not "${value}"`);
  }
  return number;
}
