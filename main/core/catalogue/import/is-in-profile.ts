/** Which procedures a kiosk holds: the ward's own work, all of level xã, or everything (docs/catalogue.md §2). */
import type { CatalogueProfile } from '../../../contract/kiosk.ts';
import type { Procedure } from '../../../contract/procedure.ts';
import type { LaidSheet } from './lay-sheets.ts';
import { nearbyPlaces } from './nearby-places.ts';
import { overlayFor } from './overlay.ts';
import type { Placing } from './placing.ts';

export interface ProfileContext {
  readonly overlay: Pick<LaidSheet, 'province' | 'procedures'> | null;
  readonly placing: Placing;
  /** National procedures whose place the own province's rule takes (`findReplaced`). */
  readonly replacedCodes: ReadonlySet<string>;
}

export type ProfiledProcedure = Pick<
  Procedure,
  'code' | 'level' | 'field' | 'issuer' | 'servedAt' | 'audience' | 'handWritten'
>;

/** Matters of officials and of organisations alone stay out of the ward's lists; an empty audience excludes nobody. */
function isForVisitors({ audience, field }: ProfiledProcedure, placing: Placing): boolean {
  if (audience.length === 0 || audience.includes('citizen')) return true;
  return audience.includes('business') && placing.businessFields.has(field);
}

function isForWard(procedure: ProfiledProcedure, { overlay, placing, replacedCodes }: ProfileContext): boolean {
  const { code, issuer, servedAt } = procedure;
  const sheet = overlayFor(overlay, code);
  if (sheet?.hidden === true) return false;
  if (sheet?.pinned === true || sheet?.servedAt !== undefined) return true;
  if (replacedCodes.has(code)) return false;
  if (issuer.scope === 'province' && issuer.province !== (overlay?.province ?? null)) return false;
  if (procedure.handWritten !== null || placing.askedFor.has(code)) return true;
  if (placing.searchOnlyFields.has(procedure.field)) return false;
  if (!isForVisitors(procedure, placing)) return false;
  if (procedure.level === 'commune') return nearbyPlaces.has(servedAt);
  // Of other levels only what the commune's own police and land office do for people who walk in.
  return (
    servedAt === 'here' ||
    ((servedAt === 'police' || servedAt === 'land-office') && procedure.audience.includes('citizen'))
  );
}

/**
 * `all` holds everything, `xa` the level commune with every province's rules, `ward` what a citizen of this office can do
 * here or nearby and what the office's sheet takes in. What the sheet hides is hidden in every profile.
 */
export function isInProfile(procedure: ProfiledProcedure, profile: CatalogueProfile, context: ProfileContext): boolean {
  if (profile === 'ward') return isForWard(procedure, context);
  if (overlayFor(context.overlay, procedure.code)?.hidden === true) return false;
  return profile === 'all' || procedure.level === 'commune';
}
