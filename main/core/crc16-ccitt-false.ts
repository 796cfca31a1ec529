/** The check sum at the end of a payment QR's text. */

const polynomial = 0x1021;

/** CRC-16/CCITT-FALSE (start 0xFFFF, nothing reflected) of ASCII text, as four capital hexadecimal digits. */
export function crc16CcittFalse(text: string): string {
  let sum = 0xffff;
  for (let place = 0; place < text.length; place += 1) {
    sum ^= text.charCodeAt(place) << 8;
    for (let bit = 0; bit < 8; bit += 1) {
      sum = ((sum & 0x8000) === 0 ? sum << 1 : (sum << 1) ^ polynomial) & 0xffff;
    }
  }
  return sum.toString(16).toUpperCase().padStart(4, '0');
}
