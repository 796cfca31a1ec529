/** `kioskctl scanner parse`: one object for scripts, lines for people, and no failure for a text that is none of ours. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { citizenCard, insuranceCard, vietQr } from '../../fakes/scanned-texts.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { run } from './run-in-process.ts';

async function parse(text: string, input = ''): Promise<unknown> {
  const { exitCode, output, errors } = await run(['scanner', 'parse', text, '--json'], input);
  expect([exitCode, errors]).toEqual([0, '']);
  return JSON.parse(output);
}

describe('kioskctl scanner parse', () => {
  it.each([
    [citizenCard(), 'citizen-card'],
    [insuranceCard(), 'bhyt-card'],
    ['000.00.01.H29-240115-0001', 'dossier'],
    ['000.00.01.H29-240115-0001|AB12', 'receipt'],
    ['1.001193', 'procedure'],
    ['https://dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc-hanh-chinh.html?ma_thu_tuc=1.001193', 'procedure'],
    ['TICKET:2026-11-24:A005', 'ticket'],
    ['APPOINTMENT:LH2611240042', 'appointment'],
    ['CHECKLIST:1.001193:g2', 'checklist'],
    [vietQr, 'payment'],
    ['STAFF:NV-0042', 'staff-badge'],
    ['xin chào', 'unknown'],
    ['', 'unknown'],
  ])('tells the kind of %j', async (text, kind) => {
    expect(await parse(text)).toMatchObject({ kind });
  });

  it('prints one object with the fields of the kind and nothing else', async () => {
    expect(await parse(citizenCard())).toEqual({
      kind: 'citizen-card',
      identityNumber: '079190001234',
      formerNumber: '024567891',
      name: 'NGUYỄN THỊ MẪU',
      birthDate: '1990-02-01',
      sex: 'female',
      residence: 'Tổ 1, Khu phố 2, Phường Mẫu, TP. Hồ Chí Minh',
      issuedOn: '2021-06-05',
    });
    expect(await parse('<b>')).toEqual({ kind: 'unknown' });
  });

  it.each(['', '\n', '\r\n', '\t'])('reads standard input that ends in %j', async (end) => {
    expect(await parse('-', `000.00.01.H29-240115-0001${end}`)).toEqual({
      kind: 'dossier',
      dossierCode: '000.00.01.H29-240115-0001',
    });
  });

  it('takes one scan, no matter how much more comes', async () => {
    expect(await parse('-', '1.001193\n1.000894\n')).toEqual({ kind: 'unknown' });
    expect(await parse('-', 'x'.repeat(1_000_000))).toEqual({ kind: 'unknown' });
  });

  it('says it in lines for people', async () => {
    const { exitCode, output } = await run(['scanner', 'parse', vietQr]);
    expect(exitCode).toBe(0);
    expect(output.split('\n')).toEqual([
      'Kind            payment: payment QR (VietQR), its check sum right',
      'Bank (BIN)      970416',
      'Account         257678859',
      'Amount in đồng  none',
      'Purpose         none',
      'Dossier         none',
      '',
    ]);
  });

  it('knows the portal of the configuration it is given', async () => {
    const config = join(temporaryFolder(), 'site.json');
    writeFileSync(
      config,
      JSON.stringify({
        office: { name: 'Trung tâm Mẫu' },
        portal: { url: 'https://mot-cua.example.vn/', kioskId: 'k', keyFile: 'key' },
      }),
    );
    const link = 'https://mot-cua.example.vn/ho-so/000.00.01.H29-240115-0001';
    const { output } = await run(['scanner', 'parse', link, '--json', '--config', config]);
    expect(JSON.parse(output)).toEqual({ kind: 'dossier', dossierCode: '000.00.01.H29-240115-0001' });
    expect(await parse(link)).toEqual({ kind: 'unknown' });
  });

  it.each([[['scanner', '--help']], [['scanner', 'parse', '--help']]])('explains itself: %j', async (words) => {
    const { exitCode, output } = await run(words);
    expect(exitCode).toBe(0);
    expect(output).toMatch(/^Usage: kioskctl scanner/u);
  });

  it('says how it is used wrongly', async () => {
    const { exitCode, errors } = await run(['scanner', 'parse']);
    expect(exitCode).toBe(2);
    expect(errors).toContain("missing required argument 'text'");
  });
});
