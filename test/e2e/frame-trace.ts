/** What the browser's own tracing says about frames: when each was drawn, when each key came, how long the page computed. */
import type { CDPSession, Page } from '@playwright/test';
import { z } from 'zod';

export interface FrameTrace {
  /** When the page's compositor drew a frame, in ms of the trace's clock, ascending. */
  readonly drawnMs: readonly number[];
  /** When each key reached the page. */
  readonly keysMs: readonly number[];
  /** Longest uninterrupted work of the page's main thread, in ms it had the processor. */
  readonly longestTaskMs: number;
}

const eventSchema = z.object({
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  /** Microseconds, as all times of a trace. */
  ts: z.number(),
  tdur: z.number().optional(),
  args: z.object({ data: z.object({ type: z.string() }).optional().catch(undefined) }).catch({ data: undefined }),
});
type TraceEvent = z.infer<typeof eventSchema>;

const includedCategories = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.frame',
];

/** Asks for a new frame at every refresh of the screen, so that a frame that is not drawn is one that was dropped. */
export async function startHeartbeat(page: Page): Promise<void> {
  await page.evaluate(() => {
    const dot = document.createElement('div');
    dot.style.cssText = 'position:fixed;inset:0 auto auto 0;width:4px;height:4px';
    document.body.append(dot);
    let isLight = false;
    const beat = () => {
      isLight = !isLight;
      dot.style.background = isLight ? '#fff' : '#eee';
      requestAnimationFrame(beat);
    };
    beat();
  });
}

/** Traces the page while `run` runs; needs a heartbeat. */
export async function traceFrames(client: CDPSession, run: () => Promise<void>): Promise<FrameTrace> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { readonly value: readonly object[] }) => {
    for (const event of value) {
      const parsed = eventSchema.safeParse(event);
      if (parsed.success) events.push(parsed.data);
    }
  };
  client.on('Tracing.dataCollected', collect);
  await client.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  try {
    await run();
  } finally {
    const complete = new Promise<void>((resolve) => client.once('Tracing.tracingComplete', () => resolve()));
    await client.send('Tracing.end');
    await complete;
    client.off('Tracing.dataCollected', collect);
  }
  return readTrace(events);
}

function readTrace(events: readonly TraceEvent[]): FrameTrace {
  // Only the page with the heartbeat has animation frames.
  const page = events.find(({ name }) => name === 'FireAnimationFrame');
  const ofPage = events.filter(({ pid }) => pid === page?.pid);
  const timesOf = (wanted: readonly TraceEvent[]) => wanted.map(({ ts }) => ts / 1000).toSorted((a, b) => a - b);
  const tasks = ofPage.filter(({ name, tid }) => name === 'RunTask' && tid === page?.tid);
  return {
    drawnMs: timesOf(ofPage.filter(({ name }) => name === 'DrawFrame')),
    keysMs: timesOf(ofPage.filter(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'keydown')),
    longestTaskMs: Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000)),
  };
}

/** For each key the longest time without a new frame that reaches into the time until the next key, in ms. */
export function longestWaits({ drawnMs, keysMs }: FrameTrace): number[] {
  return keysMs.map((keyMs, index) => {
    const nextKeyMs = keysMs[index + 1] ?? Number.POSITIVE_INFINITY;
    let longest = 0;
    for (let frame = 1; frame < drawnMs.length; frame += 1) {
      const [before = 0, after = 0] = [drawnMs[frame - 1], drawnMs[frame]];
      if (after > keyMs && before < nextKeyMs) longest = Math.max(longest, after - before);
    }
    return longest;
  });
}
