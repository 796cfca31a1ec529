/** What the decoder remembers from one command to the next, and how it prints what stands in the line. */

import type { Dots } from './dots.ts';
import { countRealTimePairs, type OpenRaster } from './image-commands.ts';
import { type InTurnAnswer, type PaperAction, rowsAction } from './paper-action.ts';
import { alignedAt, createPrintLine, type PrintLine } from './print-line.ts';
import { initialSettings, type PrintSettings } from './print-settings.ts';
import { drawLetter, letterSize } from './printer-letters.ts';

export interface DecoderOptions {
  readonly widthDots: number;
  /** Paper fed before the cut where a command says "to the cutting position". Default 0. */
  readonly headToCutterDots?: number;
  /** What this printer knows; the others count as unknown. Default all. */
  readonly knows?: { readonly fence: boolean; readonly changes: boolean; readonly cut: boolean };
}

export interface DecoderMemory {
  readonly options: Required<DecoderOptions>;
  pending: Uint8Array;
  settings: PrintSettings;
  readonly line: PrintLine;
  raster: OpenRaster | null;
  /** The last byte of image data, as a pair may lie across two pieces. */
  lastDots: number;
  graphics: { readonly dots: Dots; readonly widthDots: number } | null;
  intrusions: number;
  unknownCommands: number;
}

export function createDecoderMemory(given: DecoderOptions): DecoderMemory {
  const options = { headToCutterDots: 0, knows: { fence: true, changes: true, cut: true }, ...given };
  const memory: DecoderMemory = {
    options,
    pending: new Uint8Array(0),
    settings: initialSettings(options.widthDots),
    line: createPrintLine(() => memory.settings.area),
    raster: null,
    lastDots: 0,
    graphics: null,
    intrusions: 0,
    unknownCommands: 0,
  };
  return memory;
}

export function noteIntrusions(memory: DecoderMemory, dots: Uint8Array): void {
  memory.intrusions += countRealTimePairs(dots, memory.lastDots);
  memory.lastDots = dots.at(-1) ?? memory.lastDots;
}

export function answer(about: InTurnAnswer): PaperAction {
  return { kind: 'answer', answer: about };
}

export function unknown(memory: DecoderMemory): readonly PaperAction[] {
  memory.unknownCommands += 1;
  return [];
}

/** Where so many dots begin on the paper. */
export function alignedX({ settings }: DecoderMemory, widthDots: number): number {
  return settings.area.left + alignedAt(settings.align, settings.area.width - widthDots);
}

export function printSymbol(dots: Dots, widthDots: number, memory: DecoderMemory): PaperAction {
  return rowsAction(dots.bits, dots.bytesARow, alignedX(memory, widthDots));
}

/** Sets letters; a line that is full is printed. */
export function setText(text: string, memory: DecoderMemory): readonly PaperAction[] {
  const { line, settings } = memory;
  const { width, height } = letterSize(settings.style);
  const actions: PaperAction[] = [];
  for (const letter of text) {
    if (!line.hasRoom(width) && !line.isEmpty) {
      actions.push(...endLine(memory));
    }
    line.place(drawLetter(letter, settings.style), { width, height });
    line.position += settings.spacingDots;
  }
  return actions;
}

/** Prints what stands in the line and feeds the rest of its height; nothing where nothing does. */
export function endLine({ line, settings, options }: DecoderMemory): readonly PaperAction[] {
  if (line.isEmpty) {
    // A position without a letter is given up too.
    line.clear();
    return [];
  }
  const { bits, bytesARow, rows } = line.take(options.widthDots, settings.align, settings.turned);
  return [rowsAction(bits, bytesARow, 0), { kind: 'feed', rows: Math.max(0, settings.lineDots - rows) }];
}
