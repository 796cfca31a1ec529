/** The fingerprint of the published facts, by which a hand-written entry notices that its source has changed. */
import { createHash } from 'node:crypto';
import { type HeadingKey, headings, type NationalRecord } from './national-record.ts';

/** Keywords and the portal's internal type say nothing about the procedure; the code is the entry's own. */
const passedOver: ReadonlySet<HeadingKey> = new Set<HeadingKey>(['keywords', 'type']);

/** SHA-256 (hex) over the cleaned facts in the order of their headings; blanks and line breaks do not count. */
export function factsSha256(record: NationalRecord): string {
  const hash = createHash('sha256');
  for (const key of (Object.keys(headings) as HeadingKey[]).sort()) {
    if (!passedOver.has(key)) hash.update(JSON.stringify([key, record[key].replace(/\n+/gu, ' ')]));
  }
  return hash.digest('hex');
}
