/** What a scanned text is taken for: codes and links. Cards and payments have files of their own. */
import { describe, expect, it } from 'vitest';
import { classifyScan } from '../../../main/core/scanning/classify-scan.ts';
import { classifyOptions } from '../../fakes/scanned-texts.ts';

const classify = (text: string) => classifyScan(text, classifyOptions);
const dossierCode = '000.00.01.H29-240115-0001';

describe('a procedure', () => {
  it.each([
    '1.001193',
    ']Q11.001193',
    ']C01.001193',
    ' 1.001193 ',
    'https://portal.example/p?ma_thu_tuc=1.001193',
    'HTTPS://PORTAL.EXAMPLE/p?ma_thu_tuc=1.001193',
    'https://portal.example/p?ma_thu_tuc=1%2E001193&utm=qr',
    'https://portal.example/thu-tuc-hanh-chinh/0b9a5c3e-1d2f-4a6b-8c7d-9e0f1a2b3c4d?ma=1.001193',
    'https://portal.example/thu-tuc/1.001193',
    'https://portal.example/#/thu-tuc/1.001193',
  ])('is %j', (text) => {
    expect(classify(text)).toEqual({ kind: 'procedure', procedureCode: '1.001193' });
  });

  it.each(['1.000494.000.00.00.H29', '1.012275.H36', '2.002621.02'])('is %j, a local one', (text) => {
    expect(classify(text)).toEqual({ kind: 'procedure', procedureCode: text });
  });

  it.each([
    'https://elsewhere.example/p?ma_thu_tuc=1.001193',
    'https://portal.example.evil.example/p?ma_thu_tuc=1.001193',
    'https://portal.example@evil.example/p?ma_thu_tuc=1.001193',
    'https://user@portal.example/p?ma_thu_tuc=1.001193',
    'https://portal.example:8443/p?ma_thu_tuc=1.001193',
    'https://evil.gov.vn/p?ma_thu_tuc=1.001193',
    'https://pоrtal.example/p?ma_thu_tuc=1.001193',
    'https://portal.example/p?ma_thu_tuc=<script>',
    'https://portal.example/p?ma_thu_tuc=1.001193&other=1.000894',
    'https://portal.example/thu-tuc-hanh-chinh/0b9a5c3e-1d2f-4a6b-8c7d-9e0f1a2b3c4d',
    'javascript:alert(1.001193)',
    'ftp://portal.example/1.001193',
    '1.00119З',
    'https://portal.example/p?ma_thu_tuc=1.001193 x',
  ])('is not %j', (text) => {
    expect(classify(text)).toEqual({ kind: 'unknown' });
  });
});

describe('a dossier', () => {
  it.each([
    dossierCode,
    '38.98.H29-210519-00031',
    'T.MX.YYY.ZZ-260125-0007',
    'H29.001.02-260126-AA0001',
    'MX1X2.Y1Y2Y3.Z1Z2-260126-AA1234',
    '000.00.01.h29-240115-0001',
  ])('is %j, its letters as they were scanned', (text) => {
    for (const scanned of [text, `]C0${text}`, `  ${text}\u00a0`]) {
      expect(classify(scanned)).toEqual({ kind: 'dossier', dossierCode: text });
    }
  });

  it.each([
    `https://mot-cua.example.vn/tra-cuu?ma_ho_so=${dossierCode}`,
    `https://mot-cua.example.vn/tra-cuu/${dossierCode}`,
    `http://dichvucong.gov.vn/p/home/dvc-tra-cuu-ho-so.html?ma_ho_so=${encodeURIComponent(dossierCode)}`,
    `https://dichvucong.hochiminhcity.gov.vn/vi/procost/search?id=${dossierCode}#top`,
    `https://dichvucong.gov.vn/#/tra-cuu?maHoSo=${dossierCode}`,
    `https://portal.example/x?a=${dossierCode}&b=${dossierCode}`,
    `https://portal.example/x?ma_thu_tuc=1.001193&ma_ho_so=${dossierCode}`,
  ])('is in the link %j', (text) => {
    expect(classify(text)).toEqual({ kind: 'dossier', dossierCode });
  });

  it.each([
    `https://evil.example/tra-cuu?ma_ho_so=${dossierCode}`,
    `https://gov.vn.evil.example/${dossierCode}`,
    `https://evilgov.vn/${dossierCode}`,
    `https://dichvucong.gov.vn:8443/${dossierCode}`,
    `https://dichvucong.gov.vn@evil.example/${dossierCode}`,
    `https://mot-cua.example.vn/?a=${dossierCode}&b=38.98.H29-210519-00031`,
    `mot-cua.example.vn/${dossierCode}`,
    `<a href="https://dichvucong.gov.vn/${dossierCode}">`,
    '000.00.01.Н29-240115-0001',
    '000.00.01.H29-241315-0001',
    '000.00.01.H29-240115',
    `xxxx${dossierCode}`,
    `${dossierCode} ${dossierCode}`,
  ])('is not %j', (text) => {
    expect(classify(text)).toEqual({ kind: 'unknown' });
  });
});

