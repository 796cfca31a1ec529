/** The progress bar of an update; silent where standard error is no terminal. */
import { Presets, SingleBar } from 'cli-progress';
import type { UpdateProgress } from '../contract/updates.ts';

export interface UpdateProgressBar {
  show(progress: UpdateProgress): void;
  /** Clears the bar; a second call does nothing. */
  end(): void;
}

const phaseWords: Readonly<Record<UpdateProgress['phase'], string>> = {
  idle: 'done',
  checking: 'looking at the repository',
  downloading: 'downloading',
  building: 'building the catalogue',
  waiting: 'waiting for the citizen to leave',
  trial: 'trying the new catalogue',
};
const whole = 100;

export function createUpdateProgressBar(stream: NodeJS.WritableStream | null): UpdateProgressBar {
  if (stream === null) {
    return { show: () => undefined, end: () => undefined };
  }
  const bar = new SingleBar(
    { stream, format: '{bar} {percentage}% | {release} | {phase}', hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  let state: 'waiting' | 'running' | 'ended' = 'waiting';
  return {
    show: ({ phase, number, share }) => {
      if (state === 'ended' || (state === 'waiting' && phase === 'idle')) {
        return;
      }
      const words = { phase: phaseWords[phase], release: number === null ? 'release' : `release ${number}` };
      if (state === 'waiting') {
        state = 'running';
        bar.start(whole, 0, words);
      }
      bar.update(Math.floor((share ?? 0) * whole), words);
    },
    end: () => {
      if (state === 'running') {
        bar.stop();
      }
      state = 'ended';
    },
  };
}
