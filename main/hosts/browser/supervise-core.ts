/** Keeps the core of the browser shell running at one port and with one token, so that the page finds it again by itself. */
import type { Clock, Logger } from '../../core/ports.ts';
import type { CoreFailure, CoreReady } from '../core-messages.ts';
import type { KioskOptions } from '../kiosk-options.ts';
import { type Supervisor, supervise } from '../supervisor.ts';
import { createAccessToken } from './access-token.ts';
import { forkCore } from './fork-core.ts';

export interface SuperviseCoreOptions {
  readonly modulePath: string;
  readonly options: KioskOptions;
  readonly pageFolder: string;
  /** 0 takes any free one at the first start, and that one again at every further start. */
  readonly port: number;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** How the first start went. Later ends are dealt with unseen, until they are too many. */
type FirstStart =
  | { readonly kind: 'ready'; readonly ready: CoreReady & { readonly entryAddress: string } }
  | { readonly kind: 'refused'; readonly failure: CoreFailure };

export interface SupervisedCore extends Supervisor {
  readonly firstStart: Promise<FirstStart>;
  /** Resolves when the core is given up; never while it is restarted. */
  readonly givenUp: Promise<void>;
}

export function superviseCore(core: SuperviseCoreOptions): SupervisedCore {
  const token = createAccessToken();
  let port = core.port;
  let hasStarted = false;
  const first = Promise.withResolvers<FirstStart>();
  const givenUp = Promise.withResolvers<void>();

  const supervisor = supervise({
    name: 'core',
    clock: core.clock,
    logger: core.logger,
    start: () =>
      forkCore({
        modulePath: core.modulePath,
        order: { kind: 'start', options: core.options, server: { port, token, pageFolder: core.pageFolder } },
        onReport: (report) => {
          if (report.kind === 'ready' && report.entryAddress !== null && report.port !== null) {
            port = report.port;
            hasStarted = true;
            first.resolve({ kind: 'ready', ready: { ...report, entryAddress: report.entryAddress } });
          } else if (report.kind === 'refused') {
            if (hasStarted) {
              core.logger.error(report.failure.message, { code: report.failure.code });
            } else {
              // What is wrong now is wrong at the next try too: a person has to put it right.
              void supervisor.stop();
              first.resolve({ kind: 'refused', failure: report.failure });
            }
          }
        },
      }),
    onGiveUp: () => {
      first.resolve({
        kind: 'refused',
        failure: { code: 'start-failed', message: 'The core ended again and again; the log above says why.' },
      });
      givenUp.resolve();
    },
  });
  return { firstStart: first.promise, givenUp: givenUp.promise, stop: () => supervisor.stop() };
}
