/** The demonstration's hardware: a virtual printer and reader, where the configuration names them and none runs yet. */
import { join } from 'node:path';
import { parseScannerTarget } from '../../main/adapters/scanning/scanner-target.ts';
import { KioskError } from '../../main/contract/error.ts';
import { readConfiguration } from '../../main/core/configuration/read-configuration.ts';
import type { SiteConfiguration } from '../../main/core/configuration/site-configuration.ts';
import type { Logger } from '../../main/core/ports.ts';
import { resolveProfile } from '../../main/core/printer-profile.ts';
import { parsePrinterTarget } from '../../main/core/printing/device/printer-target.ts';
import { behaveAs } from '../virtual-printer/behave-as.ts';
import { startVirtualPrinter } from '../virtual-printer/start-virtual-printer.ts';
import { startVirtualScanner, startVirtualScannerAt } from '../virtual-scanner/virtual-scanner.ts';

export interface VirtualDevicesOptions {
  readonly configurationPath: string;
  /** Slips are left in its folder `slips`. */
  readonly dataFolder: string;
  readonly logger: Logger;
}

export interface VirtualDevices {
  close(): Promise<void>;
}

/** Never rejects: a kiosk without its printer is one that says so on the screen. */
export async function startVirtualDevices({
  configurationPath,
  dataFolder,
  logger,
}: VirtualDevicesOptions): Promise<VirtualDevices> {
  const started: { close(): Promise<void> }[] = [];
  const begin = async (
    name: string,
    at: { readonly port: number } | { readonly path: string },
    start: () => Promise<{ close(): Promise<void> }>,
  ): Promise<void> => {
    try {
      started.push(await start());
      logger.info(`The virtual ${name} listens`, at);
    } catch (error) {
      // Mostly another one that was started by hand; the kiosk uses that.
      const reason = error instanceof Error ? error.message : typeof error;
      logger.warn(`The virtual ${name} was not started`, { ...at, reason });
    }
  };
  const configuration = readIfValid(configurationPath);
  const printer = targetOf(configuration?.printer.target, parsePrinterTarget);
  const reader = targetOf(configuration?.reader.target, parseScannerTarget);
  if (printer?.kind === 'virtual') {
    const { port } = printer;
    const profile = resolveProfile(configuration?.printer.profile ?? 'generic-80');
    await begin('printer', { port }, () =>
      startVirtualPrinter({ port, outputFolder: join(dataFolder, 'slips'), ...behaveAs(profile) }),
    );
  }
  if (reader?.kind === 'virtual') {
    const { port } = reader;
    await begin('reader', { port }, () => startVirtualScanner({ port }));
  }
  if (reader?.kind === 'virtual-path') {
    const { path } = reader;
    await begin('reader', { path }, () => startVirtualScannerAt(path));
  }
  return {
    close: async () => {
      await Promise.all(started.map((device) => device.close()));
    },
  };
}

/** Null where the core will say on the screen what is wrong with it. */
function readIfValid(path: string): SiteConfiguration | null {
  try {
    return readConfiguration(path);
  } catch (error) {
    return ignoreIfExpected(error);
  }
}

function targetOf<T>(target: string | null | undefined, parse: (text: string) => T): T | null {
  if (target === null || target === undefined) {
    return null;
  }
  try {
    return parse(target);
  } catch (error) {
    return ignoreIfExpected(error);
  }
}

function ignoreIfExpected(error: unknown): null {
  if (error instanceof KioskError) {
    return null;
  }
  throw error;
}
