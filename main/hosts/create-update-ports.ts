/** The ways updates of the catalogue come to this kiosk, from its configuration; the same for every shell. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCatalogueMaker } from '../adapters/releases/create-catalogue-maker.ts';
import { createHttpRepository } from '../adapters/releases/create-http-repository.ts';
import { createNetworkWatch } from '../adapters/releases/create-network-watch.ts';
import { createPushDoor } from '../adapters/releases/create-push-door.ts';
import { createStickWatch } from '../adapters/releases/create-stick-watch.ts';
import { unfinishedFolder } from '../core/catalogue/make/make-catalogue.ts';
import type { UpdatePorts } from '../core/compose-sync.ts';
import { parseListenAddress } from '../core/configuration/listen-schema.ts';
import type { SiteConfiguration } from '../core/configuration/site-configuration.ts';
import type { Clock, Logger, PushDoor, ScheduleAfter } from '../core/ports.ts';
import { catalogueWorkerUrl } from './catalogue-worker-url.ts';

/** Two folders up both from here and from the bundle in dist/electron. */
const bundledRootPath = fileURLToPath(new URL('../../data/trusted-root.json', import.meta.url));

export interface UpdatePortsWorld {
  readonly clock: Clock;
  readonly schedule: ScheduleAfter;
  readonly dataFolder: string;
  readonly logger: Logger;
}

/** Errors: `configuration-invalid` where an authority or a token cannot be used. */
export function createUpdatePorts(updates: SiteConfiguration['updates'], world: UpdatePortsWorld): UpdatePorts {
  const { url, authorityFile, minimumBytesPerSecond, stickFolder } = updates;
  const { clock, schedule, logger } = world;
  return {
    network: url === null ? null : createHttpRepository({ url, authorityFile, minimumBytesPerSecond, clock, schedule }),
    push: pushDoorOf(updates, world),
    sticks: stickFolder === null ? null : createStickWatch({ folder: stickFolder, schedule, logger }),
    networkWatch: url === null ? null : createNetworkWatch({ schedule }),
    maker: createCatalogueMaker({ workerUrl: catalogueWorkerUrl, unfinishedFolder }),
    bundledRootPath,
  };
}

function pushDoorOf({ push, office }: SiteConfiguration['updates'], world: UpdatePortsWorld): PushDoor | null {
  const listen = push.listen === null ? null : parseListenAddress(push.listen);
  // The schema lets no address stand without a token.
  return listen === null || push.tokenFile === null
    ? null
    : createPushDoor({
        listen,
        tokenFile: push.tokenFile,
        spoolFolder: join(world.dataFolder, 'pushed'),
        office,
        schedule: world.schedule,
        logger: world.logger,
      });
}
