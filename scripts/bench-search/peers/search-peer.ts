/** What every engine under comparison is to the benches: something that writes an index file, opens it and answers. */
import type { Procedure } from '../../../main/contract/procedure.ts';
import type { TextKind } from '../procedure-text.ts';

export interface SearchPeer {
  /** As it stands in the tables. */
  readonly name: string;
  readonly text: TextKind;
  /** From this many procedures on a question takes so long that fewer are asked; Infinity where that never happens. */
  readonly slowFrom: number;
  /** Writes everything `open` needs into one file. */
  build(procedures: readonly Procedure[], path: string): void | Promise<void>;
  open(path: string): OpenPeer | Promise<OpenPeer>;
}

export interface OpenPeer {
  /** At most `limit` procedure codes, best first. Any text is answered. */
  search(query: string, limit: number): string[];
  /** The file may be deleted afterwards. */
  close(): void;
}
