/** Leaves each piece of paper as a PNG: `slip-0001-<time>.png` where the blade cut it, `torn-0001-<time>.png` where a hand did. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodePng } from '../../main/core/printing/typesetting/encode-png.ts';
import type { SlipImage } from '../../main/core/printing/typesetting/slip-layout.ts';
import type { PaperPieceKind } from './create-printer.ts';

export interface PaperPiece {
  readonly kind: PaperPieceKind;
  readonly path: string;
  readonly heightDots: number;
}

export interface SlipFolder {
  /** In the order in which they came out, as far as they are written. */
  readonly pieces: readonly PaperPiece[];
  leave(image: SlipImage, kind: PaperPieceKind): void;
  onPiece(listener: (piece: PaperPiece) => void): void;
  /** Resolves when all that came out so far is written; rejects where one could not be. */
  written(): Promise<void>;
}

/** Numbers go on where the folder's pictures end. Rejects where the folder cannot be made. */
export async function openSlipFolder(folder: string, nowMs: () => number): Promise<SlipFolder> {
  await mkdir(folder, { recursive: true });
  const names = await readdir(folder);
  const next = {
    cut: names.filter((name) => /^slip-\d+-.*\.png$/u.test(name)).length + 1,
    torn: names.filter((name) => /^torn-\d+-.*\.png$/u.test(name)).length + 1,
  };
  const pieces: PaperPiece[] = [];
  const listeners = new Set<(piece: PaperPiece) => void>();
  let writing: Promise<void> = Promise.resolve();

  async function write(image: SlipImage, piece: PaperPiece, before: Promise<void>): Promise<void> {
    await before;
    await writeFile(piece.path, encodePng(image));
    pieces.push(piece);
    for (const listener of listeners) {
      listener(piece);
    }
  }

  return {
    pieces,
    leave(image, kind) {
      const number = String(next[kind]).padStart(4, '0');
      next[kind] += 1;
      const time = new Date(nowMs()).toISOString().slice(0, 19).replaceAll(':', '-');
      const path = join(folder, `${kind === 'cut' ? 'slip' : 'torn'}-${number}-${time}.png`);
      writing = write(image, { kind, path, heightDots: image.heightDots }, writing);
      // Whoever asks is told; until then it is no unhandled rejection.
      writing.catch(() => undefined);
    },
    onPiece: (listener) => {
      listeners.add(listener);
    },
    written: () => writing,
  };
}
