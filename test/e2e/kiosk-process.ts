/** A whole kiosk as `npm start` runs it, with virtual devices the test holds in its hand and a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import {
  startVirtualPrinter,
  type VirtualPrinter,
  type VirtualPrinterOptions,
} from '../../scripts/virtual-printer/start-virtual-printer.ts';
import { startVirtualScanner, type VirtualScanner } from '../../scripts/virtual-scanner/virtual-scanner.ts';

export interface KioskProcess {
  /** To be opened in a browser, token included; null where nothing is served because the shell holds the core itself. */
  readonly entryAddress: string | null;
  readonly configurationPath: string;
  readonly printer: VirtualPrinter;
  readonly scanner: VirtualScanner;
  /** Where the kiosk keeps its state; `site.json` lies beside it. */
  readonly folder: string;
  /** Kills the core without warning; its supervisor starts it again. */
  killCore(): void;
  stop(): Promise<void>;
}

export interface KioskProcessOptions {
  /** Folder of a built catalogue; the bundled one where none is named. */
  readonly catalogueFolder?: string;
  /** False starts the devices and writes the configuration only; default true. */
  readonly serves?: boolean;
  /** How the virtual printer differs from the usual one. */
  readonly printer?: Pick<VirtualPrinterOptions, 'bufferBytes'>;
  /** Merged over the configuration's first level. */
  readonly configuration?: Readonly<Record<string, unknown>>;
  /** Lays what an administrator installed into the kiosk's data folder before it starts. */
  readonly prepare?: (dataFolder: string) => void;
}

const officeOffsetMs = 7 * 3_600_000;

export async function startKioskProcess(options: KioskProcessOptions = {}): Promise<KioskProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-e2e-'));
  const printer = await startVirtualPrinter({ port: 0, outputFolder: join(folder, 'slips'), ...options.printer });
  const scanner = await startVirtualScanner({ port: 0 });
  const configurationPath = join(folder, 'site.json');
  const configuration = {
    office: { name: 'Trung tâm Phục vụ hành chính công phường Thử', helpDesk: 'Quầy hướng dẫn, bên trái cửa vào' },
    // Tells by itself how it is, so that nobody waits for the next look.
    printer: { target: `virtual:${printer.port}`, profile: 'epson-tm-t82' },
    reader: { target: `virtual:${scanner.port}` },
    // Whatever day the tests run on: numbers are given on it.
    calendar: { workedDates: [new Date(Date.now() + officeOffsetMs).toISOString().slice(0, 10)] },
    queue: queueConfiguration(),
    ...options.configuration,
  };
  writeFileSync(configurationPath, JSON.stringify(configuration));
  options.prepare?.(join(folder, 'data'));
  const closeDevices = async (): Promise<void> => {
    await printer.close();
    await scanner.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const devices = { printer, scanner, folder, configurationPath };
  if (options.serves === false) {
    return { ...devices, entryAddress: null, killCore: () => undefined, stop: closeDevices };
  }
  const child = startProcess(folder, configurationPath, options.catalogueFolder);
  try {
    return {
      ...devices,
      entryAddress: await entryAddressOf(child),
      killCore: () => process.kill(corePid(folder), 'SIGKILL'),
      stop: async () => {
        // One that fell over is not waited for.
        if (child.exitCode === null && child.signalCode === null) {
          const ended = once(child, 'exit');
          child.kill('SIGTERM');
          await ended;
        }
        await closeDevices();
      },
    };
  } catch (error) {
    child.kill('SIGKILL');
    await closeDevices();
    throw error;
  }
}

/** Numbers at every hour of every day, but for one service, which waits for another day of the week. */
function queueConfiguration(): unknown {
  const dayInOffice = new Date(Date.now() + officeOffsetMs).getUTCDay();
  return {
    services: [
      {
        id: 'sao-y',
        name: { vi: 'Sao y giấy tờ', en: 'Certified copies' },
        prefix: 'A',
        counter: { vi: 'Quầy 1', en: 'Counter 1' },
        procedures: ['2.000815'],
      },
      {
        id: 'ho-tich',
        name: { vi: 'Hộ tịch', en: 'Births, marriages, deaths' },
        prefix: 'B',
        counter: { vi: 'Quầy 2', en: 'Counter 2' },
        fields: ['Hộ tịch'],
      },
      {
        id: 'dat-dai',
        name: { vi: 'Đất đai', en: 'Land' },
        prefix: 'C',
        fields: ['Đất đai'],
        hours: [{ days: [((dayInOffice + 2) % 7) + 1], from: '07:30', to: '11:30' }],
      },
    ],
    hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '23:59' }],
  };
}

function startProcess(folder: string, configurationPath: string, catalogueFolder: string | undefined): ChildProcess {
  const catalogue = catalogueFolder === undefined ? [] : [`--catalogue=${catalogueFolder}`];
  return spawn(
    'node_modules/.bin/node',
    [
      'scripts/start.ts',
      '--shell=none',
      '--port=0',
      `--data-dir=${join(folder, 'data')}`,
      `--config=${configurationPath}`,
      ...catalogue,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
}

/** Reads the terminal as a person would, until it names the address. */
async function entryAddressOf(child: ChildProcess): Promise<string> {
  if (child.stderr === null) {
    throw new Error('the kiosk has no terminal to read');
  }
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    said.push(line);
    const address = /open (http:\S+)/.exec(line)?.[1];
    if (address !== undefined) {
      // The rest is not read by the test, but must be taken out of the pipe.
      child.stderr.resume();
      return address;
    }
  }
  throw new Error(`the kiosk ended before it served anything:\n${said.join('\n')}`);
}

/** The core tells who holds the lock of its data folder. */
function corePid(folder: string): number {
  const holder = readFileSync(join(folder, 'data', 'lock-holder.json'), 'utf8');
  return z.object({ pid: z.int() }).parse(JSON.parse(holder)).pid;
}
