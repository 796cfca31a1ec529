/** The bytes of answers that wait their turn (GS ( H, GS r, GS I, GS a). */
import type { InTurnAnswer } from './decoder/paper-action.ts';
import { changesReply, type PrinterAbilities, type PrinterState, paperBits } from './printer-state.ts';

/** GS I 65–69: firmware, maker, model, serial number, fonts. */
const identity: Readonly<Record<number, string>> = {
  65: '1.00',
  66: 'VIRTUAL',
  67: 'VIRTUAL-80',
  68: '0000000001',
  69: '',
};

/** Null where nothing is said: telling by itself was switched off. */
export function inTurnReply(answer: InTurnAnswer, state: PrinterState, abilities: PrinterAbilities): Uint8Array | null {
  switch (answer.about) {
    case 'fence':
      return Uint8Array.of(0x37, 0x22, ...answer.id, 0x00);
    case 'paper':
      return Uint8Array.of(paperBits(state, abilities));
    case 'drawer':
      return Uint8Array.of(0x00);
    case 'identity': {
      const text = identity[answer.n];
      // 1: model, 2: what it has (bit 1 a blade), 3: version; each one byte.
      const short = new Map([
        [1, 0x20],
        [2, abilities.cut ? 0x02 : 0x00],
        [3, 0x01],
      ]).get(answer.n % 48);
      return text === undefined ? Uint8Array.of(short ?? 0) : Buffer.from(`_${text}\0`, 'latin1');
    }
    case 'changes':
    default:
      return answer.n === 0 ? null : changesReply(state, abilities);
  }
}
