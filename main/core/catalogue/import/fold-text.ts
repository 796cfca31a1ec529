/** A form of Vietnamese text for comparing only: rules and names must match whatever the spelling of the day. */

/** Lower case, one spelling of tone marks on `oa`, `oe`, `uy` (hoá = hóa), `y` for `i` left alone; accents stay. */
export function foldCase(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/([ou])([aey])([\u0300\u0301\u0303\u0309\u0323])(?!\p{L}|[\u0300-\u036F])/gu, '$1$3$2')
    .normalize('NFC')
    .replace(/[\s\u00A0]+/gu, ' ')
    .trim();
}

/** Key under which two names of procedures are the same: no `thủ tục` in front, no level in brackets, no punctuation. */
export function nameKey(name: string): string {
  return foldCase(name)
    .replace(/^(?:thủ tục|tthc)\s*:?\s*/u, '')
    .replace(/\(\s*(?:tthc\s*)?(?:ở\s*)?cấp (?:xã|huyện|tỉnh|trung ương|bộ)\s*\)/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
