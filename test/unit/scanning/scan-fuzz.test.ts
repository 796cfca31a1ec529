/** Ten thousand random and mutated payloads through framing and classification: no crash, no hang, no misread as a card. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyScan } from '../../../main/core/scanning/classify-scan.ts';
import type { Scan } from '../../../main/core/scanning/scan.ts';
import { createScanFramer } from '../../../main/core/scanning/scan-framer.ts';
import { createManualSchedule } from '../../fakes/manual-schedule.ts';
import { citizenCard, classifyOptions, insuranceCard, vietQr } from '../../fakes/scanned-texts.ts';

const runs = 10_000;
const idleGapMs = 80;

const soundTexts = [
  citizenCard(),
  citizenCard({ former: '' }),
  `${citizenCard({ number: '079090001234', sex: 'Nam' })}||TRẦN VĂN MẪU|LÊ THỊ MẪU|`,
  insuranceCard(),
  insuranceCard({ number: '7920123456', address: '-' }),
  vietQr,
  '000.00.01.H29-240115-0001',
  '000.00.01.H29-240115-0001|AB12-CD34',
  'https://dichvucong.gov.vn/tra-cuu?ma_ho_so=38.98.H29-210519-00031',
  'https://portal.example/p?ma_thu_tuc=1.001193',
  'TICKET:2026-11-24:A005',
  'APPOINTMENT:LH2611240042',
  'CHECKLIST:1.001193:g2',
  'STAFF:NV-0042',
];
const signs = [
  '|',
  '0',
  '9',
  '/',
  ':',
  '-',
  '.',
  ' ',
  'Đ',
  'ễ',
  'О',
  '\u0301',
  '\u0000',
  '\u001b',
  '<',
  ']',
  '$',
  '😀',
  '\ufffd',
];

/** One text with a piece replaced, doubled, dropped, spliced with another's, or its fields changed. */
const mutated = fc
  .record({
    text: fc.constantFrom(...soundTexts),
    other: fc.constantFrom(...soundTexts),
    how: fc.constantFrom('none', 'replace', 'insert', 'cut', 'truncate', 'splice', 'swap', 'drop', 'digit'),
    at: fc.nat(400),
    length: fc.integer({ min: 1, max: 12 }),
    sign: fc.oneof(fc.constantFrom(...signs), fc.string({ maxLength: 3 })),
  })
  .map(({ text, other, how, at, length, sign }) => {
    const place = at % text.length;
    const fields = text.split('|');
    const field = at % fields.length;
    switch (how) {
      case 'replace':
        return text.slice(0, place) + sign + text.slice(place + 1);
      case 'insert':
        return text.slice(0, place) + sign + text.slice(place);
      case 'cut':
        return text.slice(0, place) + text.slice(place + length);
      case 'truncate':
        return text.slice(0, place);
      case 'splice':
        return text.slice(0, place) + other.slice(at % other.length);
      case 'swap':
        return fields.with(field, fields[(field + length) % fields.length] ?? '').join('|');
      case 'drop':
        return fields.toSpliced(field, 1).join('|');
      case 'digit':
        return text.replaceAll(/\d/gu, (digit, offset: number) => (offset === place ? String(length % 10) : digit));
      case 'none':
        break;
    }
    return text;
  });

