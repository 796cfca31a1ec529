/** The dossiers the portal knows: what everybody may see, and what proof opens. */
import { timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import type { DossierState } from '../../main/contract/dossiers.ts';
import {
  type WireDossier,
  type WireProof,
  wireDossierSchema,
  type wireProgressSchema,
} from '../../main/core/portal/portal-schemas.ts';
import type { Clock } from '../../main/core/ports.ts';
import { officeTimestamp } from './office-timestamp.ts';
import type { OneTimeCodes } from './one-time-codes.ts';
import type { PortalDatabase } from './portal-database.ts';
import { PortalProblem } from './portal-problem.ts';
import type { ProofGuard } from './proof-guard.ts';

type Progress = z.infer<typeof wireProgressSchema>;

/** Who applied, as the agency took it down from the card. */
export interface Applicant {
  readonly identityNumber: string;
  /** YYYY-MM-DD. */
  readonly birthDate: string;
  readonly issuedOn: string;
  /** One-time codes are sent there. */
  readonly hasTelephone: boolean;
}

export interface DossierRecord {
  readonly dossier: Omit<WireDossier, 'asOf'>;
  readonly applicant: Applicant;
}

export interface DossierRecords {
  add(record: DossierRecord): void;
  readonly isEmpty: boolean;
  /** Throws `not-found`. */
  progress(dossierCode: string): Progress;
  /** Throws `proof-refused` and `paused`. */
  open(dossierCode: string, proof: WireProof): WireDossier;
  /** Tells `send` the digits where there is a telephone. Throws `paused`. */
  sendCode(dossierCode: string, send: (digits: string) => void): void;
}

interface Row {
  readonly body: string;
  readonly identity_number: string;
  readonly birth_date: string;
  readonly issued_on: string;
  readonly has_telephone: number;
}

const degrees: Readonly<Record<DossierState, readonly [stage: Progress['stage'], percent: number]>> = {
  registered: ['registered', 5],
  accepted: ['in-progress', 20],
  'not-accepted': ['ended', 10],
  processing: ['in-progress', 60],
  'papers-needed': ['in-progress', 40],
  'payment-needed': ['in-progress', 70],
  'withdrawal-asked': ['ended', 50],
  stopped: ['ended', 60],
  settled: ['done', 95],
  returned: ['done', 100],
};

export function createDossierRecords(
  database: PortalDatabase,
  { clock, guard, codes }: { readonly clock: Clock; readonly guard: ProofGuard; readonly codes: OneTimeCodes },
): DossierRecords {
  const read = database.prepare<[string], Row>('SELECT * FROM dossiers WHERE code = ?');
  const write = database.prepare(
    'INSERT INTO dossiers (code, body, identity_number, birth_date, issued_on, has_telephone) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const count = database.prepare<[], { rows: number }>('SELECT count(*) rows FROM dossiers');
  const bodyOf = (row: Row): WireDossier =>
    wireDossierSchema.parse({ ...JSON.parse(row.body), asOf: officeTimestamp(clock.nowMs()) });
  return {
    add: ({ dossier, applicant }) => {
      write.run(
        dossier.dossierCode,
        JSON.stringify(dossier),
        applicant.identityNumber,
        applicant.birthDate,
        applicant.issuedOn,
        applicant.hasTelephone ? 1 : 0,
      );
    },
    get isEmpty() {
      return count.get()?.rows === 0;
    },
    progress: (dossierCode) => {
      const row = read.get(dossierCode);
      if (row === undefined) {
        throw new PortalProblem('not-found');
      }
      const dossier = bodyOf(row);
      const [stage, percent] = degrees[dossier.state];
      return { dossierCode: dossier.dossierCode, stage, percent, asOf: dossier.asOf };
    },
    open: (dossierCode, proof) => {
      guard.admit(dossierCode);
      const row = read.get(dossierCode);
      const isRight =
        proof.kind === 'card' ? isApplicant(proof, row) : codes.accept(dossierCode, proof.code) && row !== undefined;
      if (!isRight || row === undefined) {
        guard.refused(dossierCode);
        throw new PortalProblem('proof-refused');
      }
      guard.proved(dossierCode);
      return bodyOf(row);
    },
    sendCode: (dossierCode, send) => {
      const digits = codes.make(dossierCode);
      if (read.get(dossierCode)?.has_telephone === 1) {
        send(digits);
      }
    },
  };
}

/** All three have to agree; which one did not shows neither in the answer nor in how long it takes. */
function isApplicant(proof: WireProof & { readonly kind: 'card' }, row: Row | undefined): boolean {
  const said = [proof.identityNumber, proof.birthDate, proof.issuedOn ?? '0000-00-00'].join('|');
  const known = [
    row?.identity_number ?? '000000000000',
    row?.birth_date ?? '0000-00-00',
    row?.issued_on ?? '0000-00-01',
  ].join('|');
  return said.length === known.length && timingSafeEqual(Buffer.from(said), Buffer.from(known)) && row !== undefined;
}
