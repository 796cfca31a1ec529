/** Which slips say something about a person. Their content never leaves memory and never stands in a log. */
import type { SlipKind } from '../../../contract/printing.ts';

const kinds: Readonly<Record<SlipKind, boolean>> = {
  checklist: false,
  'life-event': false,
  /** A number and what it is for; nobody's name. */
  ticket: false,
  appointment: true,
  'dossier-status': true,
  apology: true,
  payment: true,
  'test-page': false,
  'update-report': false,
};

export function hasPersonalData(kind: SlipKind): boolean {
  return kinds[kind];
}
