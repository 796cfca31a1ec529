/**
 * Keeps Chromium at the kiosk's page: opens it, closes every other tab and window (Ctrl+T, Ctrl+N), leads it back when
 * it went elsewhere, and notices when the page crashed or hangs, which Chromium by itself would show for ever.
 */
import { z } from 'zod';
import type { Logger } from '../../core/ports.ts';
import type { DebuggingEvent, DebuggingPipe } from './debugging-pipe.ts';

export interface GuardPageOptions {
  readonly pipe: DebuggingPipe;
  /** With the token; never on the command line, where other users of the machine could read it. */
  readonly entryAddress: string;
  /** Whether other windows are closed; not in a window on a developer's desk. */
  readonly closesOthers: boolean;
  readonly logger: Logger;
  /** The page is lost: the browser has to be started anew. */
  readonly onLost: (reason: string) => void;
  /** Default 15,000. */
  readonly heartbeatIntervalMs?: number;
}

const targetsSchema = z.object({ targetInfos: z.array(z.object({ targetId: z.string(), type: z.string() })) });
const sessionSchema = z.object({ sessionId: z.string() });
const targetEventSchema = z.object({
  targetInfo: z.object({ targetId: z.string(), type: z.string(), url: z.string() }),
});
const targetEndSchema = z.object({ targetId: z.string() });

/** Resolves when the page is on its way; calls the returned function to stop watching. */
export async function guardPage(options: GuardPageOptions): Promise<() => void> {
  const { pipe, entryAddress, logger, onLost } = options;
  const targetId = await firstPage(pipe);
  const { sessionId } = sessionSchema.parse(await pipe.call('Target.attachToTarget', { targetId, flatten: true }));
  const tell = (reason: string) => (error: unknown) => {
    logger.warn(reason, { reason: error instanceof Error ? error.message : typeof error });
  };
  const open = (): Promise<unknown> => pipe.call('Page.navigate', { url: entryAddress }, sessionId);

  const watch = ({ method, params }: DebuggingEvent): void => {
    if (method === 'Target.targetCreated' || method === 'Target.targetInfoChanged') {
      const { targetInfo } = targetEventSchema.parse(params);
      if (targetInfo.targetId === targetId) {
        if (!belongs(targetInfo.url, entryAddress)) {
          logger.warn('The page went elsewhere and is led back');
          open().catch(tell('The page could not be led back'));
        }
      } else if (options.closesOthers && isWindow(targetInfo)) {
        logger.warn('Another window was opened and is closed');
        pipe.call('Target.closeTarget', { targetId: targetInfo.targetId }).catch(tell('A window could not be closed'));
      }
    } else if (method === 'Target.targetCrashed' || method === 'Target.targetDestroyed') {
      if (targetEndSchema.parse(params).targetId === targetId) {
        onLost(method === 'Target.targetCrashed' ? 'the page crashed' : 'the page was closed');
      }
    }
  };

  const beat = (): void => {
    pipe.call('Runtime.evaluate', { expression: '1' }, sessionId).catch(() => onLost('the page does not answer'));
  };

  pipe.onEvent(watch);
  await pipe.call('Target.setDiscoverTargets', { discover: true });
  await open();
  const timer = setInterval(beat, options.heartbeatIntervalMs ?? 15_000);
  return () => clearInterval(timer);
}

/** The tab that Chromium opened at its start; others there may be (extensions, the new tab page) are no pages of ours. */
async function firstPage(pipe: DebuggingPipe): Promise<string> {
  const { targetInfos } = targetsSchema.parse(await pipe.call('Target.getTargets'));
  const page = targetInfos.find((target) => target.type === 'page');
  if (page !== undefined) {
    return page.targetId;
  }
  const created = await pipe.call('Target.createTarget', { url: 'about:blank' });
  return targetEndSchema.parse(created).targetId;
}

/** Tabs, windows and developer tools; not the workers and frames that belong to a page. */
function isWindow({ type, url }: { readonly type: string; readonly url: string }): boolean {
  return type === 'page' || url.startsWith('devtools://');
}

/** Whether the address is the page's own, or one of those it has while it is being opened. */
function belongs(url: string, entryAddress: string): boolean {
  const address = URL.parse(url);
  return (
    url === '' ||
    url === 'about:blank' ||
    (address?.origin === new URL(entryAddress).origin && address.pathname === '/')
  );
}
