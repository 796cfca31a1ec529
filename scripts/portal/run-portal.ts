/** Runs the reference portal by hand until it is stopped, and tells what there is to try. */
import { join } from 'node:path';
import { createLineLogger } from '../../main/adapters/logging/line-logger.ts';
import { defaultDataFolder } from '../../main/core/data-folder.ts';
import { portalHelp, readPortalCommandLine } from './command-line.ts';
import { describeDossiers } from './demonstration/dossier-table.ts';
import { demonstrationKioskId, referencePortalKeyFileName } from './reference-portal-names.ts';
import {
  type DemonstrationPortal,
  type DemonstrationPortalOptions,
  startDemonstrationPortal,
} from './start-demonstration-portal.ts';

export interface RunPortalOptions {
  /** Without node and script. */
  readonly argumentList: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly workingFolder: string;
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Resolves when it is to end. */
  readonly stopAsked: Promise<void>;
}

/** Resolves with the exit code. */
export async function runPortal(options: RunPortalOptions): Promise<0 | 1 | 2> {
  const { writeOut, writeError } = options;
  const say = (text: string): void => writeError(`portal: ${text}\n`);
  const commandLine = readPortalCommandLine(options.argumentList, {
    workingFolder: options.workingFolder,
    keyFile: join(defaultDataFolder(options.environment, options.platform), referencePortalKeyFileName),
  });
  if (commandLine.kind === 'help') {
    writeOut(portalHelp);
    return 0;
  }
  if (commandLine.kind === 'refused') {
    say(`${commandLine.message} npm run portal -- --help lists the options.`);
    return 2;
  }
  const clock = { nowMs: () => Date.now() };
  const { port, databasePath, keyFile } = commandLine;
  const portal = await start({
    door: port,
    databasePath,
    keyFile,
    clock,
    logger: createLineLogger(writeError, clock, 'portal'),
    say,
  });
  if (typeof portal === 'string') {
    say(portal);
    return 1;
  }
  writeOut(describe(portal, keyFile));
  await options.stopAsked;
  await portal.close();
  return 0;
}

/** In words for people where it could not be started. */
async function start(
  options: DemonstrationPortalOptions & { readonly door: number },
): Promise<DemonstrationPortal | string> {
  try {
    return await startDemonstrationPortal(options);
  } catch (error) {
    if (!(error instanceof Error)) {
      throw error;
    }
    if ('code' in error && error.code === 'EADDRINUSE') {
      return `Port ${options.door} is in use; choose another one with --port.`;
    }
    const files = [options.keyFile, options.databasePath].filter((path) => path !== null).join(' and ');
    return `The portal cannot run with ${files}: ${error.message}.`;
  }
}

function describe(portal: DemonstrationPortal, keyFile: string): string {
  const configuration = { url: portal.address, kioskId: demonstrationKioskId, keyFile };
  return [
    `The reference portal listens on ${portal.address} (Ctrl-C ends).`,
    "For the kiosk's configuration:",
    `  "portal": ${JSON.stringify(configuration)}`,
    '',
    describeDossiers(portal.dossiers),
  ].join('\n');
}
