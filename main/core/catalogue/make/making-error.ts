/** Turns whatever stops the making of a catalogue into the reasons an update can fail for. */
import { z } from 'zod';
import { KioskError } from '../../../contract/error.ts';
import { CatalogueMakingError } from '../../releases/catalogue-making-error.ts';

/** SQLite calls a disk full only on ENOSPC; a quota or a limit on the file's size is a write that failed. */
const fullDisk: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL', 'SQLITE_IOERR_WRITE']);

export function makingError(error: unknown): CatalogueMakingError {
  if (error instanceof CatalogueMakingError) {
    return error;
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (fullDisk.has(code)) {
    return new CatalogueMakingError('disk-full', `The disk is full (${code}).`, { cause: error });
  }
  if (error instanceof z.ZodError) {
    // The search reads its words itself.
    const message = "The words for the search are not as this software's search knows them.";
    return new CatalogueMakingError('wrong-content', message, { cause: error });
  }
  if (error instanceof KioskError) {
    return new CatalogueMakingError('internal', error.message, { cause: error });
  }
  const message = `The catalogue could not be made: ${error instanceof Error ? error.message : String(error)}`;
  return new CatalogueMakingError('internal', message, { cause: error });
}
