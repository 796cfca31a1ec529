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

export interface OfficeCalendar {
  /** Neither a public holiday nor closed by the office, and with hours (a Saturday morning counts). */
  isOpenDay(day: string): boolean;
  /** Public holiday, decreed day off or a date the office closed; whatever the hours say. */
  isClosedDate(day: string): boolean;
  /**
   * Counts for times in working days (ngày làm việc): Monday to Friday, and days decreed to be worked in lieu, without
   * holidays and closed dates. Saturday mornings do not count, even where the office is open.
   */
  isWorkingDay(day: string): boolean;
}
