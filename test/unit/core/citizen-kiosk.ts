/** A whole core with a reader, a printer and a portal in the test's hand: what a hostile page could ask, and all it could find. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { buildJobFrame } from '../../../main/adapters/printing/build-job-frame.ts';
import { createCanvasTextPainter } from '../../../main/adapters/printing/create-canvas-text-painter.ts';
import type { Reply } from '../../../main/contract/envelope.ts';
import { events } from '../../../main/contract/events.ts';
import type { MethodName, Params, Result } from '../../../main/contract/methods.ts';
import { readConfiguration } from '../../../main/core/configuration/read-configuration.ts';
import { dispatch } from '../../../main/core/dispatch.ts';
import { createKiosk } from '../../../main/core/kiosk.ts';
import { resolveProfile } from '../../../main/core/printer-profile.ts';
import { createSlipRasteriser } from '../../../main/core/printing/typesetting/create-slip-rasteriser.ts';
import { scheduleAfter } from '../../../main/hosts/supervisor.ts';
import { createFakePrinter } from '../../fakes/fake-printer.ts';
import { createFakeReader } from '../../fakes/fake-reader.ts';
import { noUpdates } from '../../fakes/no-updates.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { createScriptedFetcher, problemAnswer } from '../../fakes/scripted-fetcher.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';

export interface PageRequest {
  readonly method: MethodName;
  readonly params: unknown;
}

export function startCitizenKiosk(catalogueFolder: string) {
  const configurationPath = join(temporaryFolder(), 'site.json');
  writeFileSync(
    configurationPath,
    JSON.stringify({
      office: { name: 'Phường Thử' },
      printer: { target: 'tcp://127.0.0.1:9', profile: 'epson-tm-t82' },
      reader: { target: 'serial:/dev/fake' },
    }),
  );
  const dataFolder = join(temporaryFolder(), 'data');
  const logger = createRecordingLogger();
  const reader = createFakeReader();
  const printer = createFakePrinter();
  const portal = createScriptedFetcher(problemAnswer(404, 'not-found'));
  const configuration = readConfiguration(configurationPath);
  const kiosk = createKiosk(
    configuration,
    { catalogueFolder, dataFolder },
    {
      clock: { nowMs: () => Date.now() },
      schedule: scheduleAfter,
      logger,
      printer,
      rasteriser: createSlipRasteriser(createCanvasTextPainter()),
      jobFrame: buildJobFrame(resolveProfile(configuration.printer.profile)),
      scanner: reader,
      portalFetcher: portal,
      random: () => 0.5,
      staffDoor: null,
      metricsDoor: null,
      updates: noUpdates,
    },
  );
  onTestFinished(() => kiosk.close());
  reader.plugIn();

  const requests: PageRequest[] = [];
  const ask = async (method: MethodName, params: unknown): Promise<Reply> => {
    requests.push({ method, params });
    return await dispatch(kiosk, { id: 1, method, params });
  };
  return {
    kiosk,
    logger,
    reader,
    printer,
    portal,
    dataFolder,
    /** Everything that was asked, in its order. */
    requests,
    /** As the page asks, whatever comes of it. */
    ask,
    /** The same where it must succeed. */
    call: async <M extends MethodName>(method: M, params: Params<M>): Promise<Result<M>> => {
      const reply = await ask(method, params);
      expect(reply).toMatchObject({ ok: true });
      // Parsed by the table in dispatch.
      return (reply.ok ? reply.result : null) as Result<M>;
    },
    /** Holds a card before the reader; resolves with the key the page is told. */
    scanCard: (text: string): Promise<string> => {
      const { promise, resolve } = Promise.withResolvers<string>();
      const stop = kiosk.onPush((push) => {
        const notice = push.event === 'scan.received' ? events['scan.received'].parse(push.payload) : null;
        if (notice !== null && 'card' in notice) {
          stop();
          resolve(notice.card);
        }
      });
      reader.send(`${text}\r\n`);
      return promise;
    },
    /** Resolves when a job of this number is over. */
    jobEnded: (job: number): Promise<string> => {
      const { promise, resolve } = Promise.withResolvers<string>();
      const stop = kiosk.onPush(({ event, payload }) => {
        const told = event === 'printJob.changed' ? events['printJob.changed'].parse(payload) : null;
        if (told?.job === job && ['printed', 'failed', 'unknown'].includes(told.state)) {
          stop();
          resolve(told.state);
        }
      });
      return promise;
    },
  };
}

/** Files and folders under a folder, by what stands in them. */
export function filesIn(folder: string): readonly { readonly path: string; readonly bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      const bytes = readIfThere(path);
      return bytes === null ? [] : [{ path, bytes }];
    });
}

/** Null where it has gone meanwhile, as a running program's files do. */
function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return null;
    }
    throw error;
  }
}

/** The texts that stand in the bytes, in any of the forms a program may have written them in. */
export function tracesIn(bytes: Uint8Array, texts: readonly string[]): string[] {
  const haystack = Buffer.from(bytes);
  return texts.filter((text) =>
    [
      Buffer.from(text),
      Buffer.from(text.normalize('NFD')),
      Buffer.from(text, 'utf16le'),
      Buffer.from(JSON.stringify(text).slice(1, -1)),
      Buffer.from(Buffer.from(text).toString('hex')),
      // The middle of its base64, wherever it began.
      ...[0, 1, 2].map((offset) =>
        Buffer.from(
          Buffer.from(' '.repeat(offset) + text)
            .toString('base64')
            .replace(/=+$/u, '')
            .slice(4, -2),
        ),
      ),
    ].some((form) => form.length > 3 && haystack.includes(form)),
  );
}
