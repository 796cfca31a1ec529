/** `kioskctl scanner parse <text>`: what the kiosk takes a text for that is held before its reader, with all it reads there. */
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { readConfiguration } from '../core/configuration/read-configuration.ts';
import type { SiteConfiguration } from '../core/configuration/site-configuration.ts';
import { officeDate } from '../core/office-date.ts';
import { classifyScan } from '../core/scanning/classify-scan.ts';
import type { Scan } from '../core/scanning/scan.ts';
import { createScanFramer } from '../core/scanning/scan-framer.ts';
import type { CliContext } from './cli-context.ts';
import { scanText } from './scan-text.ts';

interface Options {
  readonly config: string;
  readonly json?: true;
}

export function createScannerParseCommand(context: CliContext): Command {
  return new Command('parse')
    .description('say what a scanned text is, as the kiosk decides it; nothing is kept or written down')
    .argument('<text>', 'what the reader sends, without its terminator; "-" reads it from standard input')
    .option('--json', 'print one JSON object: kind, and the fields of that kind')
    .addOption(
      new Option('--config <file>', "the site's configuration: the portal whose links count, the longest scan").default(
        join(context.projectFolder, 'data', 'site.json'),
        'data/site.json',
      ),
    )
    .addHelpText(
      'after',
      `
Examples:
  kioskctl scanner parse 000.00.01.H29-240115-0001
  kioskctl scanner parse --json 'TICKET:2026-11-24:A005'
  kioskctl scanner parse - < card.txt

A text that is none of ours is "unknown"; that is an answer too, and the exit code stays 0.
docs/scanning.md lists what is read and what is not.`,
    )
    .action(async (text: string, { config, json }: Options) => {
      const configuration = readConfiguration(config);
      const { maximumBytes } = configuration.reader;
      const bytes = text === '-' ? await readUpTo(maximumBytes + 2, context.input) : Buffer.from(text);
      const scan = scanOf(bytes, configuration);
      await context.print(json === true ? `${JSON.stringify(scan, null, 2)}\n` : scanText(scan, context.columns));
    });
}

/** All of it is one scan, whichever terminator ends it. */
function scanOf(bytes: Uint8Array, { reader, catalogue, portal }: SiteConfiguration): Scan {
  let scan: Scan = { kind: 'unknown' };
  const silence: (() => void)[] = [];
  const framer = createScanFramer({
    ...reader,
    terminator: 'none',
    onFrame: (text) => {
      if (text !== null) {
        const { portalLinkTemplate } = catalogue;
        scan = classifyScan(text, { portalLinkTemplate, portalUrl: portal.url, today: officeDate(Date.now()) });
      }
    },
    schedule: (_delayMs, action) => {
      silence.push(action);
      return () => undefined;
    },
  });
  framer.push(bytes);
  silence.at(-1)?.();
  return scan;
}

/** Enough to see that a scan is too long; the rest is left unread. */
async function readUpTo(mostBytes: number, input: NodeJS.ReadableStream): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of input) {
    const bytes = Buffer.from(piece);
    pieces.push(bytes);
    length += bytes.length;
    if (length > mostBytes) {
      break;
    }
  }
  return Buffer.concat(pieces);
}
