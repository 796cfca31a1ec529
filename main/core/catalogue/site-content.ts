/** What a catalogue says of the office itself: its hours and where help is found. What it leaves out, the site's configuration says. */
import { z } from 'zod';
import { overlaySchema } from './import/overlay.ts';

const { openingHours, closedDates, workedDates, hours, helpDesk } = overlaySchema.shape;

/** Null: the catalogue does not say. */
export const siteContentSchema = z.strictObject({
  openingHours: openingHours.unwrap().nullable(),
  closedDates: closedDates.unwrap().nullable(),
  workedDates: workedDates.unwrap().nullable(),
  /** In words. */
  hours: hours.unwrap().nullable(),
  helpDesk: helpDesk.unwrap().nullable(),
});
export type SiteContent = z.infer<typeof siteContentSchema>;
