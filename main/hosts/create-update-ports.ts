/** The ways updates of the catalogue come to this kiosk, from its configuration; the same for every shell. */
import { fileURLToPath } from 'node:url';
import { createHttpRepository } from '../adapters/releases/create-http-repository.ts';
import type { UpdatePorts } from '../core/compose-sync.ts';
import type { SiteConfiguration } from '../core/configuration/site-configuration.ts';
import type { Clock, ScheduleAfter } from '../core/ports.ts';

/** Two folders up both from here and from the bundle in dist/electron. */
const bundledRootPath = fileURLToPath(new URL('../../data/trusted-root.json', import.meta.url));

export interface UpdatePortsWorld {
  readonly clock: Clock;
  readonly schedule: ScheduleAfter;
}

/** Errors: `configuration-invalid` where an authority cannot be used. */
export function createUpdatePorts(updates: SiteConfiguration['updates'], world: UpdatePortsWorld): UpdatePorts {
  const { url, authorityFile, minimumBytesPerSecond } = updates;
  return {
    network: url === null ? null : createHttpRepository({ url, authorityFile, minimumBytesPerSecond, ...world }),
    push: null,
    sticks: null,
    networkWatch: null,
    maker: null,
    bundledRootPath,
  };
}
