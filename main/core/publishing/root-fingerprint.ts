/** By what two people make sure, over the telephone, that they hold the same root. */
import { sha256Of } from './change-repository.ts';

/** SHA-256 over the file as it is, as `sha256sum` prints it, in groups of four hex digits. */
export function rootFingerprint(bytes: Uint8Array): string {
  return sha256Of(bytes).match(/.{4}/gu)?.join(' ') ?? '';
}

/** However it was written down: with or without spaces, colons or capitals. */
export function sameFingerprint(a: string, b: string): boolean {
  return plain(a).length === 64 && plain(a) === plain(b);
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^0-9a-f]/gu, '');
}
