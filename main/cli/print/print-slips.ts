/** What every `kioskctl print` command does once it knows its slips: draw them, write them as pictures, send them. */
import { writeFile } from 'node:fs/promises';
import { parse } from 'node:path';
import { createCanvasTextPainter } from '../../adapters/printing/create-canvas-text-painter.ts';
import { createPrinterTransport } from '../../adapters/printing/create-printer-transport.ts';
import { KioskError } from '../../contract/error.ts';
import { readConfiguration } from '../../core/configuration/read-configuration.ts';
import type { SiteConfiguration } from '../../core/configuration/site-configuration.ts';
import type { PrinterProfile, SlipImage, SlipLayout } from '../../core/ports.ts';
import { resolveProfile } from '../../core/printer-profile.ts';
import { parsePrinterTarget } from '../../core/printing/device/printer-target.ts';
import type { HeightOf, SlipMoment } from '../../core/printing/slips/slip-frame.ts';
import { createSlipRasteriser } from '../../core/printing/typesetting/create-slip-rasteriser.ts';
import type { CliContext } from '../cli-context.ts';
import { sendSlip } from '../send-slip.ts';
import { joinSlips } from './join-slips.ts';
import type { SlipOptions } from './slip-options.ts';

/** The paper and the moment slips are made for. */
export interface SlipDesk {
  readonly configuration: SiteConfiguration;
  readonly moment: SlipMoment;
  readonly heightOf: HeightOf;
  readonly widthDots: number;
  /** Of the printer, as wide as the slips are drawn. */
  readonly profile: PrinterProfile;
  /** As staff see it. */
  readonly profileName: string;
}

/** Errors: `invalid-request` where the slips go nowhere, `configuration-invalid`, `output-failed`, and those of `sendSlip`. */
export async function printSlips(
  options: SlipOptions,
  context: CliContext,
  compose: (desk: SlipDesk) => readonly SlipLayout[] | Promise<readonly SlipLayout[]>,
): Promise<void> {
  const { to, png, copies } = options;
  if (to === undefined && png === undefined) {
    throw new KioskError('invalid-request', 'Say where the slip goes: --to <target>, --png <file> or both.');
  }
  const target = to === undefined ? null : parsePrinterTarget(to);
  const rasteriser = createSlipRasteriser(createCanvasTextPainter());
  const desk = deskOf(options, (layout, widthDots) => rasteriser.measure(layout, widthDots));
  const layouts = await compose(desk);
  const images = layouts.map((layout) => rasteriser.rasterise(layout, desk.widthDots));
  const done: string[] = [];
  if (png !== undefined) {
    const paths = images.map((_, index) => (images.length === 1 ? png : numbered(png, index + 1)));
    for (const [index, image] of images.entries()) {
      await writePicture(paths[index] ?? png, rasteriser.toPng(image));
    }
    done.push(`wrote ${paths.join(', ')}`);
  }
  const paper = images.flatMap((image) => Array.from({ length: target === null ? 1 : copies }, () => image));
  if (to !== undefined && target !== null) {
    await sendSlip(joinSlips(paper), { transport: createPrinterTransport(target), profile: desk.profile }, context);
    done.push(`printed ${paper.length === 1 ? '' : `${paper.length} slips `}to ${to}`);
  }
  await context.print(`${done.join(', ')} (${desk.widthDots} dots, ${lengthOf(paper)} mm)\n`);
}

function deskOf(
  { profile, width, config, language, large: largePrint }: SlipOptions,
  measure: (layout: SlipLayout, widthDots: number) => number,
): SlipDesk {
  const configuration = readConfiguration(config);
  const { printer, office } = configuration;
  const large = largePrint === true;
  const chosen = profile ?? printer.profile;
  const widthDots = width === undefined ? resolveProfile(chosen).widthDots : Number(width);
  return {
    configuration,
    widthDots,
    profile: { ...resolveProfile(chosen), widthDots },
    profileName: typeof chosen === 'string' ? chosen : 'custom',
    moment: {
      office,
      printedAtMs: Date.now(),
      language,
      large,
      maximumHeightMillimetres: printer.maximumSlipMillimetres,
    },
    heightOf: (elements) => measure({ elements, large }, widthDots),
  };
}

/** "slips/birth.png" → "slips/birth-2.png". */
function numbered(path: string, number: number): string {
  const { ext } = parse(path);
  return `${path.slice(0, path.length - ext.length)}-${number}${ext}`;
}

function lengthOf(images: readonly SlipImage[]): number {
  return Math.ceil(images.reduce((sum, { heightDots }) => sum + heightDots, 0) / 8);
}

async function writePicture(path: string, png: Uint8Array): Promise<void> {
  try {
    await writeFile(path, png);
  } catch (error) {
    throw new KioskError('output-failed', `${path} could not be written; check its folder and the disk.`, {
      cause: error,
    });
  }
}
