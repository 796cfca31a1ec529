/** `kioskctl print checklist <code>`: the slip a citizen would get, onto a printer, into a file or as a picture. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { createCanvasTextPainter } from '../adapters/printing/create-canvas-text-painter.ts';
import { createPrinterTransport } from '../adapters/printing/create-printer-transport.ts';
import { KioskError } from '../contract/error.ts';
import type { Language } from '../contract/kiosk.ts';
import type { Procedure } from '../contract/procedure.ts';
import { readConfiguration } from '../core/configuration/read-configuration.ts';
import { parsePrinterTarget } from '../core/printing/device/printer-target.ts';
import { composeChecklist } from '../core/printing/slips/compose-checklist.ts';
import { createSlipRasteriser } from '../core/printing/typesetting/create-slip-rasteriser.ts';
import { type CatalogueOption, createCatalogueOption, withCatalogue } from './catalogue-option.ts';
import type { CliContext } from './cli-context.ts';
import { sendSlip } from './send-slip.ts';

interface Options extends CatalogueOption {
  readonly case?: string;
  readonly width?: string;
  readonly language: Language;
  readonly config: string;
  readonly to?: string;
  readonly png?: string;
}

export function createPrintCommand(context: CliContext): Command {
  return new Command('print').description('print a slip').addCommand(createPrintChecklistCommand(context));
}

function createPrintChecklistCommand(context: CliContext): Command {
  return new Command('checklist')
    .description('print the checklist of one procedure')
    .argument('<code>', 'procedure code, e.g. 1.001193')
    .option('--case <n>', "number of the citizen's case, from 1; without it the papers of every case")
    .addOption(createCatalogueOption(context))
    .addOption(new Option('--width <dots>', '576 for 80 mm paper, 384 for 58 mm').choices(['576', '384']))
    .addOption(new Option('--language <code>', 'language of the labels').choices(['vi', 'en']).default('vi'))
    .addOption(
      new Option('--config <file>', "the site's configuration: office, places, paper").default(
        join(context.projectFolder, 'data', 'site.json'),
        'data/site.json',
      ),
    )
    .option('--to <target>', 'tcp://host:port, virtual:[port] or file:path')
    .option('--png <file>', 'also write the slip as a picture')
    .action(async (code: string, options: Options) => {
      if (options.to === undefined && options.png === undefined) {
        throw new KioskError('invalid-request', 'Say where the slip goes: --to <target>, --png <file> or both.');
      }
      const target = options.to === undefined ? null : parsePrinterTarget(options.to);
      const rasteriser = createSlipRasteriser(createCanvasTextPainter());
      const image = await withCatalogue(options.catalogue, async (catalogue) => {
        const configuration = readConfiguration(options.config);
        const procedure = catalogue.procedure(code.trim());
        if (procedure === null) {
          const message = `The catalogue ${options.catalogue} holds no procedure ${JSON.stringify(code)}. Find its code with "kioskctl search".`;
          throw new KioskError('not-found', message);
        }
        const widthDots = options.width === undefined ? configuration.printer.paperWidthDots : Number(options.width);
        const layout = composeChecklist(
          {
            procedure,
            caseId: caseIdOf(procedure, options.case),
            office: configuration.office,
            places: configuration.places,
            catalogueDate: catalogue.summary().dataDate,
            portalUrl: configuration.catalogue.portalLinkTemplate.replaceAll(
              '{code}',
              encodeURIComponent(procedure.code),
            ),
            printedAtMs: Date.now(),
            language: options.language,
            maximumHeightMillimetres: configuration.printer.maximumSlipMillimetres,
          },
          (elements) => rasteriser.measure({ elements }, widthDots),
        );
        return rasteriser.rasterise(layout, widthDots);
      });
      if (options.png !== undefined) {
        await writePicture(options.png, rasteriser.toPng(image));
      }
      if (target !== null) {
        await sendSlip(image, createPrinterTransport(target), context);
      }
      const done = [
        ...(options.png === undefined ? [] : [`wrote ${options.png}`]),
        ...(options.to === undefined ? [] : [`printed to ${options.to}`]),
      ];
      await context.print(`${done.join(', ')} (${image.widthDots} dots, ${Math.ceil(image.heightDots / 8)} mm)\n`);
    });
}

/** Errors: `not-found`, naming the procedure's cases. */
function caseIdOf(procedure: Procedure, number: string | undefined): string | null {
  if (number === undefined) {
    return null;
  }
  const cases = procedure.documentGroups.filter((group) => group.kind === 'case');
  const chosen = /^\d+$/u.test(number) ? cases[Number(number) - 1] : undefined;
  if (chosen === undefined) {
    const list = cases.map((group, index) => `\n  ${index + 1}  ${group.title ?? ''}`).join('');
    throw new KioskError(
      'not-found',
      `${procedure.code} has no case ${number}; its cases:${list === '' ? ' none' : list}`,
    );
  }
  return chosen.id;
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
