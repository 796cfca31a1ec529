/** Lines of text packed with zstd: the same bytes from the same lines, and never more unpacked than is allowed. */
import { isUtf8 } from 'node:buffer';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { CatalogueMakingError } from '../../releases/catalogue-making-error.ts';

/** Level and window by measurement (docs/catalogue.md §10): level 12 saves a tenth more and takes twice as long, 19 takes a minute. */
const level = 9;

/** 2 to this power is the window, in bytes: a procedure and its published text stand fifty megabytes apart. */
const windowLog = 27;

export function packLines(text: Buffer): Buffer {
  return zstdCompressSync(text, {
    params: {
      [constants.ZSTD_c_compressionLevel]: level,
      [constants.ZSTD_c_windowLog]: windowLog,
      [constants.ZSTD_c_checksumFlag]: 1,
      [constants.ZSTD_c_contentSizeFlag]: 1,
    },
    pledgedSrcSize: text.length,
  });
}

/** Valid UTF-8 whose last line has ended. Errors: `too-large`, as soon as more comes out than is allowed; `wrong-content`. */
export function unpackLines(packed: Uint8Array, maximumUnpackedBytes: number): Buffer {
  const unpacked = unpack(packed, maximumUnpackedBytes);
  if (!isUtf8(unpacked) || unpacked.at(-1) !== 0x0a) {
    throw new CatalogueMakingError('wrong-content', 'What was packed is not lines of UTF-8 text.');
  }
  return unpacked;
}

function unpack(packed: Uint8Array, maximumUnpackedBytes: number): Buffer {
  try {
    return zstdDecompressSync(packed, {
      maxOutputLength: maximumUnpackedBytes,
      // A wider window would only cost memory; none of ours is packed with one.
      params: { [constants.ZSTD_d_windowLogMax]: windowLog },
    });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null;
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      const message = `More than ${maximumUnpackedBytes} bytes come out of ${packed.length} packed ones.`;
      throw new CatalogueMakingError('too-large', message, { cause });
    }
    throw new CatalogueMakingError('wrong-content', 'The file is not packed with zstd, or it is damaged.', { cause });
  }
}

export interface Lines {
  /** The next line without its break; null after the last. */
  next(): string | null;
  /** Bytes that have not been read yet. */
  rest(): Buffer;
}

export function linesOf(bytes: Buffer): Lines {
  let start = 0;
  return {
    next() {
      if (start >= bytes.length) {
        return null;
      }
      const end = bytes.indexOf(0x0a, start);
      const line = bytes.toString('utf8', start, end);
      start = end + 1;
      return line;
    },
    rest: () => bytes.subarray(start),
  };
}
