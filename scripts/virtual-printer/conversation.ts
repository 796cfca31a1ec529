/** The printer's end of a cable: what a door has to offer for each host that is plugged in, and what it is told of it. */
import type { Listener } from './answer-line.ts';

export type DoorKind = 'tcp' | 'pty' | 'pipe';

export interface Cable extends Listener {
  readonly door: DoorKind;
  /** Breaks it from the printer's side: `rst` at once, `fin` in order. The door then takes its leave. */
  cut(how: 'rst' | 'fin'): void;
}

/** One host's conversation with the printer, in the hands of its door. */
export interface Conversation {
  /** Takes as many of `bytes` as there is room for and returns how many; also makes this the one that is answered. */
  offer(bytes: Uint8Array): number;
  /** The host is gone; what it left in the printer stays there. */
  leave(): void;
}

/** What is known of a conversation, also after its end. */
export interface ConversationRecord {
  readonly door: DoorKind;
  readonly bytesTaken: number;
  readonly isOpen: boolean;
}

/** A way into the printer. */
export interface Door {
  /** For people: `tcp://127.0.0.1:9100`, a path. */
  readonly address: string;
  /** Offers again what waits; called when the printer has room. */
  pump(): void;
  /** Shuts it to newcomers, or opens it again. */
  setReachable(reachable: boolean): void;
  /** Resolves when it is open or shut as it was told; rejects where it could not be opened again. */
  settled(): Promise<void>;
  close(): Promise<void>;
}
