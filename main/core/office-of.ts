/** The office as citizens read of it: the site's configuration, and over it what the catalogue's sheets say of hours and help. */
import type { Catalogue } from './catalogue/catalogue.ts';
import type { SiteConfiguration } from './configuration/site-configuration.ts';
import type { OfficeCalendarOptions } from './office-calendar/create-office-calendar.ts';

export function officeOf(
  { office }: Pick<SiteConfiguration, 'office'>,
  catalogue: Pick<Catalogue, 'siteContent'>,
): SiteConfiguration['office'] {
  const { hours, helpDesk } = catalogue.siteContent();
  return { ...office, hours: hours ?? office.hours, helpDesk: helpDesk ?? office.helpDesk };
}

export function calendarOptionsOf(
  { calendar }: Pick<SiteConfiguration, 'calendar'>,
  catalogue: Pick<Catalogue, 'siteContent' | 'holidays'>,
): OfficeCalendarOptions {
  const { openingHours, closedDates, workedDates } = catalogue.siteContent();
  return {
    ...calendar,
    hours: openingHours ?? calendar.hours,
    closedDates: closedDates ?? calendar.closedDates,
    workedDates: workedDates ?? calendar.workedDates,
    holidays: catalogue.holidays(),
  };
}
