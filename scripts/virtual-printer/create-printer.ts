/** The printer itself, whatever way bytes come in: one buffer, one roll, one state, and the answers to whoever asks. */
import type { ScheduleAfter, SlipImage } from '../../main/core/ports.ts';
import { type AnswerLine, createAnswerLine } from './answer-line.ts';
import type { Cable, Conversation, ConversationRecord } from './conversation.ts';
import { createEscPosDecoder, type EscPosDecoder } from './decoder/escpos-decoder.ts';
import type { InTurnAnswer } from './decoder/paper-action.ts';
import { inTurnReply } from './in-turn-reply.ts';
import { createIntake } from './intake.ts';
import { createPaperRoll, type PaperRoll } from './paper-roll.ts';
import { createPrintMechanism, type PrintMechanism } from './print-mechanism.ts';
import { createFaultPlan, type FaultMoment, type PrinterFault, stateOfFault } from './printer-fault.ts';
import {
  allAbilities,
  changesReply,
  isHalted,
  type PrinterAbilities,
  type PrinterState,
  readyState,
  statusReply,
  watchedPart,
} from './printer-state.ts';
import type { RealTimeCommand } from './real-time-scanner.ts';
import { createTearing } from './tearing.ts';

export interface PrinterOptions {
  /** 576 (default) or 384. */
  readonly widthDots?: number;
  /** Rows between print head and blade; default 0: a cut takes off everything printed. */
  readonly headToCutterDots?: number | undefined;
  /** Receive buffer; default 65,536. */
  readonly bufferBytes?: number | undefined;
  /** Default Infinity: at once. A real one prints 1,200–2,000. */
  readonly rowsPerSecond?: number | undefined;
  readonly state?: Partial<PrinterState>;
  readonly abilities?: Partial<PrinterAbilities>;
  /** Of the random answers; default 1. */
  readonly seed?: number | undefined;
  /** A hand tears off what hangs out once nothing was printed for so long; default never. */
  readonly tearAfterMs?: number | undefined;
  readonly nowMs?: () => number;
  readonly schedule?: ScheduleAfter;
}

/** How paper left the printer: `cut` by the blade, as a whole slip, or `torn` off by hand (also when the roll was changed). */
export type PaperPieceKind = 'cut' | 'torn';

export interface Printer {
  readonly state: PrinterState;
  readonly paper: PaperRoll;
  readonly decoder: Pick<EscPosDecoder, 'intrusions' | 'unknownCommands'>;
  readonly conversations: readonly ConversationRecord[];
  /** Bytes taken and not carried out yet, half a command aside. */
  readonly bufferedBytes: number;
  set(changes: Partial<PrinterState>): void;
  /** Lets it happen now. */
  fault(fault: PrinterFault): void;
  /** Lets it happen later; returns how to call it off. */
  faultAt(moment: FaultMoment, fault: PrinterFault): () => void;
  powerCycle(): void;
  /** A hand tears off what hangs out. Where there is no blade that is how a slip comes off, and it counts as `cut`. */
  tearOff(): void;
  greet(cable: Cable): Conversation;
  onPiece(listener: (image: SlipImage, kind: PaperPieceKind) => void): void;
  /** There is room in the buffer again, or the door is to open or shut. */
  onChange(listener: () => void): void;
  stop(): void;
}

interface OpenConversation {
  readonly cable: Cable;
  readonly record: { readonly door: Cable['door']; bytesTaken: number; isOpen: boolean };
}

