/** The main process under Electron: guards first, then window and core, each under a supervisor of its own. */
import type * as Electron from 'electron';
import type { Clock, Logger, ScheduleAfter } from '../../core/ports.ts';
import type { KioskOptions } from '../kiosk-options.ts';
import { type Supervisor, supervise } from '../supervisor.ts';
import { forkCore } from './fork-core.ts';
import { guardContents } from './guard-contents.ts';
import { guardSession } from './guard-session.ts';
import { openWindow } from './open-window.ts';
import { pageSchemePrivileges, servePage } from './page-protocol.ts';
import { createPortHandOver } from './port-hand-over.ts';
import { windowOptions } from './window-options.ts';

/** What is used of Electron. */
export type ElectronParts = Pick<
  typeof Electron,
  | 'app'
  | 'BrowserWindow'
  | 'Menu'
  | 'MessageChannelMain'
  | 'powerSaveBlocker'
  | 'protocol'
  | 'session'
  | 'utilityProcess'
>;

export interface RunHostOptions {
  readonly electron: ElectronParts;
  readonly options: KioskOptions;
  readonly windowed: boolean;
  readonly paths: { readonly core: string; readonly preload: string; readonly page: string };
  readonly clock: Clock;
  readonly logger: Logger;
  readonly schedule?: ScheduleAfter;
}

/** Call it before the app is ready. Resolves when the kiosk runs, or at once where another instance does already. */
export async function runHost({
  electron,
  options,
  windowed,
  paths,
  clock,
  logger,
  ...rest
}: RunHostOptions): Promise<void> {
  const { app } = electron;
  if (!app.requestSingleInstanceLock()) {
    logger.error('This kiosk runs already; the second one ends');
    app.exit(1);
    return;
  }
  // Every renderer, whoever makes it, runs in the sandbox.
  app.enableSandbox();
  electron.protocol.registerSchemesAsPrivileged([pageSchemePrivileges]);
  app.on('web-contents-created', (_event, contents) => guardContents(contents, { logger, blocksShortcuts: !windowed }));
  // A lost window is opened anew by its supervisor; without a listener Electron would end meanwhile.
  app.on('window-all-closed', () => undefined);
  await app.whenReady();

  electron.Menu.setApplicationMenu(null);
  electron.powerSaveBlocker.start('prevent-display-sleep');
  // No "persist:": what the page stores goes with the process.
  const session = electron.session.fromPartition('kiosk', { cache: false });
  guardSession(session, logger);
  servePage(session.protocol, paths.page);

  const supervisors: Supervisor[] = [];
  const end = async (code: 0 | 1): Promise<void> => {
    await Promise.all(supervisors.map((supervisor) => supervisor.stop()));
    app.exit(code);
  };
  const supervision = { clock, logger, onGiveUp: () => void end(1), ...rest };
  const handOver = createPortHandOver({ createChannel: () => new electron.MessageChannelMain(), logger });

  supervisors.push(
    supervise({
      ...supervision,
      name: 'core',
      start: () => {
        const core = forkCore({
          utilityProcess: electron.utilityProcess,
          modulePath: paths.core,
          options,
          onReport: (report, receiver) => {
            const failure = report.kind === 'ready' ? report.startFailure : report.failure;
            if (failure !== null) {
              logger.error(failure.message, { code: failure.code });
            }
            if (report.kind === 'ready') {
              handOver.coreStarted(receiver);
            }
          },
        });
        core.onEnd(() => handOver.coreGone());
        return core;
      },
    }),
    supervise({
      ...supervision,
      name: 'window',
      start: () =>
        openWindow({
          createWindow: (windowOptionsOfElectron) => new electron.BrowserWindow(windowOptionsOfElectron),
          windowOptions: windowOptions({ preloadPath: paths.preload, session, windowed, isPackaged: app.isPackaged }),
          handOver,
          onClosedByUser: () => void end(0),
        }),
    }),
  );
  app.on('before-quit', (event) => {
    event.preventDefault();
    void end(0);
  });
}
