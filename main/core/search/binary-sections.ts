/**
 * One file of named sections: text, JSON and arrays of numbers that are used where they lie, without parsing. Little-endian,
 * every section on a multiple of eight bytes. In front stand eight letters, the head's length and its checksum (CRC-32), then
 * the head as JSON; that the sections are whole is for who keeps the file's hash.
 */
import { crc32 } from 'node:zlib';
import { z } from 'zod';

export type Numbers = Uint8Array | Uint16Array | Uint32Array | Float32Array;
export type Section = string | Numbers;

const magic = 'KIOSKIDX';
const frontBytes = magic.length + 8;
const headSchema = z.strictObject({
  sections: z.record(
    z.string(),
    z.strictObject({
      type: z.enum(['text', 'u8', 'u16', 'u32', 'f32']),
      offset: z.int().nonnegative(),
      bytes: z.int().nonnegative(),
    }),
  ),
});
type SectionType = z.infer<typeof headSchema>['sections'][string]['type'];

/** The same sections in the same order give the same bytes. */
export function packSections(sections: Readonly<Record<string, Section>>): Uint8Array {
  let offset = 0;
  const parts = Object.entries(sections).map(([name, section]) => {
    const bytes = typeof section === 'string' ? new TextEncoder().encode(section) : bytesOf(section);
    const part = { name, type: typeOf(section), offset, bytes };
    offset += aligned(bytes.length);
    return part;
  });
  const head = new TextEncoder().encode(
    JSON.stringify({
      sections: Object.fromEntries(
        parts.map(({ name, type, offset: start, bytes }) => [name, { type, offset: start, bytes: bytes.length }]),
      ),
    }),
  );
  const base = aligned(frontBytes + head.length);
  const file = new Uint8Array(base + offset);
  file.set(new TextEncoder().encode(magic));
  const view = new DataView(file.buffer);
  view.setUint32(magic.length, head.length, true);
  view.setUint32(magic.length + 4, crc32(head), true);
  file.set(head, frontBytes);
  for (const { offset: start, bytes } of parts) {
    file.set(bytes, base + start);
  }
  return file;
}

export interface SectionReader {
  text(name: string): string;
  u8(name: string): Uint8Array;
  u16(name: string): Uint16Array;
  u32(name: string): Uint32Array;
  f32(name: string): Float32Array;
}

/** Null where the bytes are no such file or break off. The reader throws a RangeError where a section is missing or of another type. */
export function openSections(file: Uint8Array): SectionReader | null {
  // Not `slice`: a Buffer's gives the same bytes at the same odd place.
  const bytes = file.byteOffset % 8 === 0 ? file : new Uint8Array(file);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < frontBytes || new TextDecoder().decode(bytes.subarray(0, magic.length)) !== magic) {
    return null;
  }
  const headLength = view.getUint32(magic.length, true);
  const headBytes = bytes.subarray(frontBytes, frontBytes + headLength);
  if (crc32(headBytes) !== view.getUint32(magic.length + 4, true)) {
    return null;
  }
  const head = headSchema.safeParse(parsed(headBytes));
  const base = aligned(frontBytes + headLength);
  if (!head.success || Object.values(head.data.sections).some((s) => base + s.offset + s.bytes > bytes.length)) {
    return null;
  }
  const { sections } = head.data;
  const find = (name: string, type: SectionType) => {
    const section = Object.hasOwn(sections, name) ? sections[name] : undefined;
    if (section?.type !== type) {
      throw new RangeError(`the file has no section ${name} of type ${type}`);
    }
    return { start: bytes.byteOffset + base + section.offset, length: section.bytes };
  };
  const { buffer } = bytes;
  return {
    text: (name) => {
      const { start, length } = find(name, 'text');
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(new Uint8Array(buffer, start, length));
    },
    u8: (name) => {
      const { start, length } = find(name, 'u8');
      return new Uint8Array(buffer, start, length);
    },
    u16: (name) => {
      const { start, length } = find(name, 'u16');
      return new Uint16Array(buffer, start, length / 2);
    },
    u32: (name) => {
      const { start, length } = find(name, 'u32');
      return new Uint32Array(buffer, start, length / 4);
    },
    f32: (name) => {
      const { start, length } = find(name, 'f32');
      return new Float32Array(buffer, start, length / 4);
    },
  };
}

function aligned(length: number): number {
  return Math.ceil(length / 8) * 8;
}

function bytesOf(numbers: Numbers): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

function typeOf(section: Section): SectionType {
  if (typeof section === 'string') return 'text';
  if (section instanceof Uint8Array) return 'u8';
  if (section instanceof Uint16Array) return 'u16';
  return section instanceof Uint32Array ? 'u32' : 'f32';
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
