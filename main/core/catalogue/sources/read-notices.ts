/** Reads the city's notices: one JSON file each, in a folder of their own. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { KioskError } from '../../../contract/error.ts';
import { type Notice, noticeSchema } from '../../../contract/notices.ts';
import { issuesText } from './issues-text.ts';

/**
 * All notices of the folder, in the order of their file names. A mistake in one ends the build: it would reach every kiosk.
 * Errors: `source-unreadable`, naming file and key, also where the folder is not there and was `asked` for.
 */
export async function readNotices(folder: string, asked: boolean): Promise<Notice[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    if (asked) {
      throw new KioskError('source-unreadable', `The folder of notices ${folder} cannot be read; check the path.`, {
        cause,
      });
    }
    return [];
  });
  const notices: Notice[] = [];
  for (const name of names.filter((fileName) => fileName.endsWith('.json')).sort()) {
    notices.push(await readNotice(join(folder, name)));
  }
  return notices;
}

async function readNotice(path: string): Promise<Notice> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new KioskError('source-unreadable', `The notice ${path} is not JSON; correct the file.`, { cause });
  }
  const notice = noticeSchema.safeParse(value);
  if (!notice.success) {
    throw new KioskError('source-unreadable', `The notice ${path} is not as expected: ${issuesText(notice.error)}`);
  }
  if (notice.data.id !== basename(path, '.json')) {
    throw new KioskError(
      'source-unreadable',
      `The notice ${path} has the id ${notice.data.id}; file name and id must agree.`,
    );
  }
  return notice.data;
}
