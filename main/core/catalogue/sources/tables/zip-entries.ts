/**
 * Unpacks a workbook's archive within limits and packs it again as plain files: the reader of workbooks then sees nothing that
 * was not counted here, whatever two headers of one file may say (PKWARE APPNOTE 6.3.10 §4.3).
 */
import { crc32, inflateRawSync } from 'node:zlib';

export interface ZipLimits {
  readonly maximumEntries: number;
  /** All entries that are wanted, unpacked. */
  readonly maximumUnpackedBytes: number;
}

/** Why an archive was not unpacked; the message is for staff. */
export class ZipFault extends Error {}

const endSignature = 0x06_05_4b_50;
const centralSignature = 0x02_01_4b_50;
const localSignature = 0x04_03_4b_50;
const endBytes = 22;
const longestComment = 0xff_ff;

/** The entries whose name `isWanted` takes, by name. Errors: `ZipFault`. */
export function unzip(
  archive: Buffer,
  isWanted: (name: string) => boolean,
  limits: ZipLimits,
): ReadonlyMap<string, Buffer> {
  try {
    return entriesOf(archive, isWanted, limits);
  } catch (error) {
    // Reading beyond the end of a buffer, and zlib's own errors.
    if (error instanceof ZipFault) throw error;
    throw new ZipFault('the archive is damaged or cut short', { cause: error });
  }
}

function entriesOf(archive: Buffer, isWanted: (name: string) => boolean, limits: ZipLimits): Map<string, Buffer> {
  const end = archive.subarray(-endBytes - longestComment).lastIndexOf(signatureBytes(endSignature));
  if (end === -1) throw new ZipFault('the archive has no end');
  const at = Math.max(0, archive.length - endBytes - longestComment) + end;
  const count = archive.readUInt16LE(at + 10);
  if (count > limits.maximumEntries) throw new ZipFault(`the archive holds more than ${limits.maximumEntries} files`);
  const entries = new Map<string, Buffer>();
  let left = limits.maximumUnpackedBytes;
  let offset = archive.readUInt32LE(at + 16);
  for (let index = 0; index < count; index += 1) {
    if (archive.readUInt32LE(offset) !== centralSignature) throw new ZipFault('the archive is damaged');
    const name = archive.toString('utf8', offset + 46, offset + 46 + archive.readUInt16LE(offset + 28));
    if (isWanted(name)) {
      if (entries.has(name)) throw new ZipFault(`the archive holds ${JSON.stringify(name)} twice`);
      const bytes = unpacked(archive, offset, left);
      left -= bytes.length;
      entries.set(name, bytes);
    }
    offset +=
      46 + archive.readUInt16LE(offset + 28) + archive.readUInt16LE(offset + 30) + archive.readUInt16LE(offset + 32);
  }
  return entries;
}

function unpacked(archive: Buffer, central: number, mostBytes: number): Buffer {
  const flags = archive.readUInt16LE(central + 8);
  const method = archive.readUInt16LE(central + 10);
  const packedBytes = archive.readUInt32LE(central + 20);
  const local = archive.readUInt32LE(central + 42);
  if ((flags & 1) !== 0) throw new ZipFault('the archive is locked with a password');
  if (archive.readUInt32LE(local) !== localSignature) throw new ZipFault('the archive is damaged');
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(start, start + packedBytes);
  if (packed.length !== packedBytes) throw new ZipFault('the archive is cut short');
  if (method !== 0 && method !== 8) throw new ZipFault('the archive is packed in a way Excel does not use');
  if ((method === 0 && packed.length > mostBytes) || mostBytes <= 0) throw tooLarge();
  try {
    return method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: mostBytes });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    throw error;
  }
}

function tooLarge(): ZipFault {
  return new ZipFault('it is far larger unpacked than any workbook of an office');
}

/** An archive of plain, unpacked files. */
export function zipStored(entries: ReadonlyMap<string, Buffer>): Buffer {
  const pieces: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, bytes] of entries) {
    const nameBytes = Buffer.from(name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x08_00, 2); // names are UTF-8
    facts.writeUInt32LE(0x00_21_00_00, 6); // 1 January 1980
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(bytes.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(nameBytes.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    central.push(signatureBytes(centralSignature), Buffer.from([20, 0]), facts, place, nameBytes);
    pieces.push(signatureBytes(localSignature), facts, nameBytes, bytes);
    offset += 4 + facts.length + nameBytes.length + bytes.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(endBytes);
  end.writeUInt32LE(endSignature, 0);
  end.writeUInt16LE(entries.size, 8);
  end.writeUInt16LE(entries.size, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, directory, end]);
}

function signatureBytes(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}