export function createPrinter(options: PrinterOptions = {}): Printer {
  const { widthDots = 576, headToCutterDots = 0, nowMs = Date.now, schedule = afterTimeout } = options;
  const abilities: PrinterAbilities = { ...allAbilities, ...options.abilities };
  let state: PrinterState = { ...readyState, ...options.state };
  const pieceListeners: ((image: SlipImage, kind: PaperPieceKind) => void)[] = [];
  const changeListeners: (() => void)[] = [];
  const records: ConversationRecord[] = [];
  /** The last one is answered. */
  let open: readonly OpenConversation[] = [];
  /** GS a. */
  let watched = { n: 0, part: '' };

  const paper = createPaperRoll(widthDots, headToCutterDots);
  const decoder = createEscPosDecoder({ widthDots, headToCutterDots, knows: abilities });
  const answers: AnswerLine = createAnswerLine({ state: () => state, schedule, seed: options.seed ?? 1 });
  const plan = createFaultPlan(happen);
  const mechanism: PrintMechanism = createPrintMechanism({
    decoder,
    paper,
    bufferBytes: options.bufferBytes ?? 65_536,
    rowsPerSecond: options.rowsPerSecond ?? Infinity,
    nowMs,
    schedule,
    isHalted: () => isHalted(state),
    onRow: () => {
      tearing.waitAnew();
      plan.note('rows', 1);
    },
    onCut: cut,
    onAnswer: answerInTurn,
    onRoom: tellDoors,
  });

  const tearing = createTearing({ nowMs, schedule, afterMs: options.tearAfterMs ?? null, tear: tearOff });

  function tearOff(): void {
    leave(paper.tearOff(), abilities.cut ? 'torn' : 'cut');
  }

  function tellDoors(): void {
    for (const listener of changeListeners) {
      listener();
    }
  }

  function leave(image: SlipImage | null, kind: PaperPieceKind): void {
    for (const listener of image === null ? [] : pieceListeners) {
      if (image !== null) {
        listener(image, kind);
      }
    }
  }

  function cut(): boolean {
    if (state.cutter === 'jams') {
      set({ cutter: 'jammed' });
      return false;
    }
    leave(paper.cut(), 'cut');
    return true;
  }

  function say(bytes: Uint8Array): void {
    answers.say(bytes, open.at(-1)?.cable ?? null);
  }

  function answerInTurn(answer: InTurnAnswer): void {
    if (answer.about === 'changes') {
      watched = { n: answer.n, part: watchedPart(changesReply(state, abilities), answer.n) };
    }
    const reply = inTurnReply(answer, state, abilities);
    if (reply !== null) {
      say(reply);
    }
  }

  function set(changes: Partial<PrinterState>): void {
    const before = state;
    state = { ...state, ...changes };
    if (before.paper === 'out' && state.paper !== 'out') {
      // Whoever puts in a new roll takes the old one's end out, with what hung from it.
      leave(paper.tearOff(), 'torn');
    }
    const reply = changesReply(state, abilities);
    const part = watchedPart(reply, watched.n);
    if (watched.n !== 0 && part !== watched.part) {
      watched = { ...watched, part };
      say(reply);
    }
    mechanism.work();
    tellDoors();
  }

  function happen(fault: PrinterFault): void {
    const changes = stateOfFault(fault);
    if (changes !== null) {
      set(changes);
    } else if (fault === 'power-cycle') {
      powerCycle();
    } else {
      open.at(-1)?.cable.cut(fault === 'drop-fin' ? 'fin' : 'rst');
    }
  }

  /** A blade that is still blocked jams again at the next cut. */
  function recover(): Partial<PrinterState> {
    return state.cutter === 'jammed' ? { cutter: 'jams' } : {};
  }

  function powerCycle(): void {
    for (const { cable } of open) {
      cable.cut('rst');
    }
    answers.drop();
    decoder.reset();
    watched = { n: 0, part: '' };
    mechanism.clear();
    set({ reads: true, offline: false, error: 'none', ...recover() });
  }

  function carryOut(command: RealTimeCommand, cable: Cable): void {
    if (command.kind === 'status') {
      const reply = statusReply(state, abilities, command.n);
      answers.say(reply === null ? new Uint8Array(0) : Uint8Array.of(reply), cable);
    } else if (command.kind === 'clear' && abilities.clear) {
      mechanism.clear();
      answers.say(Uint8Array.of(0x37, 0x25, 0x00), cable);
      set(recover());
    } else if (command.kind === 'recover' && abilities.recover) {
      if (command.n === 2) {
        mechanism.clear();
      }
      set(recover());
    }
  }

  function greet(cable: Cable): Conversation {
    const record = { door: cable.door, bytesTaken: 0, isOpen: true };
    const conversation: OpenConversation = { cable, record };
    const take = createIntake({ mechanism, plan, record, carryOut: (command) => carryOut(command, cable) });
    records.push(record);
    open = [conversation, ...open];

    return {
      offer(bytes) {
        if (open.at(-1) !== conversation) {
          open = [...open.filter((other) => other !== conversation), conversation];
        }
        let taken = 0;
        for (let last = 1; last > 0 && taken < bytes.length && state.reads && record.isOpen; taken += last) {
          last = take(bytes.subarray(taken));
        }
        return taken;
      },
      leave() {
        record.isOpen = false;
        open = open.filter((other) => other !== conversation);
      },
    };
  }

  return {
    get state() {
      return state;
    },
    paper,
    decoder,
    conversations: records,
    get bufferedBytes() {
      return mechanism.bufferedBytes;
    },
    set,
    fault: happen,
    faultAt: (moment, fault) => plan.lay(moment, fault),
    powerCycle,
    tearOff,
    greet,
    onPiece: (listener) => pieceListeners.push(listener),
    onChange: (listener) => changeListeners.push(listener),
    stop() {
      mechanism.stop();
      tearing.stop();
      answers.drop();
    },
  };
}

function afterTimeout(delayMs: number, action: () => void): () => void {
  const timer = setTimeout(action, delayMs);
  return () => clearTimeout(timer);
}
