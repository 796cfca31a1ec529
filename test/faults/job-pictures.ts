/** The slips that go through faults: real ones, drawn and encoded as the kiosk does it, each once. */
import { buildJobFrame } from '../../main/adapters/printing/build-job-frame.ts';
import { createCanvasTextPainter } from '../../main/adapters/printing/create-canvas-text-painter.ts';
import type { PrinterProfile } from '../../main/core/printer-profile.ts';
import { encodeJob } from '../../main/core/printing/device/encode-job.ts';
import { composeChecklist } from '../../main/core/printing/slips/compose-checklist.ts';
import { createSlipRasteriser } from '../../main/core/printing/typesetting/create-slip-rasteriser.ts';
import type { SlipImage, SlipLayout } from '../../main/core/printing/typesetting/slip-layout.ts';
import { birthRegistration, portalUrlOf, slipOffice } from '../fakes/printing-procedures.ts';

/** `checklist`: a page of it. `next`: another one, a good deal shorter. `long`: more than the buffer of a printer. */
export type JobName = 'checklist' | 'next' | 'long';

const rasteriser = createSlipRasteriser(createCanvasTextPainter());
const layouts = new Map<string, SlipLayout>();
const drawn = new Map<SlipLayout, Map<PrinterProfile, EncodedJob>>();

export interface EncodedJob {
  readonly image: SlipImage;
  readonly bytes: Uint8Array;
  readonly paperMillimetres: number;
}

export function layoutOf(name: JobName, widthDots = 576): SlipLayout {
  const key = `${name} ${widthDots}`;
  const known = layouts.get(key);
  if (known !== undefined) {
    return known;
  }
  const isNext = name === 'next';
  const layout = composeChecklist(
    {
      procedure: isNext ? { ...birthRegistration, documentGroups: [], code: '2.000815' } : birthRegistration,
      caseId: null,
      office: slipOffice,
      places: {},
      catalogueDate: '2026-07-01',
      portalUrl: portalUrlOf(isNext ? '2.000815' : '1.001193'),
      printedAtMs: Date.UTC(2026, 6, 22, 2, 41),
      language: isNext ? 'en' : 'vi',
      large: name === 'long',
      maximumHeightMillimetres: 600,
    },
    (elements) => rasteriser.measure({ elements }, widthDots),
  );
  layouts.set(key, layout);
  return layout;
}

export function drawJob(layout: SlipLayout, profile: PrinterProfile): EncodedJob {
  const known = drawn.get(layout)?.get(profile);
  if (known !== undefined) {
    return known;
  }
  const image = rasteriser.rasterise(layout, profile.widthDots);
  const job = {
    image,
    bytes: encodeJob(image, buildJobFrame(profile), profile),
    paperMillimetres: (image.heightDots + profile.headToCutterDots) / 8,
  };
  drawn.set(layout, (drawn.get(layout) ?? new Map<PrinterProfile, EncodedJob>()).set(profile, job));
  return job;
}
