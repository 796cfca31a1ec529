/** The same kiosk in Electron's own window, for the machines that have its binary. */
import { join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import type { KioskProcess } from './kiosk-process.ts';

/** The window with the page in it. Its core keeps its state beside the process' folder and uses its virtual devices. */
export async function openElectron(
  executablePath: string,
  kiosk: KioskProcess,
): Promise<{ readonly page: Page; close(): Promise<void> }> {
  const application = await _electron.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      process.cwd(),
      '--windowed',
      `--data-dir=${join(kiosk.folder, 'electron-data')}`,
      `--catalogue=${join(process.cwd(), 'dist', 'catalogue')}`,
      `--config=${kiosk.configurationPath}`,
    ],
  });
  return { page: await application.firstWindow(), close: () => application.close() };
}
