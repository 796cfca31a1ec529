/** Reads the life events (sự kiện trong đời) the kiosk offers: one JSON file each, in a folder of their own. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { KioskError } from '../../../contract/error.ts';
import { type LifeEvent, lifeEventSchema } from '../../../contract/life-event.ts';
import { issuesText } from './issues-text.ts';

/**
 * All events of the folder by tile, then by file name; none where the folder is not there. They are the kiosk's own data, so a
 * mistake in one ends the build. Errors: `source-unreadable`, naming file and key.
 */
export async function readLifeEvents(folder: string): Promise<LifeEvent[]> {
  const names = await readdir(folder).catch(() => []);
  const events: LifeEvent[] = [];
  for (const name of names.filter((fileName) => fileName.endsWith('.json')).sort()) {
    events.push(await readLifeEvent(join(folder, name)));
  }
  return events.sort((first, second) => first.tile - second.tile);
}

async function readLifeEvent(path: string): Promise<LifeEvent> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new KioskError('source-unreadable', `The life event ${path} is not JSON; correct the file.`, { cause });
  }
  const event = lifeEventSchema.safeParse(value);
  if (!event.success) {
    throw new KioskError('source-unreadable', `The life event ${path} is not as expected: ${issuesText(event.error)}`);
  }
  if (event.data.id !== basename(path, '.json')) {
    throw new KioskError(
      'source-unreadable',
      `The life event ${path} has the id ${event.data.id}; file name and id must agree.`,
    );
  }
  return event.data;
}
