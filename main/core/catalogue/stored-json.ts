/**
 * Reads back the JSON texts of catalogue.db. The builder wrote them from values parsed with the contract's schemas and the
 * tests parse every one again, so nothing is parsed twice while a citizen waits.
 */
import type { LifeEvent } from '../../contract/life-event.ts';
import type { OfficialText, Procedure } from '../../contract/procedure.ts';
import type { HolidayYear } from '../office-calendar/holiday-year.ts';

export function storedProcedure(text: string): Procedure {
  return JSON.parse(text) as Procedure;
}

export function storedOfficialText(text: string): OfficialText {
  return JSON.parse(text) as OfficialText;
}

export function storedLifeEvent(text: string): LifeEvent {
  return JSON.parse(text) as LifeEvent;
}

export function storedHolidayYear(text: string): HolidayYear {
  return JSON.parse(text) as HolidayYear;
}

export function storedAliases(text: string): string[] {
  return JSON.parse(text) as string[];
}
