/** The options of `npm start`, read the same by the browser shell and by Electron. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { KioskOptions } from './kiosk-options.ts';

const shells = ['electron', 'browser', 'none'] as const;
export type Shell = (typeof shells)[number];

export interface StartOptions {
  /** Null: the best one this machine has. */
  readonly shell: Shell | null;
  /** An ordinary window instead of the full screen. */
  readonly windowed: boolean;
  /** Of the browser shell's server; 0 takes any free one. */
  readonly port: number;
  readonly kiosk: KioskOptions;
}

export interface StartDefaults {
  /** Folder that relative paths start from: where the person stands who typed them. */
  readonly workingFolder: string;
  readonly catalogueFolder: string;
  readonly dataFolder: string;
}

export type ParsedStart =
  | { readonly kind: 'start'; readonly options: StartOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly message: string };

const known = {
  shell: { type: 'string' },
  windowed: { type: 'boolean' },
  port: { type: 'string' },
  'data-dir': { type: 'string' },
  config: { type: 'string' },
  catalogue: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const startHelp = `Starts the kiosk: npm start -- [options]

  --shell=electron|browser|none  window to open; default: Electron where it is installed, otherwise
                                 Chromium where there is a display, otherwise none (the address is printed)
  --windowed                     an ordinary window instead of the full screen
  --port=<number>                port of the browser shell on 127.0.0.1; default 0, any free one
  --data-dir=<folder>            what this kiosk remembers, its slips too; one kiosk a folder;
                                 default $XDG_STATE_HOME/procedure-kiosk (~/.local/state/procedure-kiosk)
  --config=<file>                configuration of the office; default data/site.json
  --catalogue=<folder>           catalogue to show; default the bundled one
  --help                         this text

Ends with 0 when it was stopped (Ctrl-C, SIGTERM), 1 when it could not run, 2 when an option is wrong.
`;

/** Reads `--name=value` and `--name value`; anything unknown is refused by its name. */
export function parseStartOptions(argumentList: readonly string[], defaults: StartDefaults): ParsedStart {
  // Not strict, so that the words of a refusal are ours; what strictness would refuse is looked for in the tokens.
  const { values, tokens } = parseArgs({
    args: [...argumentList],
    options: known,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    const refusal = refusalOf(token);
    if (refusal !== null) {
      return { kind: 'refused', message: refusal };
    }
  }
  if (values.help === true) {
    return { kind: 'help' };
  }
  const shell = typeof values.shell === 'string' ? shells.find((name) => name === values.shell) : null;
  if (shell === undefined) {
    return { kind: 'refused', message: `--shell is one of ${shells.join(', ')}; ${quote(values.shell)} is none.` };
  }
  const port = typeof values.port === 'string' ? parsePort(values.port) : 0;
  if (port === null) {
    return { kind: 'refused', message: `--port is a number from 0 to 65535; ${quote(values.port)} is none.` };
  }
  const pathOf = <T>(value: string | boolean | undefined, otherwise: T): string | T =>
    typeof value === 'string' ? resolve(defaults.workingFolder, value) : otherwise;
  return {
    kind: 'start',
    options: {
      shell,
      windowed: values.windowed === true,
      port,
      kiosk: {
        configurationPath: pathOf(values.config, null),
        catalogueFolder: pathOf(values.catalogue, defaults.catalogueFolder),
        dataFolder: pathOf(values['data-dir'], defaults.dataFolder),
      },
    },
  };
}

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];

function refusalOf(token: Token): string | null {
  if (token.kind === 'positional') {
    return `${quote(token.value)} is no option.`;
  }
  if (token.kind !== 'option') {
    return null;
  }
  const name = token.name;
  const option = Object.hasOwn(known, name) ? known[name as keyof typeof known] : undefined;
  if (option === undefined) {
    return `There is no option ${token.rawName}.`;
  }
  const hasValue = token.value !== undefined && token.value !== '';
  if (option.type === 'string' && !hasValue) {
    return `${token.rawName} needs a value, e.g. ${token.rawName}=….`;
  }
  return option.type === 'boolean' && token.value !== undefined ? `${token.rawName} takes no value.` : null;
}

function parsePort(text: string): number | null {
  const port = /^\d{1,5}$/u.test(text) ? Number(text) : -1;
  return port >= 0 && port <= 65_535 ? port : null;
}

function quote(value: unknown): string {
  return JSON.stringify(value);
}