describe('a receipt', () => {
  it.each([
    `${dossierCode}|AB12-CD34`,
    `${dossierCode};AB12-CD34`,
    `${dossierCode}#AB12-CD34`,
    `${dossierCode} | AB12-CD34 `,
    `https://mot-cua.example.vn/tra-cuu?ma_ho_so=${dossierCode}&ma_tra_cuu=AB12-CD34`,
    `https://dichvucong.gov.vn/tra-cuu/${dossierCode}?maTraCuu=AB12-CD34`,
  ])('is a dossier code with its look-up code: %j', (text) => {
    expect(classify(text)).toEqual({ kind: 'receipt', dossierCode, lookupCode: 'AB12-CD34' });
  });

  it.each([
    `${dossierCode}|`,
    `${dossierCode}|abc`,
    `${dossierCode}|NGUYỄN THỊ MẪU`,
    `${dossierCode}|AB12-CD34|x`,
    `38.98.H29-213019-00031|AB12-CD34`,
    `AB12-CD34|${dossierCode}`,
  ])('is not %j', (text) => {
    expect(classify(text)).toEqual({ kind: 'unknown' });
  });

  it('is only a dossier where the look-up code in its link is broken', () => {
    const link = `https://dichvucong.gov.vn/x?ma_ho_so=${dossierCode}&ma_tra_cuu=<b>`;
    expect(classify(link)).toEqual({ kind: 'dossier', dossierCode });
  });
});

describe("a kiosk's own slips and badges", () => {
  it.each([
    ['TICKET:2026-11-24:A005', { kind: 'ticket', day: '2026-11-24', number: 'A005' }],
    [']Q1TICKET:2028-02-29:AB12345', { kind: 'ticket', day: '2028-02-29', number: 'AB12345' }],
    ['APPOINTMENT:LH2611240042', { kind: 'appointment', appointmentCode: 'LH2611240042' }],
    ['APPOINTMENT:LH-261124-0042', { kind: 'appointment', appointmentCode: 'LH-261124-0042' }],
    ['CHECKLIST:1.001193', { kind: 'checklist', procedureCode: '1.001193', caseId: null }],
    ['CHECKLIST:1.001193:g2', { kind: 'checklist', procedureCode: '1.001193', caseId: 'g2' }],
    ['STAFF:NV-0042', { kind: 'staff-badge', badge: 'NV-0042' }],
  ])('%s', (text, scan) => {
    expect(classify(text)).toEqual(scan);
  });

  it.each([
    'TICKET:2026-02-29:A005',
    'TICKET:2026-11-24',
    'TICKET:2026-11-24:005',
    'TICKET:2026-11-24:A005:x',
    'ticket:2026-11-24:A005',
    'APPOINTMENT:short',
    'APPOINTMENT:LH2611240042:x',
    'CHECKLIST:1.1',
    'CHECKLIST:1.001193:',
    'CHECKLIST:1.001193:g 2',
    `CHECKLIST:1.001193:${'g'.repeat(21)}`,
    'STAFF:abc',
    `STAFF:${'a'.repeat(33)}`,
    'STAFF:NV_42',
    'STAFF:NV-0042:x',
  ])('%s is none', (text) => {
    expect(classify(text)).toEqual({ kind: 'unknown' });
  });
});

describe('unknown', () => {
  it.each([
    '',
    ' \t',
    'xin chào',
    ']Q1',
    ']Q1]Q11.001193',
    'x]Q11.001193',
    '<html><script>alert(1)</script></html>',
    '{"kind":"citizen-card"}',
    '9'.repeat(5_000),
    '\u0000',
    'BEGIN:VCARD\nFN:Mẫu\nEND:VCARD',
    'WIFI:S:mau;T:WPA;P:mau;;',
  ])('is %j', (text) => {
    expect(classify(text)).toEqual({ kind: 'unknown' });
  });
});

describe('speed', () => {
  it.each([
    ['letters', 'a'.repeat(1_500)],
    ['groups', 'AAAAAA.'.repeat(214)],
    ['digits and dots', '1.000000.'.repeat(166)],
    ['spaces', `1${' '.repeat(1_498)}1`],
    ['bars', '|'.repeat(1_500)],
    ['a card of bars', `079190001234|${'|'.repeat(1_480)}`],
    ['a long name', `079190001234||${"A'".repeat(730)}|01021990`],
    ['hex', `0123456789|${'c3'.repeat(640)}|01/02/1990|1|${'c3'.repeat(80)}`],
    ['a link', `https://dichvucong.gov.vn/${'%41/'.repeat(450)}`],
    ['a link of codes', `https://portal.example/${'1.00000/'.repeat(59)}`],
    ['a link of parameters', `https://dichvucong.gov.vn/?${'a=1.0&'.repeat(320)}`],
    ['marks', 'e\u0323\u0302'.repeat(500)],
    ['heap of marks', `e${'\u0301\u0323'.repeat(749)}`],
    ['brackets', ']'.repeat(1_500)],
    ['a code of tags', `000201${'9900'.repeat(373)}`],
  ])('of the longest %s stays far below what anybody notices', (_name, text) => {
    const rounds = 50;
    classify(text);
    const startMs = performance.now();
    for (let round = 0; round < rounds; round += 1) {
      expect(classify(text).kind).toBe('unknown');
    }
    // The bench measures usual texts (0.1 ms); this fails where time grows faster than the text.
    expect((performance.now() - startMs) / rounds).toBeLessThan(1);
  });
});
