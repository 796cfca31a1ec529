/** How long each slip takes from its facts to the printer's bytes, on both papers in both sizes of print: `npm run bench`'s part on slips. */
import { buildJobFrame } from '../../main/adapters/printing/build-job-frame.ts';
import { createCanvasTextPainter } from '../../main/adapters/printing/create-canvas-text-painter.ts';
import { slipExamples } from '../../main/cli/print/slip-examples.ts';
import type { SlipKind } from '../../main/contract/printing.ts';
import type { Procedure } from '../../main/contract/procedure.ts';
import { openCatalogue } from '../../main/core/catalogue/open-catalogue.ts';
import { printerProfiles } from '../../main/core/printer-profile.ts';
import { encodeJob } from '../../main/core/printing/device/encode-job.ts';
import { composeApology } from '../../main/core/printing/slips/compose-apology.ts';
import { composeAppointment } from '../../main/core/printing/slips/compose-appointment.ts';
import { composeChecklist } from '../../main/core/printing/slips/compose-checklist.ts';
import { composePayment } from '../../main/core/printing/slips/compose-payment.ts';
import { composeReceipt } from '../../main/core/printing/slips/compose-receipt.ts';
import { composeTestPage } from '../../main/core/printing/slips/compose-test-page.ts';
import { composeTicket } from '../../main/core/printing/slips/compose-ticket.ts';
import { composeUpdateReport } from '../../main/core/printing/slips/compose-update-report.ts';
import type { HeightOf, SlipMoment } from '../../main/core/printing/slips/slip-frame.ts';
import { createSlipRasteriser } from '../../main/core/printing/typesetting/create-slip-rasteriser.ts';
import type { SlipLayout } from '../../main/core/printing/typesetting/slip-layout.ts';
import { type Spread, spreadOf, timed } from './sample.ts';

export interface SlipFigures {
  readonly slip: SlipKind;
  readonly widthDots: number;
  readonly large: boolean;
  readonly heightMillimetres: number;
  readonly jobKilobytes: number;
  /** The first slip of a kiosk just started: no word was drawn before. */
  readonly cold: Spread;
  readonly warm: Spread;
}

interface Desk {
  readonly moment: SlipMoment;
  readonly heightOf: HeightOf;
  readonly widthDots: number;
  /** The birth registration. */
  readonly procedure: Procedure;
}

const coldRuns = 15;
const warmRuns = 60;
const dotsAMillimetre = 8;
const day = '2026-07-22';
const procedureCode = '1.001193';

/** Composed from the facts that `kioskctl print … --example` shows. */
const composers: Readonly<Partial<Record<SlipKind, (desk: Desk) => SlipLayout>>> = {
  checklist: ({ moment, heightOf, procedure }) =>
    composeChecklist(
      {
        ...moment,
        places: {},
        catalogueDate: day,
        procedure,
        caseId: null,
        portalUrl: `https://dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc-hanh-chinh.html?ma_thu_tuc=${procedureCode}`,
      },
      heightOf,
    ),
  ticket: ({ moment, heightOf }) =>
    composeTicket(
      { ...moment, places: {}, catalogueDate: day, ticket: slipExamples.ticket.ticket, checklist: null },
      heightOf,
    ),
  appointment: ({ moment, heightOf }) => composeAppointment(slipExamples.appointment.appointment, moment, heightOf),
  'dossier-status': ({ moment, heightOf }) => composeReceipt(slipExamples.dossier.receipt, moment, heightOf),
  apology: ({ moment, heightOf }) => composeApology(slipExamples.apology.apology, moment, heightOf),
  payment: ({ moment, heightOf }) => composePayment(slipExamples.payment.payment, moment, heightOf),
  'test-page': ({ moment, heightOf, widthDots }) =>
    composeTestPage({ target: 'virtual:', profileName: 'epson-tm-t82', widthDots }, moment, heightOf),
  'update-report': ({ moment, heightOf }) =>
    composeUpdateReport(slipExamples['update-report']['update-report'], moment, heightOf),
};

/** `catalogueFolder` holds the birth registration. */
export function measureSlips(catalogueFolder: string): SlipFigures[] {
  const catalogue = openCatalogue(catalogueFolder);
  const procedure = catalogue.procedure(procedureCode);
  catalogue.close();
  if (procedure === null) {
    throw new Error(`The catalogue ${catalogueFolder} holds no ${procedureCode}.`);
  }
  return Object.entries(composers).flatMap(([slip, compose]) =>
    [false, true].flatMap((large) =>
      [576, 384].map((widthDots) => {
        const fresh = (): (() => { heightDots: number; jobBytes: number }) =>
          printerOf(compose, { procedure, widthDots, large });
        const print = fresh();
        const { heightDots, jobBytes } = print();
        return {
          // The keys of the table above.
          slip: slip as SlipKind,
          widthDots,
          large,
          heightMillimetres: heightDots / dotsAMillimetre,
          jobKilobytes: jobBytes / 1024,
          cold: spreadOf(Array.from({ length: coldRuns }, () => timed(fresh()))),
          warm: spreadOf(Array.from({ length: warmRuns }, () => timed(print))),
        };
      }),
    ),
  );
}

/** With a painter of its own, which has drawn no word yet. */
function printerOf(
  compose: (desk: Desk) => SlipLayout,
  { procedure, widthDots, large }: Pick<Desk, 'procedure' | 'widthDots'> & { readonly large: boolean },
): () => { heightDots: number; jobBytes: number } {
  const rasteriser = createSlipRasteriser(createCanvasTextPainter());
  const profile = { ...printerProfiles['epson-tm-t82'], widthDots };
  const frame = buildJobFrame(profile);
  const heightOf: HeightOf = (elements) => rasteriser.measure({ elements, large }, widthDots);
  const moment: SlipMoment = {
    office: {
      name: 'Trung tâm Phục vụ hành chính công phường Mẫu',
      parentName: 'Ủy ban nhân dân phường Mẫu',
      helpDesk: 'Quầy hướng dẫn, bên trái cửa vào',
      address: '1 Đường Mẫu, phường Mẫu',
      hours: null,
    },
    printedAtMs: Date.UTC(2026, 6, 22, 2, 41),
    language: 'vi',
    large,
    maximumHeightMillimetres: 600,
  };
  return () => {
    const image = rasteriser.rasterise(compose({ moment, heightOf, widthDots, procedure }), widthDots);
    return { heightDots: image.heightDots, jobBytes: encodeJob(image, frame, profile).length };
  };
}
