/** Builds the ports from the adapters and starts the core; the same for every shell. */
import type { Kiosk } from '../core/kiosk.ts';
import type { Logger } from '../core/ports.ts';
import type { KioskOptions } from './kiosk-options.ts';

/** Never rejects for an expected failure: the kiosk returned then answers every call with the reason. */
export type StartKiosk = (options: KioskOptions, logger: Logger) => Promise<Kiosk>;
