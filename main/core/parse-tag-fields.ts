/** Takes apart the text of an EMVCo QR: two digits of the tag, two of the length, the value. */

/**
 * Values by tag. Null where a length points beyond the end, something is left over, or a tag comes twice.
 * (EMVCo QR Code Specification, merchant-presented, §3: data objects.) Lengths count bytes: the text is plain ASCII.
 */
export function parseTagFields(text: string): ReadonlyMap<string, string> | null {
  const fields = new Map<string, string>();
  let at = 0;
  while (at < text.length) {
    const head = text.slice(at, at + 4);
    if (!/^\d{4}$/u.test(head)) {
      return null;
    }
    const tag = head.slice(0, 2);
    const end = at + 4 + Number(head.slice(2));
    if (end > text.length || fields.has(tag)) {
      return null;
    }
    fields.set(tag, text.slice(at + 4, end));
    at = end;
  }
  return fields;
}
