/** Chooses the life events this catalogue can serve. */
import type { LifeEvent } from '../../../contract/life-event.ts';
import type { BuildTally } from './build-tally.ts';

/** An event stays while the catalogue holds at least one of its procedures; every code it lacks is a warning. */
export function selectLifeEvents(
  events: readonly LifeEvent[],
  codes: ReadonlySet<string>,
  tally: Pick<BuildTally, 'warn'>,
): LifeEvent[] {
  return events.filter((event) => {
    const named = event.stages.flatMap((stage) => stage.choices.map((choice) => choice.code));
    const missing = named.filter((code) => !codes.has(code));
    if (missing.length === named.length) {
      tally.warn(
        'life-event-left-out',
        named[0] ?? event.id,
        `${event.id}: the catalogue holds none of its procedures.`,
      );
      return false;
    }
    for (const code of missing) {
      tally.warn('life-event-code-missing', code, `The life event ${event.id} names it.`);
    }
    return true;
  });
}
