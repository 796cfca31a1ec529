/** Reads EMVCo TLV text back: two digits name a field, two say how long its value is. */

/** Fields by name in their order; null where the lengths do not come out even, or a field stands twice. */
export function tlvFields(text: string): ReadonlyMap<string, string> | null {
  const fields = new Map<string, string>();
  for (let place = 0; place < text.length; ) {
    const head = /^(\d{2})(\d{2})$/u.exec(text.slice(place, place + 4));
    const [, id = '', length = '0'] = head ?? [];
    const value = text.slice(place + 4, place + 4 + Number(length));
    if (head === null || fields.has(id) || value === '' || value.length !== Number(length)) {
      return null;
    }
    fields.set(id, value);
    place += 4 + value.length;
  }
  return fields;
}
