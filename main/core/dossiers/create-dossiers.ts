/** Dossiers as a feature: what a code opens, what proof opens, and for how long. Nothing of it is ever written down. */
import type { Dossier } from '../../contract/dossiers.ts';
import { KioskError } from '../../contract/error.ts';
import type { Handlers } from '../handlers.ts';
import type { PortalClient } from '../portal/portal-client.ts';
import type { Clock, Logger } from '../ports.ts';

/** What the reader read off the card; only what proves. */
export interface ProofCard {
  readonly identityNumber: string;
  readonly name: string;
  readonly birthDate: string;
  readonly issuedOn: string | null;
}

/** A dossier that stands open in this session. */
export interface OpenedDossier {
  readonly dossier: Dossier;
  /** The fields of Mẫu 01 that name no person; null where there is no receipt. */
  readonly receipt: DossierReceipt | null;
  /** Of the card that proved it, for the courtesy copy: it tells its holder nothing new. Null after a one-time code. */
  readonly holder: { readonly name: string; readonly maskedNumber: string } | null;
}

export interface DossierReceipt {
  readonly parentAgency: string | null;
  readonly number: string | null;
  readonly request: string;
  readonly papers: readonly { readonly name: string; readonly count: string | null }[];
  readonly sets: number | null;
  readonly processingTime: string | null;
  readonly receivedAt: string;
  readonly collectAt: string | null;
  readonly book: { readonly volume: string | null; readonly entry: string } | null;
}

export interface DossiersOptions {
  readonly portal: Pick<PortalClient, 'progress' | 'dossier' | 'sendCode'>;
  /** The card of this key, once; null where it is gone, was used, or is no citizen card. */
  readonly takeCard: (card: string) => ProofCard | null;
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface Dossiers {
  readonly handlers: Pick<Handlers, 'dossiers.progress' | 'dossiers.sendCode' | 'dossiers.prove' | 'dossiers.close'>;
  /** Null for a view that is not open in this session. */
  opened(view: string): OpenedDossier | null;
  /** The citizen has gone: no view is open any more. */
  forgetAll(): void;
}

export function createDossiers(_options: DossiersOptions): Dossiers {
  return {
    handlers: {
      'dossiers.progress': missing,
      'dossiers.sendCode': missing,
      'dossiers.prove': missing,
      'dossiers.close': missing,
    },
    opened: () => null,
    forgetAll: () => undefined,
  };
}

function missing(): never {
  throw new KioskError('unavailable', 'Not built yet.');
}
