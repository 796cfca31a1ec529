/** The reference portal's command line: options in, what to start out. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const portalHelp = `Runs the reference portal (docs/portal-api.yaml): npm run portal -- [options]

  --port=<number>    port on 127.0.0.1; default 9310, 0 takes any free one
  --data=<file>      database that is kept between starts; default none: everything is gone when it ends
  --key-file=<file>  key of the kiosk demo-kiosk, made where it is missing;
                     default reference-portal.key in the kiosk's data folder
  --help             this text

Prints the dossiers it knows and the cards that open them, as texts for npm run scan; one-time codes are told here too.
Ends with 0 when it was stopped (Ctrl-C, SIGTERM), 1 when it could not run, 2 when an option is wrong.
`;

export type PortalCommandLine =
  | {
      readonly kind: 'run';
      readonly port: number;
      readonly databasePath: string | null;
      readonly keyFile: string;
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly message: string };

export interface PortalCommandDefaults {
  /** Folder that relative paths start from. */
  readonly workingFolder: string;
  readonly keyFile: string;
}

export const usualPortalPort = 9_310;

const options = {
  port: { type: 'string' },
  data: { type: 'string' },
  'key-file': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Never throws; what is wrong is refused by its name. */
export function readPortalCommandLine(
  argumentList: readonly string[],
  { workingFolder, keyFile }: PortalCommandDefaults,
): PortalCommandLine {
  const parsed = parse(argumentList);
  if (parsed instanceof Error) {
    // The first sentence names the option; what follows is advice for programmers.
    return { kind: 'refused', message: `${parsed.message.split('. ')[0]}.` };
  }
  if (parsed.help === true) {
    return { kind: 'help' };
  }
  const emptyOption = (['port', 'data', 'key-file'] as const).find((name) => parsed[name] === '');
  if (emptyOption !== undefined) {
    return { kind: 'refused', message: `--${emptyOption} needs a value, e.g. --${emptyOption}=….` };
  }
  const { port = String(usualPortalPort) } = parsed;
  if (!/^\d{1,5}$/u.test(port) || Number(port) > 65_535) {
    return { kind: 'refused', message: `--port is a number from 0 to 65535; ${JSON.stringify(port)} is none.` };
  }
  return {
    kind: 'run',
    port: Number(port),
    databasePath: parsed.data === undefined ? null : resolve(workingFolder, parsed.data),
    keyFile: resolve(workingFolder, parsed['key-file'] ?? keyFile),
  };
}

function parse(argumentList: readonly string[]) {
  try {
    return parseArgs({ args: [...argumentList], options }).values;
  } catch (error) {
    if (error instanceof Error) {
      return error;
    }
    throw error;
  }
}
