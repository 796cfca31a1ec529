/** Symbols, kept pictures and the fence: GS k, and the commands that begin with GS ( and GS 8. */

import {
  answer,
  type DecoderMemory,
  endLine,
  noteIntrusions,
  printSymbol,
  setText,
  unknown,
} from './decoder-memory.ts';
import { drawModules } from './dots.ts';
import { keptGraphics } from './image-commands.ts';
import { encodeLinearSymbol } from './linear-symbol.ts';
import type { PaperAction } from './paper-action.ts';
import type { PrintSettings } from './print-settings.ts';
import { drawQrSymbol } from './qr-symbol.ts';

/** GS k. */
export function printBarcode(parameters: Uint8Array, memory: DecoderMemory): readonly PaperAction[] {
  const [kind = 0] = parameters;
  const symbol = encodeLinearSymbol(kind, kind >= 65 ? parameters.subarray(2) : parameters.subarray(1, -1));
  if (symbol === null) {
    return unknown(memory);
  }
  const { moduleDots, heightDots, text } = memory.settings.barcode;
  const before = endLine(memory);
  const words = (): readonly PaperAction[] => [...setText(symbol.text, memory), ...endLine(memory)];
  return [
    ...before,
    ...(text === 'above' || text === 'both' ? words() : []),
    printSymbol(drawModules([symbol.modules], moduleDots, heightDots), symbol.modules.length * moduleDots, memory),
    ...(text === 'below' || text === 'both' ? words() : []),
  ];
}

/** GS ( and GS 8: the QR symbol (k), kept pictures (L) and the fence (H). `data`: what stands behind the lengths. */
export function carryOutExtended(letter: string, data: Uint8Array, memory: DecoderMemory): readonly PaperAction[] {
  const [code, kind] = data;
  const { settings } = memory;
  const qr = (changes: Partial<PrintSettings['qr']>): readonly PaperAction[] => {
    settings.qr = { ...settings.qr, ...changes };
    return [];
  };
  switch (`${letter} ${code} ${kind}`) {
    case 'H 48 48':
      return memory.options.knows.fence
        ? [answer({ about: 'fence', id: Uint8Array.from(data.subarray(2, 6)) })]
        : unknown(memory);
    case 'k 49 65':
      return [];
    case 'k 49 67':
      return qr({ moduleDots: Math.max(1, data[2] ?? 3) });
    case 'k 49 69':
      return qr({ correction: (['L', 'M', 'Q', 'H'] as const)[(data[2] ?? 48) % 48] ?? 'L' });
    case 'k 49 80':
      return qr({ data: Buffer.from(data.subarray(3)).toString('latin1') });
    case 'k 49 81': {
      const dots = drawQrSymbol(settings.qr);
      const before = endLine(memory);
      return dots === null ? before : [...before, printSymbol(dots, dots.rows, memory)];
    }
    case 'L 48 112':
      memory.lastDots = 0;
      noteIntrusions(memory, data.subarray(10));
      memory.graphics = keptGraphics(data);
      return memory.graphics === null ? unknown(memory) : [];
    case 'L 48 2':
    case 'L 48 50': {
      const { graphics } = memory;
      memory.graphics = null;
      const before = endLine(memory);
      return graphics === null ? before : [...before, printSymbol(graphics.dots, graphics.widthDots, memory)];
    }
    default:
      // Print density, speed, paper: settings of the machine itself.
      return 'AEKN'.includes(letter) ? [] : unknown(memory);
  }
}
