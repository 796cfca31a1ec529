/** Where the papers are handed in. What is not known is answered by the guidance desk, never by "not here". */
import type { KioskDescription } from '../../contract/kiosk.ts';
import type { Procedure } from '../../contract/procedure.ts';
import type { SlipWords } from './slip-words.ts';

export type SlipOffice = KioskDescription['office'];
export type SlipPlaces = KioskDescription['places'];

export interface PlaceWording {
  readonly office: SlipOffice;
  readonly places: SlipPlaces;
  readonly words: SlipWords;
}

/** One line each: name (with the counter), address, hours. */
export function describePlace(procedure: Procedure, wording: PlaceWording): string[] {
  const { office, places, words } = wording;
  const online = procedure.onlineService === 'only' ? [words.onlineOnly] : [];
  const entered = places[procedure.servedAt];
  const counter = procedure.office?.counter ?? null;
  const counterLine = counter === null ? [] : [words.counter(counter)];
  if (entered !== undefined) {
    return [
      ...online,
      entered.name,
      ...counterLine,
      ...[entered.address, entered.hours].filter((text) => text !== null),
    ];
  }
  if (procedure.servedAt === 'here') {
    return [...online, office.name, ...counterLine];
  }
  const named = words.places[procedure.servedAt];
  if (named !== null) {
    return [...online, named, ...counterLine];
  }
  return online.length > 0 ? online : [words.askDesk, office.helpDesk];
}
