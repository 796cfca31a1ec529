/** Lets the virtual printer's decoder put bytes on paper, apart from the machine around it. */
import type { SlipImage } from '../../../main/core/ports.ts';
import { createEscPosDecoder } from '../../../scripts/virtual-printer/decoder/escpos-decoder.ts';
import type { InTurnAnswer } from '../../../scripts/virtual-printer/decoder/paper-action.ts';
import { createPaperRoll } from '../../../scripts/virtual-printer/paper-roll.ts';

export interface PrintedPaper {
  /** What was cut off, in order. */
  readonly slips: readonly SlipImage[];
  /** What hangs out after the last byte. */
  readonly hanging: SlipImage | null;
  readonly answers: readonly InTurnAnswer[];
  readonly unknownCommands: number;
  readonly intrusions: number;
}

export function paperOf(pieces: readonly Uint8Array[], widthDots = 576): PrintedPaper {
  const paper = createPaperRoll(widthDots);
  const decoder = createEscPosDecoder({ widthDots });
  const slips: SlipImage[] = [];
  const answers: InTurnAnswer[] = [];
  for (const piece of pieces) {
    decoder.push(piece);
    for (let actions = decoder.next(); actions !== null; actions = decoder.next()) {
      for (const action of actions) {
        if (action.kind === 'cut') {
          const slip = paper.cut();
          slips.push(...(slip === null ? [] : [slip]));
        } else if (action.kind === 'answer') {
          answers.push(action.answer);
        } else {
          for (let row = 0; row < action.rows; row += 1) {
            if (action.kind === 'feed') {
              paper.feedRow();
            } else {
              paper.printRow(action.bits.subarray(row * action.bytesARow, (row + 1) * action.bytesARow), action.xDots);
            }
          }
        }
      }
    }
  }
  const { unknownCommands, intrusions } = decoder;
  return { slips, hanging: paper.look(), answers, unknownCommands, intrusions };
}

/** The first slip; fails where there is none. */
export function firstSlip(paper: PrintedPaper): SlipImage {
  const [slip] = paper.slips;
  if (slip === undefined) {
    throw new Error('nothing was cut off');
  }
  return slip;
}
