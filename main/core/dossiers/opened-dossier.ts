/** A dossier that proof opened, as it is kept in memory and handed to whoever prints it. */
import type { Dossier } from '../../contract/dossiers.ts';

/** What the reader read off the card; only what proves, and what its holder may read on the courtesy copy. */
export interface ProofCard {
  readonly identityNumber: string;
  /** E.g. `079•••••1234`. */
  readonly maskedNumber: string;
  readonly name: string;
  readonly birthDate: string;
  readonly issuedOn: string | null;
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

export interface OpenedDossier {
  readonly dossier: Dossier;
  /** The fields of Mẫu 01 that name no person; null where there is no receipt. */
  readonly receipt: DossierReceipt | null;
  /** Of the card that proved it, for the courtesy copy: it tells its holder nothing new. Null after a one-time code. */
  readonly holder: { readonly name: string; readonly maskedNumber: string } | null;
}
