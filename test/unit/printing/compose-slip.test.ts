/** From a request to its slip, and what is answered where there is nothing to make it from. */
import { describe, expect, it } from 'vitest';
import type { SlipRequest } from '../../../main/contract/printing.ts';
import { composeSlip, type SlipSources } from '../../../main/core/printing/slips/compose-slip.ts';
import { fitRows } from '../../../main/core/printing/slips/fit-slip.ts';
import { bodyText } from '../../../main/core/printing/slips/slip-elements.ts';
import { createSlipRasteriser } from '../../../main/core/printing/typesetting/create-slip-rasteriser.ts';
import type { SlipElement } from '../../../main/core/printing/typesetting/slip-layout.ts';
import { spokenText } from '../../../main/core/printing/typesetting/spoken-text.ts';
import { createPlainTextPainter } from '../../fakes/plain-text-painter.ts';
import { birthRegistration, portalUrlOf, slipOffice } from '../../fakes/printing-procedures.ts';
import { usualFacts } from '../../fakes/slip-facts.ts';

const rasteriser = createSlipRasteriser(createPlainTextPainter());
const heightOf = (elements: readonly SlipElement[]): number => rasteriser.measure({ elements }, 576);
const { ticket } = usualFacts;

const sources: SlipSources = {
  office: slipOffice,
  places: {},
  maximumSlipMillimetres: 400,
  clock: { nowMs: () => ticket.takenAtMs },
  catalogueDate: () => '2026-07-01',
  getProcedure: (code) => (code === birthRegistration.code ? birthRegistration : null),
  getLifeEvent: (id) =>
    id === 'sinh-con'
      ? {
          id,
          title: { vi: 'Sinh con', en: 'A child is born' },
          intro: { vi: 'x', en: 'x' },
          tile: 2,
          stages: [
            {
              title: { vi: 'Khai sinh', en: 'Birth' },
              deadline: null,
              optional: false,
              choices: [{ code: birthRegistration.code, when: null }],
            },
          ],
        }
      : null,
  getDossier: () => null,
  getAppointment: () => null,
  getTicket: (visit, number) => (visit === 'a-visit-of-this-citizen' && number === ticket.number ? ticket : null),
  portalUrlOf,
};

const print = { language: 'vi', large: false } as const;
const checklist = { code: birthRegistration.code, caseId: null };
const ticketRequest = { kind: 'ticket', visit: 'a-visit-of-this-citizen', number: 'A005', checklist: null } as const;

const compose = (request: SlipRequest) => composeSlip(request, sources, heightOf);

it.each<[string, SlipRequest, string]>([
  ['checklist', { kind: 'checklist', ...checklist, ...print }, 'GIẤY TỜ CẦN MANG'],
  ['life event', { kind: 'life-event', id: 'sinh-con', codes: [], ...print }, 'VIỆC CẦN LÀM'],
  ['ticket', { ...ticketRequest, ...print }, 'A 0 0 5'],
  ['ticket with papers', { ...ticketRequest, checklist, ...print }, 'Đăng ký khai sinh'],
])('makes a %s, in large print where it is asked for', (_name, request, words) => {
  expect(spokenText(compose(request))).toContain(words);
  expect(compose(request).large).toBeUndefined();
  expect(compose({ ...request, large: true }).large).toBe(true);
});

it.each<[string, SlipRequest]>([
  ['procedure', { kind: 'checklist', code: '9.999999', caseId: null, ...print }],
  ['case', { kind: 'checklist', code: birthRegistration.code, caseId: 'g9', ...print }],
  ['life event', { kind: 'life-event', id: 'ket-hon', codes: [], ...print }],
  ['number', { ...ticketRequest, number: 'A006', ...print }],
  ["number of this visit, but somebody else's", { ...ticketRequest, visit: 'a-visit-of-another', ...print }],
  ['procedure for the papers', { ...ticketRequest, checklist: { code: '9.999999', caseId: null }, ...print }],
])('says that there is no such %s', (_name, request) => {
  expect(() => compose(request)).toThrow(expect.objectContaining({ code: 'not-found' }));
});

const lines = (count: number): SlipElement[] => Array.from({ length: count }, () => bodyText('x'));
const fit = { heightOf, context: { large: false, maximumHeightMillimetres: 150 } };
/** Lines a slip of 150 mm has room for, without its margins and the feed to the cutter. */
const room = Math.floor((150 * 8 - 136 - 24) / heightOf([bodyText('x')]));
const rowsKept = (count: number): number => fitRows((_detail, rows) => lines(rows), count, fit).elements.length;

describe('a slip with a list', () => {
  it('keeps every row that fits, and as many as fit where not all do', () => {
    for (const count of [0, 1, room - 1, room]) {
      expect(rowsKept(count)).toBe(count);
    }
    for (const count of [room + 1, room + 2, 5 * room]) {
      expect(rowsKept(count)).toBe(room);
    }
  });

  it('tells less of each row before it leaves one out', () => {
    const shortened = fitRows(({ lineLimit }, rows) => lines(lineLimit > 80 ? 2 * rows : rows), room, fit);
    expect(shortened.elements).toHaveLength(room);
  });
});
