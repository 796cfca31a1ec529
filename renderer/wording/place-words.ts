/** Where to go (docs/catalogue.md §2): the office's own entry first; what is not known is asked at the guidance desk, never "not here". */
import type { TFunction } from 'i18next';
import type { KioskDescription } from '../../main/contract/kiosk.ts';
import type { Place, Procedure } from '../../main/contract/procedure.ts';

export interface PlaceWords {
  readonly name: string;
  readonly address: string | null;
  readonly hours: string | null;
  /** The place was not found out: the name is the advice to ask. */
  readonly isUnknown: boolean;
}

type Surroundings = Pick<KioskDescription, 'office' | 'places'>;

const placeKeys = {
  here: 'place.here',
  police: 'place.police',
  'social-insurance': 'place.socialInsurance',
  tax: 'place.tax',
  'land-office': 'place.landOffice',
  school: 'place.school',
  military: 'place.military',
  province: 'place.province',
  other: 'place.other',
  unknown: 'place.unknown',
} as const;

export function placeWords(place: Place, { office, places }: Surroundings, t: TFunction): PlaceWords {
  const isUnknown = place === 'unknown' || place === 'other';
  const entered = places[place];
  if (entered !== undefined && place !== 'unknown') {
    return { ...entered, isUnknown: false };
  }
  if (place === 'here') {
    return { name: t(placeKeys[place]), address: office.address, hours: office.hours, isUnknown: false };
  }
  return { name: t(placeKeys[place]), address: isUnknown ? office.helpDesk : null, hours: null, isUnknown };
}

/** The same in a list, where the office's own long name would only repeat the header. */
export function shortPlaceName(place: Place, surroundings: Surroundings, t: TFunction): string {
  return place === 'here' ? t(placeKeys.here) : placeWords(place, surroundings, t).name;
}

/** A place as a group to browse by; where the place itself is the advice to ask, the group has a name and the advice beside it. */
export function agencyWords(
  agency: Place,
  surroundings: Surroundings,
  t: TFunction,
): { readonly name: string; readonly hint: string | null } {
  const { name, address, isUnknown } = placeWords(agency, surroundings, t);
  if (!isUnknown) return { name, hint: address };
  return { name: t(agency === 'other' ? 'browse.agencyOther' : 'browse.agencyUnknown'), hint: name };
}

const onlineKeys = {
  none: 'online.none',
  available: 'online.available',
  part: 'online.part',
  full: 'online.full',
  only: 'online.only',
} as const;

/** "Nộp được trên mạng" and its kin (docs/catalogue.md §6). */
export function onlineWords(online: Procedure['onlineService'], t: TFunction): string {
  return t(onlineKeys[online]);
}
