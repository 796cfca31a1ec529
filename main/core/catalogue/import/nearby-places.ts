/** Places a citizen of the commune can walk to: their work fills tiles and the ward's lists; farther ones do not. */
import type { Place } from '../../../contract/procedure.ts';

/** `unknown` counts as near: the guidance desk answers for it. */
export const nearbyPlaces: ReadonlySet<Place> = new Set<Place>([
  'here',
  'police',
  'social-insurance',
  'land-office',
  'school',
  'military',
  'unknown',
]);
