/** Where the papers are handed in. What is not known is answered by the guidance desk, never by "not here". */
import type { KioskDescription } from '../../../contract/kiosk.ts';
import type { Procedure } from '../../../contract/procedure.ts';
import type { SlipDetail } from './paper-elements.ts';
import type { SlipFact } from './slip-fact.ts';
import type { SlipWords } from './slip-words.ts';

export type SlipOffice = KioskDescription['office'];
export type SlipPlaces = KioskDescription['places'];

export interface PlaceWording {
  readonly office: SlipOffice;
  readonly places: SlipPlaces;
  readonly words: SlipWords;
  readonly detail: SlipDetail['place'];
}

/** Name in reading size; counter, address and hours below. */
export function describePlace(procedure: Procedure, wording: PlaceWording): SlipFact {
  const { office, places, words, detail } = wording;
  const entered = places[procedure.servedAt];
  const counter = procedure.office?.counter ?? null;
  const name = entered?.name ?? (procedure.servedAt === 'here' ? office.name : words.places[procedure.servedAt]);
  const details = [
    ...(counter === null ? [] : [words.counter(counter)]),
    ...(detail === 'name' ? [] : presentLines(entered?.address)),
    ...(detail === 'hours' ? presentLines(entered?.hours) : []),
  ];
  if (procedure.onlineService === 'only') {
    return { value: words.onlineOnly, details: name === null ? [] : [name, ...details] };
  }
  return name === null ? { value: words.askDesk, details: [office.helpDesk] } : { value: name, details };
}

function presentLines(text: string | null | undefined): string[] {
  return text === null || text === undefined ? [] : [text];
}
