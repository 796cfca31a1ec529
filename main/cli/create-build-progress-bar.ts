/** The progress bar of a build; silent where standard error is no terminal. */
import { Presets, SingleBar } from 'cli-progress';
import type { BuildProgress } from '../core/catalogue/build/build-options.ts';

export interface BuildProgressBar {
  show(progress: BuildProgress): void;
  /** Clears the bar; a second call does nothing. */
  end(): void;
}

const phaseWords = { reading: 'reading', indexing: 'building the search index', checking: 'checking' } as const;

export function createBuildProgressBar(stream: NodeJS.WritableStream | null): BuildProgressBar {
  if (stream === null) {
    return { show: () => undefined, end: () => undefined };
  }
  const bar = new SingleBar(
    { stream, format: '{bar} {percentage}% | {records} records | {phase}', hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  let state: 'waiting' | 'running' | 'ended' = 'waiting';
  let records = 0;
  return {
    show(progress) {
      if (progress.phase === 'reading') {
        records = progress.recordsRead;
        if (state === 'waiting') {
          bar.start(progress.bytesTotal, 0, { records, phase: phaseWords.reading });
          state = 'running';
        }
        bar.update(progress.bytesRead, { records, phase: phaseWords.reading });
      } else if (state === 'running') {
        bar.update({ records, phase: phaseWords[progress.phase] });
        // The next step keeps the thread busy, so the bar cannot redraw itself by its timer.
        bar.render();
      }
    },
    end() {
      if (state === 'running') {
        bar.stop();
      }
      state = 'ended';
    },
  };
}
