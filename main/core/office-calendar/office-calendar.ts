/** When the office works: the one calendar behind queue numbers, appointments and due dates. Pure. */

/** A span of hours on some days of the week. */
export interface OfficeHours {
  /** 1 Monday … 7 Sunday. */
  readonly days: readonly number[];
  /** HH:MM, office time. */
  readonly from: string;
  /** First minute after it. */
  readonly to: string;
}

/** Hours of one day, in minutes since midnight. */
export interface HoursSpan {
  readonly fromMinute: number;
  /** First minute after it. */
  readonly toMinute: number;
}

/** Days are the office's, as 2026-11-24. */
export interface OfficeCalendar {
  /** Neither a public holiday nor closed by the office, and with hours (a Saturday morning counts). */
  isOpenDay(day: string): boolean;
  /** Public holiday, decreed day off or a date the office closed; whatever the hours say. */
  isClosedDate(day: string): boolean;
  /**
   * Counts for times in working days (ngày làm việc): Monday to Friday, and days decreed to be worked in lieu, without
   * holidays and closed dates. Saturday mornings do not count, even where the office is open; nor do days of which it is not
   * known yet whether they are holidays, though the office is not held closed on them.
   */
  isWorkingDay(day: string): boolean;
  /** The next one after this day. */
  workingDayAfter(day: string): string;
  /** 1 Monday … 7 Sunday: whose hours hold on the day; a Saturday worked in lieu of a Friday has a Friday's. */
  hoursWeekdayOf(day: string): number;
  /** The office's own hours in order, those that touch or overlap as one; none on a closed date. */
  hoursOn(day: string): readonly HoursSpan[];
  /** HH:MM from which on a file counts as handed in on the next working day. */
  readonly cutOff: string;
}
