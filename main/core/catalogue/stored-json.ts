/**
 * Reads back the JSON texts of catalogue.db. The builder wrote them from values parsed with the contract's schemas and the
 * tests parse every one again, so nothing is parsed twice while a citizen waits.
 */
import type { LifeEvent } from '../../contract/life-event.ts';
import type { ShownNotice } from '../../contract/notices.ts';
import type { OfficialText, Procedure } from '../../contract/procedure.ts';
import type { HolidayYear } from '../office-calendar/holiday-year.ts';
import type { SiteContent } from './site-content.ts';

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

export function storedNotice(text: string): ShownNotice {
  return JSON.parse(text) as ShownNotice;
}

export function storedSiteContent(text: string): SiteContent {
  return JSON.parse(text) as SiteContent;
}

export function storedAliases(text: string): string[] {
  return JSON.parse(text) as string[];
}