const encoded = fc.oneof(
  { weight: 6, arbitrary: mutated.map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: mutated.map((text) => Buffer.from(text, 'latin1')) },
  { weight: 1, arbitrary: mutated.map((text) => Buffer.from(text, 'utf16le')) },
  { weight: 1, arbitrary: mutated.map((text) => Buffer.from(text.normalize('NFD'))) },
  { weight: 1, arbitrary: fc.string({ maxLength: 300 }).map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
);

/** All that is read when these chunks come, and then silence. */
function readAll(chunks: readonly Uint8Array[]): { texts: (string | null)[]; scans: Scan[] } {
  const texts: (string | null)[] = [];
  const time = createManualSchedule();
  const framer = createScanFramer({
    terminator: 'any',
    idleGapMs,
    maximumBytes: 4_096,
    onFrame: (text) => void texts.push(text),
    schedule: time.schedule,
  });
  for (const chunk of chunks) {
    framer.push(chunk);
  }
  time.advance(idleGapMs);
  const scans = texts.map((text): Scan => (text === null ? { kind: 'unknown' } : classifyScan(text, classifyOptions)));
  return { texts, scans };
}

/** Looked at anew, by other means than the kiosk's: whether a text may be called a card, and says what was read. */
function expectToBeACard(scan: Scan, text: string | null): void {
  const fields = (text ?? '')
    .normalize('NFC')
    .trim()
    .replace(/^\][A-Za-z]./u, '')
    .split('|');
  if (scan.kind === 'citizen-card') {
    expect(fields[0]).toBe(scan.identityNumber);
    expect(scan.identityNumber).toHaveLength(12);
    expect(Number(scan.identityNumber.slice(0, 3))).toBeGreaterThanOrEqual(1);
    expect(Number(scan.identityNumber.slice(0, 3))).toBeLessThanOrEqual(96);
    const born = new Date(`${scan.birthDate}T00:00:00Z`);
    expect(born.toISOString().slice(0, 10)).toBe(scan.birthDate);
    const century = Math.floor(born.getUTCFullYear() / 100) - 19;
    expect(scan.identityNumber[3]).toBe(String(2 * century + (scan.sex === 'female' ? 1 : 0)));
    expect(scan.identityNumber.slice(4, 6)).toBe(scan.birthDate.slice(2, 4));
    expect(Date.parse(scan.issuedOn ?? '')).toBeGreaterThan(born.getTime());
    expect(fields.map((field) => field.trim())).toContain(scan.name);
    expect(scan.name).toMatch(/^[\p{L}\p{M}' ’.-]+$/u);
    expect(fields).toContain(scan.birthDate.split('-').toReversed().join(''));
    expect(fields).toContain(scan.issuedOn?.split('-').toReversed().join(''));
  }
  if (scan.kind === 'bhyt-card') {
    expect(fields[0]).toBe(scan.cardNumber);
    expect([10, 15]).toContain(scan.cardNumber.length);
    expect(
      Buffer.from(fields[1]?.trim() ?? '', 'hex')
        .toString()
        .normalize('NFC')
        .trim(),
    ).toBe(scan.name);
    expect(scan.name).toMatch(/^[\p{L}\p{M}' ’.-]+$/u);
    expect(scan.birthDate ?? '2000-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/u);
  }
}

describe('whatever comes from a reader', () => {
  it(`is read without a crash, in bounded time, and as a card only where it is one (${runs} payloads)`, () => {
    const kinds = new Map<string, number>();
    let slowestMs = 0;
    fc.assert(
      fc.property(encoded, fc.nat(300), fc.constantFrom('\r', '\n', '\r\n', ''), (payload, cut, end) => {
        const whole = Buffer.concat([payload, Buffer.from(end)]);
        const startMs = performance.now();
        const { texts, scans } = readAll([whole.subarray(0, cut), whole.subarray(cut)]);
        slowestMs = Math.max(slowestMs, performance.now() - startMs);
        for (const [index, scan] of scans.entries()) {
          kinds.set(scan.kind, (kinds.get(scan.kind) ?? 0) + 1);
          expectToBeACard(scan, texts[index] ?? null);
        }
      }),
      { numRuns: runs },
    );
    // Both sides of every decision were taken: what is sound is read, what is broken is not.
    for (const kind of [
      'citizen-card',
      'bhyt-card',
      'payment',
      'dossier',
      'receipt',
      'procedure',
      'ticket',
      'unknown',
    ]) {
      expect(kinds.get(kind) ?? 0, kind).toBeGreaterThan(20);
    }
    expect(slowestMs).toBeLessThan(250);
  });

  it('is no card with any one digit of its number, birth or sex changed against the others', () => {
    const card = citizenCard();
    const [number = ''] = card.split('|');
    for (let place = 3; place < 6; place += 1) {
      for (const digit of '0123456789') {
        const changed = number.slice(0, place) + digit + number.slice(place + 1);
        const { kind } = classifyScan(card.replace(number, changed), classifyOptions);
        expect(kind, changed).toBe(changed === number ? 'citizen-card' : 'unknown');
      }
    }
  });

  it('is no card with one of its bytes lost or doubled where a check can see it', () => {
    const bytes = Buffer.from(citizenCard());
    for (let place = 0; place < bytes.length; place += 1) {
      const { texts, scans } = readAll([Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + 1)])]);
      expect(scans).toHaveLength(1);
      for (const scan of scans) {
        expectToBeACard(scan, texts[0] ?? null);
      }
    }
  });

  it('is two scans in one chunk, the second of them cut in the middle of ễ', () => {
    const first = Buffer.from(`${citizenCard({ name: 'NGUYỄN MẪU' })}\r`);
    const second = Buffer.from(`${citizenCard({ name: 'Nguyễn Mẫu' })}\r`);
    const cut = first.length + second.indexOf(Buffer.from('ễ')) + 1;
    const whole = Buffer.concat([first, second]);
    expect(readAll([whole.subarray(0, cut), whole.subarray(cut)]).scans).toMatchObject([
      { kind: 'citizen-card', name: 'NGUYỄN MẪU' },
      { kind: 'citizen-card', name: 'Nguyễn Mẫu' },
    ]);
  });

  it('is unknown where a megabyte comes without terminator', () => {
    expect(readAll([Buffer.from(citizenCard().repeat(8_000))]).scans).toEqual([{ kind: 'unknown' }]);
  });
});
