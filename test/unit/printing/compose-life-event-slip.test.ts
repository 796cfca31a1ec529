import { describe, expect, it } from 'vitest';
import type { LifeEvent } from '../../../main/contract/life-event.ts';
import type { Procedure } from '../../../main/contract/procedure.ts';
import { composeLifeEventSlip } from '../../../main/core/printing/slips/compose-life-event-slip.ts';
import { createSlipRasteriser } from '../../../main/core/printing/typesetting/create-slip-rasteriser.ts';
import type { SlipLayout } from '../../../main/core/printing/typesetting/slip-layout.ts';
import { spokenText } from '../../../main/core/printing/typesetting/spoken-text.ts';
import { createPlainTextPainter } from '../../fakes/plain-text-painter.ts';
import { makeDocument, makeGroup, makeProcedure, portalUrlOf, slipOffice } from '../../fakes/printing-procedures.ts';

const rasteriser = createSlipRasteriser(createPlainTextPainter());

const procedures: Record<string, Procedure> = {
  '1.000001': makeProcedure({
    code: '1.000001',
    documentGroups: [
      makeGroup('g1', 'part', null, [
        makeDocument('Giấy chứng sinh'),
        makeDocument('Tờ khai khai sinh'),
        makeDocument('Văn bản ủy quyền', { need: { kind: 'if-applicable', condition: 'nhờ người khác' } }),
      ]),
    ],
  }),
  '1.000002': makeProcedure({
    code: '1.000002',
    servedAt: 'police',
    documentGroups: [
      makeGroup('g1', 'part', null, [
        makeDocument('GIẤY CHỨNG SINH;', { originals: 0, copies: 1 }),
        makeDocument('Tờ khai CT01'),
        makeDocument('Văn bản uỷ quyền.', { need: { kind: 'if-applicable', condition: 'nhờ người khác' } }),
      ]),
    ],
  }),
};

const event: LifeEvent = {
  id: 'sinh-con',
  title: { vi: 'Sinh con', en: 'A child is born' },
  intro: { vi: 'x', en: 'x' },
  tile: 2,
  stages: [
    {
      title: { vi: 'Đăng ký khai sinh', en: 'Register the birth' },
      deadline: { vi: 'trong 60 ngày', en: 'within 60 days' },
      optional: false,
      choices: [{ code: '1.000001', when: null }],
    },
    {
      title: { vi: 'Nhập thường trú', en: 'Register residence' },
      deadline: null,
      optional: true,
      choices: [
        { code: '1.000002', when: { vi: 'cha mẹ có nhà', en: 'the parents own a home' } },
        { code: '1.000003', when: { vi: 'ở nhờ', en: 'staying with others' } },
      ],
    },
  ],
};

function compose(chosenCodes: string[], language: 'vi' | 'en' = 'vi', widthDots = 576): SlipLayout {
  return composeLifeEventSlip(
    {
      event,
      chosenCodes,
      getProcedure: (code) => procedures[code] ?? null,
      portalUrlOf,
      office: slipOffice,
      places: { police: { name: 'Công an phường', address: '5 Đường Mẫu', hours: null } },
      catalogueDate: '2026-07-01',
      printedAtMs: 0,
      language,
      large: false,
      maximumHeightMillimetres: 400,
    },
    (elements) => rasteriser.measure({ elements }, widthDots),
  );
}

describe('composeLifeEventSlip', () => {
  it('tells the steps in order with deadline and place, and each paper once', () => {
    const text = spokenText(compose(['1.000002']));
    expect(text).toContain('1. Đăng ký khai sinh\nHạn: trong 60 ngày\nNộp tại: Trung tâm');
    expect(text).toContain('2. Nhập thường trú (làm nếu cần)\nNộp tại: Công an phường, 5 Đường Mẫu');
    expect(text).toContain('Dùng chung cho nhiều việc\nGiấy chứng sinh. việc 1: 1 bản chính · việc 2: 1 bản sao');
    expect(text.match(/giấy chứng sinh/giu)).toHaveLength(1);
    expect(text).toContain('Việc 1: Đăng ký khai sinh\nTờ khai khai sinh. 1 bản chính');
    expect(text).toContain('Việc 2: Nhập thường trú\nTờ khai CT01. 1 bản chính');
    expect(text).toContain('Văn bản ủy quyền. việc 1, 2 · mỗi việc 1 bản chính. Khi: nhờ người khác');
  });

  it('names the choices of a stage where none was made', () => {
    const text = spokenText(compose([]));
    expect(text).toContain('Một trong các việc sau, tùy trường hợp:\n– cha mẹ có nhà\n– ở nhờ');
    expect(text).not.toContain('Tờ khai CT01');
  });

  it('has a code to scan for each step', () => {
    const codes = compose(['1.000002']).elements.filter((element) => element.kind === 'qr');
    expect(codes.map((code) => code.text)).toEqual([portalUrlOf('1.000001'), portalUrlOf('1.000002')]);
  });

  it('sends to the desk where the catalogue does not hold the procedure', () => {
    expect(spokenText(compose(['1.000003']))).toContain('Nộp tại: Xin hỏi quầy hướng dẫn');
  });

  it('speaks English', () => {
    expect(spokenText(compose(['1.000002'], 'en'))).toContain('1. Register the birth\nBy: within 60 days\nHand in at:');
  });
});
