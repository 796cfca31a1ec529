/** Starts the core as Electron's utility process and carries its reports; the supervisor decides when. */
import type { MessagePortMain, utilityProcess } from 'electron';
import { coreArguments } from '../core-arguments.ts';
import { type CoreOrder, type CoreReport, coreReportSchema } from '../core-messages.ts';
import type { KioskOptions } from '../kiosk-options.ts';
import type { SupervisedProcess } from '../supervisor.ts';
import type { PortReceiver } from './port-hand-over.ts';

export interface ForkCoreOptions {
  readonly utilityProcess: Pick<typeof utilityProcess, 'fork'>;
  readonly modulePath: string;
  readonly options: KioskOptions;
  readonly onReport: (report: CoreReport, core: PortReceiver) => void;
  /** Killed when it has not ended by then; default 5,000. */
  readonly stopTimeoutMs?: number;
}

export function forkCore(options: ForkCoreOptions): SupervisedProcess {
  const child = options.utilityProcess.fork(options.modulePath, [], {
    serviceName: 'Kiosk core',
    stdio: 'inherit',
    execArgv: [...coreArguments],
  });
  const post = (order: CoreOrder, ports: MessagePortMain[] = []): void => child.postMessage(order, ports);
  const receiver: PortReceiver = { connect: (port) => post({ kind: 'connect' }, [port]) };
  child.on('message', (message: unknown) => options.onReport(coreReportSchema.parse(message), receiver));
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code) => resolve(`exit code ${code}`));
  });
  post({ kind: 'start', options: options.options, server: null });
  return {
    onEnd: (listener) => {
      void ended.then(listener);
    },
    stop: async () => {
      const timer = setTimeout(() => child.kill(), options.stopTimeoutMs ?? 5_000);
      post({ kind: 'stop' });
      await ended;
      clearTimeout(timer);
    },
  };
}
