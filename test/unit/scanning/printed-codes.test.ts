/** Every code the kiosk's slips print is read back off the paper and taken for what it is. */
import { describe, expect, it } from 'vitest';
import { checklistCode } from '../../../main/core/printing/slips/checklist-blocks.ts';
import { composeChecklist } from '../../../main/core/printing/slips/compose-checklist.ts';
import { classifyScan } from '../../../main/core/scanning/classify-scan.ts';
import { makeDocument, makeGroup, makeProcedure, slipOffice } from '../../fakes/printing-procedures.ts';
import { classifyOptions } from '../../fakes/scanned-texts.ts';
import { type AllFacts, composeFromFacts, slipMoment, usualFacts } from '../../fakes/slip-facts.ts';
import { readQrCodes } from '../printing/slip-dots.ts';
import { rasteriser } from '../printing/typesetting-checks.ts';

const classify = (text: string) => classifyScan(text, classifyOptions);
const procedure = makeProcedure({
  documentGroups: [
    makeGroup('g1', 'case', 'Trẻ em sinh ra tại Việt Nam', [makeDocument('Giấy chứng sinh')]),
    makeGroup('g2', 'case', 'Trẻ em sinh ra ở nước ngoài', [makeDocument('Giấy khai sinh nước ngoài')]),
  ],
});

async function codesOnChecklist(caseId: string | null, widthDots: number): Promise<{ qr: string[]; bars: string[] }> {
  const portalUrl = classifyOptions.portalLinkTemplate.replace('{code}', procedure.code);
  const layout = composeChecklist(
    { ...slipMoment, procedure, caseId, office: slipOffice, places: {}, catalogueDate: '2026-07-01', portalUrl },
    (elements) => rasteriser.measure({ elements }, widthDots),
  );
  const png = rasteriser.toPng(rasteriser.rasterise(layout, widthDots));
  return { qr: await readQrCodes(png), bars: await readQrCodes(png, 'Code128') };
}

describe('a code on paper', () => {
  it.each<[keyof AllFacts, object]>([
    ['ticket', { kind: 'ticket', day: '2026-11-24', number: usualFacts.ticket.number }],
    ['appointment', { kind: 'appointment', appointmentCode: usualFacts.appointment.code }],
    ['receipt', { kind: 'dossier', dossierCode: usualFacts.receipt.dossierCode }],
    ['status', { kind: 'dossier', dossierCode: usualFacts.status.dossierCode }],
    ['apology', { kind: 'dossier', dossierCode: usualFacts.apology.dossierCode }],
    ['payment', { kind: 'payment' }],
  ])('of the %s slip is taken for what it is', async (slip, scan) => {
    for (const widthDots of [576, 384]) {
      const heightOf = (elements: Parameters<typeof rasteriser.measure>[0]['elements']): number =>
        rasteriser.measure({ elements }, widthDots);
      const layout = composeFromFacts(slip, usualFacts, slipMoment, heightOf);
      const codes = await readQrCodes(rasteriser.toPng(rasteriser.rasterise(layout, widthDots)));
      expect(codes.map(classify)).toMatchObject([scan]);
    }
  });

  it('of a checklist opens the procedure, and the case where its bars have room for it', async () => {
    const opensProcedure = { kind: 'procedure', procedureCode: '1.001193' };
    const wide = await codesOnChecklist('g2', 576);
    expect(wide.bars).toEqual([checklistCode('1.001193', 'g2')]);
    expect(wide.bars.map(classify)).toEqual([{ kind: 'checklist', procedureCode: '1.001193', caseId: 'g2' }]);
    expect(wide.qr.map(classify)).toEqual([opensProcedure]);
    const narrow = await codesOnChecklist('g2', 384);
    expect([...narrow.bars, ...narrow.qr].map(classify)).toEqual([opensProcedure, opensProcedure]);
    const withoutCase = await codesOnChecklist(null, 576);
    expect([...withoutCase.bars, ...withoutCase.qr].map(classify)).toEqual([opensProcedure, opensProcedure]);
  });
});
