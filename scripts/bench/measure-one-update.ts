/** A whole kiosk core that takes a release of the whole nation while somebody searches: how long it takes, and what the search notices. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildJobFrame } from '../../main/adapters/printing/build-job-frame.ts';
import { createCanvasTextPainter } from '../../main/adapters/printing/create-canvas-text-painter.ts';
import { createCatalogueMaker } from '../../main/adapters/releases/create-catalogue-maker.ts';
import { createHttpRepository } from '../../main/adapters/releases/create-http-repository.ts';
import { updateProgressSchema } from '../../main/contract/updates.ts';
import { unfinishedFolder } from '../../main/core/catalogue/make/make-catalogue.ts';
import { siteConfigurationSchema } from '../../main/core/configuration/site-configuration.ts';
import { createKiosk, type Kiosk } from '../../main/core/kiosk.ts';
import { printerProfiles } from '../../main/core/printer-profile.ts';
import { createSlipRasteriser } from '../../main/core/printing/typesetting/create-slip-rasteriser.ts';
import { catalogueWorkerUrl } from '../../main/hosts/catalogue-worker-url.ts';
import { scheduleAfter } from '../../main/hosts/supervisor.ts';
import { benchQuestions } from './questions.ts';
import { type Spread, spreadOf } from './sample.ts';

export interface OneUpdateFigures {
  /** From the order to look to the new catalogue shown. */
  readonly totalSeconds: number;
  /** In the worker. */
  readonly buildSeconds: number;
  /** Smoke test, pointer and swap. */
  readonly trialSeconds: number;
  /** Milliseconds from the moment a search is due to its answer; the core is asked every 25 ms. */
  readonly idle: Spread;
  readonly during: Spread;
  /** Longest of them. */
  readonly worstMs: number;
  /** Of the process, worker and all, in megabytes. */
  readonly residentBefore: number;
  readonly residentAtMost: number;
  readonly shownFolder: string;
}

interface Place {
  readonly folder: string;
  readonly url: string;
  readonly rootPath: string;
  readonly bundledFolder: string;
}

const idleMs = 6_000;
const searchEveryMs = 25;
const megabyte = 1_000_000;

export async function measureOneUpdate({ folder, url, rootPath, bundledFolder }: Place): Promise<OneUpdateFigures> {
  mkdirSync(folder, { recursive: true });
  const kiosk = startKiosk({ folder, url, rootPath, bundledFolder });
  try {
    const questions = benchQuestions(200).questions.flatMap((question) => [question.slice(0, 6), question]);
    await searchUntil(kiosk, questions, sleep(1_000));
    const idle = await searchUntil(kiosk, questions, sleep(idleMs));
    const residentBefore = process.memoryUsage.rss() / megabyte;
    const phases: { readonly phase: string; readonly atMs: number }[] = [];
    kiosk.onPush(({ event, payload }) => {
      if (event === 'update.progress') {
        const { phase } = updateProgressSchema.parse(payload);
        if (phases.at(-1)?.phase !== phase) {
          phases.push({ phase, atMs: performance.now() });
        }
      }
    });
    const startedMs = performance.now();
    const updating = Promise.resolve(kiosk.staffHandlers['updates.check']({}));
    const during = await searchUntil(kiosk, questions, updating);
    const endedMs = performance.now();
    const outcome = await updating;
    if (outcome.kind !== 'committed') {
      throw new Error(`the update ended with ${JSON.stringify(outcome)}`);
    }
    const at = (name: string): number => phases.find(({ phase }) => phase === name)?.atMs ?? Number.NaN;
    const shown = readdirSync(join(folder, 'releases')).find((name) => name.startsWith(`${outcome.number}-`)) ?? '';
    return {
      totalSeconds: (endedMs - startedMs) / 1_000,
      buildSeconds: (at('trial') - at('building')) / 1_000,
      trialSeconds: (endedMs - at('trial')) / 1_000,
      idle: spreadOf(idle.samplesMs),
      during: spreadOf(during.samplesMs),
      worstMs: Math.max(...during.samplesMs),
      residentBefore,
      residentAtMost: during.residentAtMost,
      shownFolder: join(folder, 'releases', shown),
    };
  } finally {
    await kiosk.close();
  }
}

/** As people type: one search every so often, each late by whatever keeps the core busy. */
async function searchUntil(
  kiosk: Kiosk,
  questions: readonly string[],
  end: Promise<unknown>,
): Promise<{ readonly samplesMs: number[]; readonly residentAtMost: number }> {
  const over = new AbortController();
  const ended = end.finally(() => over.abort());
  const samplesMs: number[] = [];
  let residentAtMost = 0;
  for (let index = 0; !over.signal.aborted; index += 1) {
    const dueMs = performance.now() + searchEveryMs;
    await sleep(searchEveryMs);
    await kiosk.handlers['procedures.search']({ words: questions[index % questions.length] ?? '', limit: 20 });
    samplesMs.push(performance.now() - dueMs);
    residentAtMost = Math.max(residentAtMost, process.memoryUsage.rss() / megabyte);
  }
  await ended;
  return { samplesMs, residentAtMost };
}

function startKiosk({ folder, url, rootPath, bundledFolder }: Place): Kiosk {
  const clock = { nowMs: () => Date.now() };
  const site: object = JSON.parse(readFileSync('data/site.json', 'utf8'));
  const configuration = siteConfigurationSchema.parse({
    ...site,
    catalogue: { profile: 'all' },
    printer: { target: null },
    reader: { target: null },
    updates: { url },
  });
  const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
  return createKiosk(
    configuration,
    { catalogueFolder: bundledFolder, dataFolder: folder },
    {
      clock,
      schedule: scheduleAfter,
      logger,
      printer: null,
      rasteriser: createSlipRasteriser(createCanvasTextPainter()),
      jobFrame: buildJobFrame(printerProfiles['epson-tm-t82']),
      scanner: null,
      portalFetcher: null,
      // The look by itself, soon after the start, is put off as long as it goes.
      random: () => 0.999,
      staffDoor: null,
      metricsDoor: null,
      updates: {
        network: createHttpRepository({
          url,
          authorityFile: null,
          minimumBytesPerSecond: 0,
          clock,
          schedule: scheduleAfter,
        }),
        push: null,
        sticks: null,
        networkWatch: null,
        maker: createCatalogueMaker({ workerUrl: catalogueWorkerUrl, unfinishedFolder }),
        bundledRootPath: rootPath,
      },
    },
  );
}
