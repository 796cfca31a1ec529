/** Decides what was held before the reader (docs/scanning.md). A pure function: whatever is in doubt is unknown. */
import { procedureCodeSchema } from '../../contract/procedure.ts';
import { readCitizenCard } from './read-citizen-card.ts';
import { readDossier } from './read-dossier.ts';
import { readHealthInsuranceCard } from './read-health-insurance-card.ts';
import { type LinkHosts, readLink } from './read-link.ts';
import { readOwnCode } from './read-own-code.ts';
import { readPaymentCode } from './read-payment-code.ts';
import type { Scan } from './scan.ts';

export interface ClassifyOptions extends LinkHosts {
  /** The office's date, YYYY-MM-DD: a card issued well after it is none. */
  readonly today: string;
}

/** AIM identifier (ISO/IEC 15424) that some readers put before the data: `]Q1` QR, `]C1` GS1-128 … */
const aimIdentifier = /^\][A-Za-z][0-9A-Za-z]/u;

/** UTF-16 units; a health insurance card with long hex fields has about 1,000. Longer texts are not looked into. */
const longestText = 1_500;

/** A citizen card with a long address has 250; composing many more letters takes longer than all the rest. */
const longestLetters = 600;
const beyondAscii = /[^\p{ASCII}]/u;

/** No letter of ours has more than two; to put hundreds in order takes longer than all the rest. */
const heapOfMarks = /\p{M}{6}/u;

/** Never throws; takes time that grows with the length alone. Codes keep the case they were scanned in. */
export function classifyScan(text: string, options: ClassifyOptions): Scan {
  if (text.length > longestText || (text.length > longestLetters && beyondAscii.test(text)) || heapOfMarks.test(text)) {
    return { kind: 'unknown' };
  }
  const data = text.normalize('NFC').replace(aimIdentifier, '').trim();
  return (
    readOwnCode(data) ??
    readProcedureCode(data) ??
    readDossier(data) ??
    readCitizenCard(data, aYearAfter(options.today)) ??
    readHealthInsuranceCard(data) ??
    readPaymentCode(data) ??
    readLink(data, options) ?? { kind: 'unknown' }
  );
}

function readProcedureCode(data: string): Scan | null {
  return procedureCodeSchema.safeParse(data).success ? { kind: 'procedure', procedureCode: data } : null;
}

/** The kiosk's clock may be a year slow. Only for comparing: 29 February has no such day. */
function aYearAfter(date: string): string {
  return `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
}
