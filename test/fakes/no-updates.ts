/** A kiosk whose catalogue nobody replaces. */
import type { UpdatePorts } from '../../main/core/compose-sync.ts';

export const noUpdates: UpdatePorts = {
  network: null,
  push: null,
  sticks: null,
  networkWatch: null,
  maker: null,
  bundledRootPath: '/nowhere/trusted-root.json',
};
