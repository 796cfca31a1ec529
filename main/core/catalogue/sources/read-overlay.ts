/** Reads one office's sheet. */
import { readFile } from 'node:fs/promises';
import { KioskError } from '../../../contract/error.ts';
import { type Overlay, overlaySchema } from '../import/overlay.ts';
import { issuesText } from './issues-text.ts';

/** Errors: `source-unreadable`, naming the key that is wrong. */
export async function readOverlay(path: string): Promise<Overlay> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new KioskError('source-unreadable', `The overlay ${path} cannot be read; check the path.`, { cause });
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new KioskError('source-unreadable', `The overlay ${path} is not JSON (${detail}); correct the file.`, {
      cause,
    });
  }
  const overlay = overlaySchema.safeParse(value);
  if (!overlay.success) {
    throw new KioskError('source-unreadable', `The overlay ${path} is not as expected: ${issuesText(overlay.error)}`);
  }
  return overlay.data;
}
