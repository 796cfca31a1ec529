/** Code 128 as GS k 73 is given it: `{A` `{B` `{C` choose the set, `{S` shifts, `{1`–`{4` are functions, `{{` is a brace (ISO/IEC 15417). */

type CodeSet = 'A' | 'B' | 'C';

/** Widths of bars and spaces in turn, by the symbol's value 0–105; 106 is the stop. */
const widths = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 ' +
  '123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 ' +
  '232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 ' +
  '313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 ' +
  '111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 ' +
  '111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 ' +
  '114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'
).split(' ');

const starts = { A: 103, B: 104, C: 105 } as const;
const switches = { A: 101, B: 100, C: 99 } as const;
const shift = 98;
const stop = 106;

/** The bars as `1` and `0` a module, start to stop, and what they say; null where the data breaks the rules: nothing is printed. */
export function encodeCode128(data: Uint8Array): { readonly modules: string; readonly text: string } | null {
  const symbol = symbolValues(data);
  if (symbol === null || symbol.values.length < 2) {
    return null;
  }
  const { values, text } = symbol;
  const check = values.reduce((sum, value, index) => sum + value * Math.max(1, index), 0) % 103;
  return { modules: [...values, check, stop].map((value) => modulesOf(widths[value] ?? '')).join(''), text };
}

function modulesOf(pattern: string): string {
  return Array.from(pattern, (width, index) => (index % 2 === 0 ? '1' : '0').repeat(Number(width))).join('');
}

function symbolValues(data: Uint8Array): { readonly values: number[]; readonly text: string } | null {
  const values: number[] = [];
  let text = '';
  let set: CodeSet | null = null;
  let shifted: CodeSet | null = null;
  for (let index = 0; index < data.length; index += 1) {
    const byte = data[index] ?? 0;
    const special: string | null = byte === 0x7b ? String.fromCharCode(data[index + 1] ?? 0) : null;
    index += special === null ? 0 : 1;
    if (special === 'A' || special === 'B' || special === 'C') {
      values.push(set === null ? starts[special] : switches[special]);
      set = special;
      continue;
    }
    if (set === null) {
      return null;
    }
    if (special === 'S' && set !== 'C') {
      values.push(shift);
      shifted = set === 'A' ? 'B' : 'A';
      continue;
    }
    const value: number | null =
      special === null || special === '{' ? characterValue(byte, shifted ?? set) : functionValue(special, set);
    if (value === null) {
      return null;
    }
    values.push(value);
    if (special === null || special === '{') {
      text += set === 'C' ? String(byte).padStart(2, '0') : byte < 0x20 ? ' ' : String.fromCharCode(byte);
    }
    shifted = null;
  }
  return { values, text };
}

function characterValue(byte: number, set: CodeSet): number | null {
  if (set === 'C') {
    return byte <= 99 ? byte : null;
  }
  const lowest = set === 'A' ? 0 : 32;
  const highest = set === 'A' ? 95 : 127;
  return byte < lowest || byte > highest ? null : byte < 32 ? byte + 64 : byte - 32;
}

function functionValue(special: string, set: CodeSet): number | null {
  const byFunction: Readonly<Record<string, number>> =
    set === 'C' ? { 1: 102 } : { 1: 102, 2: 97, 3: 96, 4: set === 'A' ? 101 : 100 };
  return byFunction[special] ?? null;
}
