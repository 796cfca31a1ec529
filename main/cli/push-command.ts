/** `kioskctl push`: brings a release to kiosks over the local network, many at a time. */
import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { readSecretFile } from '../adapters/network/read-secret-file.ts';
import { KioskError } from '../contract/error.ts';
import { RepositoryFetchError } from '../core/ports.ts';
import { filesForKiosk, RepositoryContentError } from '../core/releases/files-for-kiosk.ts';
import type { CliContext } from './cli-context.ts';
import { createPushProgress } from './push/create-push-progress.ts';
import { type KioskAddress, parseKioskAddress, readKioskList } from './push/kiosk-addresses.ts';
import { openPushSource, type PushSource } from './push/push-source.ts';
import { pushLine, pushTable, wentWell, withoutDoubles } from './push/push-text.ts';
import { type PushRow, pushToKiosk } from './push/push-to-kiosk.ts';

interface Options {
  readonly to?: readonly KioskAddress[];
  readonly toFile?: string;
  readonly tokenFile: string;
  readonly parallel: number;
  readonly json?: true;
}

const usualParallel = 8;
const mostParallel = 64;

export function createPushCommand(context: CliContext): Command {
  return new Command('push')
    .description('bring a release to kiosks over the local network')
    .argument('<folder>', 'a release repository, or a folder made by "kioskctl release export"')
    .option('--to <host:port...>', 'kiosks, as 192.168.1.21:9465', collectAddress)
    .option('--to-file <file>', 'a list of kiosks, one host:port a line; # begins a remark')
    .requiredOption('--token-file <file>', 'file with the token of the site (mode 0600), the same as at the kiosks')
    .option('--parallel <n>', `kiosks at one time, 1 to ${mostParallel}`, parseParallel, usualParallel)
    .option(
      '--json',
      'print [{"kiosk", "from", "to", "outcome", "reason", "detail", "way", "sentBytes", "durationMs"}]',
    )
    .addHelpText(
      'after',
      `
Each kiosk is asked where it stands and is sent what it lacks: newer roots, the signed metadata, its office's sheet, and
the delta from what it shows, or the snapshot where no delta leads there. The kiosk checks every signature itself; the
token only keeps strangers off and never travels. How a kiosk is told to listen: docs/push.md.

Examples:
  kioskctl push /srv/kiosk/releases --to 192.168.1.21:9465 192.168.1.22:9465 --token-file /etc/kiosk/push.token
  kioskctl push /media/it/STICK --to-file kiosks.txt --token-file push.token --json

Exit code: 0 every kiosk has or will have it, 1 one at least has not (the table tells which and why), 2 wrongly used.`,
    )
    .action(async (folder: string, options: Options, command: Command) => {
      const kiosks = withoutDoubles([
        ...(options.to ?? []),
        ...(options.toFile === undefined ? [] : readKioskList(resolve(options.toFile))),
      ]);
      if (kiosks.length === 0) {
        command.error('error: name a kiosk with --to host:port, or a list of them with --to-file');
      }
      const token = readSecretFile(resolve(options.tokenFile), {
        file: 'The token file',
        secret: 'a token',
        advice: 'name the file with the token of the site with --token-file',
      });
      const source = openPushSource(resolve(folder), context.interrupted);
      await requireRelease(source);
      const rows = await pushToAll(kiosks, { source, token, context, parallel: options.parallel });
      await context.print(options.json === true ? `${JSON.stringify(rows, null, 2)}\n` : pushTable(rows));
      const failed = rows.filter((row) => !wentWell(row)).length;
      if (failed > 0) {
        throw new KioskError('unavailable', `${failed} of ${rows.length} kiosks did not take the release.`);
      }
    });
}

/** Said once, rather than for each kiosk. */
async function requireRelease({ read }: PushSource): Promise<void> {
  try {
    await filesForKiosk(read, { rowsSha256: null, rootVersion: null, office: null });
  } catch (error) {
    if (error instanceof RepositoryContentError || error instanceof RepositoryFetchError) {
      throw new KioskError('repository-damaged', `The repository cannot be pushed: ${error.message}.`, {
        cause: error,
      });
    }
    throw error;
  }
}

interface Round {
  readonly source: PushSource;
  readonly token: string;
  readonly context: CliContext;
  readonly parallel: number;
}

/** In the order of the kiosks. */
async function pushToAll(
  kiosks: readonly KioskAddress[],
  { source, token, context, parallel }: Round,
): Promise<PushRow[]> {
  const progress = createPushProgress(context, kiosks.length);
  const rows: PushRow[] = [];
  const waiting = [...kiosks.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [place, kiosk] = next;
      const row = await pushToKiosk(kiosk, {
        source,
        token,
        signal: context.interrupted,
        onSent: (bytes) => progress.sent(bytes),
      });
      rows[place] = row;
      progress.done(pushLine(row));
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(parallel, kiosks.length) }, work));
  } finally {
    progress.end();
  }
  return rows;
}

function collectAddress(text: string, former: readonly KioskAddress[] = []): readonly KioskAddress[] {
  const address = parseKioskAddress(text);
  if (address === null) {
    throw new InvalidArgumentError('It must be host:port, as 192.168.1.21:9465.');
  }
  return [...former, address];
}

function parseParallel(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > mostParallel) {
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${mostParallel}.`);
  }
  return count;
}
