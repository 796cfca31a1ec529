/** A scan as text for IT staff: what it is, and every field that was read. */
import type { Scan } from '../core/scanning/scan.ts';
import { labelled } from './text-layout.ts';

const kinds: Readonly<Record<Scan['kind'], string>> = {
  'citizen-card': 'citizen identity card (thẻ căn cước)',
  'bhyt-card': 'health insurance card (thẻ BHYT)',
  dossier: 'dossier code (mã hồ sơ)',
  receipt: 'receipt: dossier code with its look-up code (mã tra cứu)',
  procedure: 'procedure (thủ tục)',
  ticket: 'queue ticket of a kiosk',
  appointment: 'appointment slip of a kiosk',
  checklist: 'checklist of a kiosk',
  payment: 'payment QR (VietQR), its check sum right',
  'staff-badge': 'staff badge',
  unknown: 'none that this kiosk reads',
};

/** Labels of the fields of all kinds. */
const labels: Readonly<Record<string, string>> = {
  identityNumber: 'Identity number',
  formerNumber: 'Former number',
  cardNumber: 'Card number',
  name: 'Name',
  birthDate: 'Born',
  sex: 'Sex',
  residence: 'Residence',
  address: 'Address',
  issuedOn: 'Issued',
  dossierCode: 'Dossier',
  lookupCode: 'Look-up code',
  procedureCode: 'Procedure',
  caseId: 'Case',
  day: 'Day',
  number: 'Number',
  appointmentCode: 'Appointment',
  bankBin: 'Bank (BIN)',
  account: 'Account',
  amountVnd: 'Amount in đồng',
  purpose: 'Purpose',
  badge: 'Badge',
};

/** Ends in a line break. */
export function scanText({ kind, ...fields }: Scan, columns: number): string {
  const values: Readonly<Record<string, string | number | null>> = fields;
  const pairs = Object.entries(values).map(([field, value]): [string, string] => [
    labels[field] ?? field,
    value === null ? 'none' : String(value),
  ]);
  return `${labelled([['Kind', `${kind}: ${kinds[kind]}`], ...pairs], columns).join('\n')}\n`;
}
