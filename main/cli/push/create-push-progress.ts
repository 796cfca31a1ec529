/** Tells how a push goes: a bar at a terminal, a line a kiosk elsewhere. */
import { Presets, SingleBar } from 'cli-progress';
import type { CliContext } from '../cli-context.ts';

export interface PushProgress {
  sent(bytes: number): void;
  /** A kiosk is done; the line says how. */
  done(line: string): void;
  end(): void;
}

const bytesPerMegabyte = 1_000_000;

export function createPushProgress(
  { progressStream, notice }: Pick<CliContext, 'progressStream' | 'notice'>,
  kiosks: number,
): PushProgress {
  if (progressStream === null) {
    return { sent: () => undefined, done: notice, end: () => undefined };
  }
  const bar = new SingleBar(
    {
      stream: progressStream,
      format: '{bar} {value} of {total} kiosks | {megabytes} MB sent',
      hideCursor: true,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  );
  let sentBytes = 0;
  let done = 0;
  const fields = (): { megabytes: string } => ({ megabytes: (sentBytes / bytesPerMegabyte).toFixed(1) });
  bar.start(kiosks, 0, fields());
  return {
    sent: (bytes) => {
      sentBytes += bytes;
      bar.update(done, fields());
    },
    done: () => {
      done += 1;
      bar.update(done, fields());
    },
    end: () => bar.stop(),
  };
}
