/** Reads what is decreed for public holidays: one JSON file a year, in a folder of their own (docs/calendar.md). */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { KioskError } from '../../../contract/error.ts';
import { type HolidayYear, holidayYearSchema } from '../../office-calendar/holiday-year.ts';
import { issuesText } from './issues-text.ts';

/**
 * All years of the folder, in order; none where the folder is not there. A mistake in one ends the build: a wrong day off
 * would reach every kiosk. Errors: `source-unreadable`, naming file and key.
 */
export async function readHolidays(folder: string): Promise<HolidayYear[]> {
  const names = await readdir(folder).catch(() => []);
  const years: HolidayYear[] = [];
  for (const name of names.filter((fileName) => fileName.endsWith('.json'))) {
    years.push(await readHolidayYear(join(folder, name)));
  }
  return years.sort((first, second) => first.year - second.year);
}

async function readHolidayYear(path: string): Promise<HolidayYear> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new KioskError('source-unreadable', `The holidays ${path} are not JSON; correct the file.`, { cause });
  }
  const decree = holidayYearSchema.safeParse(value);
  if (!decree.success) {
    throw new KioskError(
      'source-unreadable',
      `The holidays ${path} are not as expected: ${issuesText(decree.error)} (docs/calendar.md)`,
    );
  }
  if (String(decree.data.year) !== basename(path, '.json')) {
    throw new KioskError(
      'source-unreadable',
      `The holidays ${path} are of ${decree.data.year}; file name and year must agree.`,
    );
  }
  return decree.data;
}
