/**
 * The last numbers of each day in a small file beside the journal, written before a number is told. A damaged journal is moved
 * aside and a new one begun; without this file the new one would give the morning's numbers a second time.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ticketPrefixSchema } from '../../contract/queue.ts';
import { replaceFile } from '../durable-file.ts';
import type { Logger } from '../ports.ts';

export const numberRecordFileName = 'queue-numbers.json';

/** Days kept, those used last: a clock that jumps to and fro still finds its days. */
export const mostRecordedDays = 14;

const dayNumbersSchema = z.strictObject({
  /** The office's date. */
  day: z.iso.date(),
  /** Numbers of this day begin after it. */
  numberBase: z.int().min(0).max(90_000),
  /** By prefix. */
  last: z.record(ticketPrefixSchema, z.int().min(1).max(99_999)),
});
export type DayNumbers = z.infer<typeof dayNumbersSchema>;

const recordSchema = z.strictObject({ form: z.literal(1), days: z.array(dayNumbersSchema).max(mostRecordedDays) });

export interface NumberRecord {
  /** `lost`: something lies there that tells no numbers. */
  readonly condition: 'sound' | 'missing' | 'lost';
  /** Those used last come last. */
  readonly days: readonly DayNumbers[];
  /** In place of what it knew of these days. On the disk when this returns true; else the file is as it was. */
  write(changed: readonly DayNumbers[]): boolean;
}

/** For whoever holds the folder's lock: what others write meanwhile is not seen. */
export function openNumberRecord(folder: string, logger: Logger): NumberRecord {
  const path = join(folder, numberRecordFileName);
  const found = readRecord(path);
  let days = found === 'missing' || found === 'lost' ? [] : found;
  if (found === 'lost') {
    logger.error(
      'The record of given queue numbers cannot be used; the journal alone tells them until it is written anew',
      {
        path,
      },
    );
  }
  let condition: NumberRecord['condition'] = typeof found === 'string' ? found : 'sound';
  let isFailing = false;
  return {
    get condition() {
      return condition;
    },
    get days() {
      return days;
    },
    write: (changed) => {
      const replaced = new Set(changed.map(({ day }) => day));
      const next = [...days.filter(({ day }) => !replaced.has(day)), ...changed].slice(-mostRecordedDays);
      try {
        replaceFile(path, `${JSON.stringify({ form: 1, days: next })}\n`);
      } catch (error) {
        if (!isFailing) {
          logger.error('The record of given queue numbers cannot be written, so no numbers are given', {
            path,
            reason: error instanceof Error ? error.message : '',
          });
        }
        isFailing = true;
        return false;
      }
      if (isFailing) {
        logger.info('The record of given queue numbers can be written again');
      }
      isFailing = false;
      condition = 'sound';
      days = next;
      return true;
    },
  };
}

function readRecord(path: string): DayNumbers[] | 'missing' | 'lost' {
  if (!existsSync(path)) {
    return 'missing';
  }
  try {
    return recordSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).days;
  } catch {
    // Whatever is wrong with it, it tells no numbers.
    return 'lost';
  }
}
