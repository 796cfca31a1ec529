/** The order of compared procedures: their own worth first, then demand, situation, group, copies, and what is no answer. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Compared, type OrderContext, orderResults } from '../../../main/core/search/order-results.ts';
import { rankingWeights } from '../../../main/core/search/ranking-weights.ts';

function compared(place: number, score: number, isAnswer = true): Compared {
  return { place, parts: { score, isAnswer, bestVariant: 0, nameFit: score, together: score, standing: 1 } };
}

/** Nobody in a group, every name its own, nothing asked for. */
function context(changes: Partial<OrderContext> = {}): OrderContext {
  const names = Uint16Array.from({ length: 32 }, (_none, place) => place);
  return {
    groupOf: new Uint16Array(32),
    nameOf: names,
    demandOf: () => 0,
    leadsTo: () => false,
    isLong: false,
    ...changes,
  };
}

const places = (all: readonly { readonly place: number }[]) => all.map(({ place }) => place);

describe('the order', () => {
  it('is best first, equal ones in reading order, with nothing changed where nothing stands beside', () => {
    const ordered = orderResults([compared(3, 0.5), compared(1, 0.9), compared(2, 0.5)], context());
    expect(places(ordered)).toEqual([1, 2, 3]);
    expect(ordered.map(({ score }) => score)).toEqual([0.9, 0.5, 0.5]);
    expect(ordered[0]?.factors).toEqual({ preference: 1, demand: 1, situation: 1, pulled: 0, copies: 1 });
  });

  it('is of nothing for nothing', () => {
    expect(orderResults([], context())).toEqual([]);
    expect(orderResults([compared(0, 0)], context())).toEqual([]);
  });

  it('lets a name that was written out stand before what is only nearer', () => {
    const far = { place: 1, parts: { ...compared(1, 0.95).parts, standing: 1 } };
    const near = { place: 0, parts: { ...compared(0, 0.8 * 1.3).parts, nameFit: 0.8, standing: 1.3 } };
    expect(places(orderResults([near, far], context()))).toEqual([0, 1]);
    expect(places(orderResults([near, far], context({ isLong: true })))).toEqual([1, 0]);
  });

  it('raises what is asked for here, up to a limit', () => {
    const demanded = (sessions: number) =>
      orderResults([compared(0, 0.5)], context({ demandOf: () => sessions }))[0]?.factors.demand;
    expect(demanded(0)).toBe(1);
    expect(demanded(10)).toBeGreaterThan(1);
    expect(demanded(100)).toBeGreaterThan(demanded(10) ?? 0);
    expect(demanded(1_000_000)).toBe(1 + rankingWeights.demand);
    const pair = [compared(0, 0.5), compared(1, 0.499)];
    expect(places(orderResults(pair, context({ demandOf: (place) => place * 50 })))).toEqual([1, 0]);
    const apart = [compared(0, 0.5), compared(1, 0.45)];
    expect(places(orderResults(apart, context({ demandOf: (place) => place * 1e9 })))).toEqual([0, 1]);
  });

  it('raises what a told situation begins with', () => {
    const ordered = orderResults([compared(0, 0.5), compared(1, 0.47)], context({ leadsTo: (place) => place === 1 }));
    expect(places(ordered)).toEqual([1, 0]);
    expect(ordered[0]?.factors.situation).toBe(rankingWeights.situation);
  });

  it('pulls a group up to its best, those without a group never', () => {
    const groupOf = Uint16Array.of(4, 0, 4, 0);
    const ordered = orderResults(
      [compared(0, 0.9), compared(1, 0.62), compared(2, 0.6), compared(3, 0.7)],
      context({ groupOf }),
    );
    expect(places(ordered)).toEqual([0, 3, 2, 1]);
    expect(ordered[2]?.factors.pulled).toBeCloseTo(rankingWeights.groupPull * 0.3);
    expect(ordered.filter(({ factors }) => factors.pulled > 0)).toHaveLength(1);
  });

  it('lets further ones of the same name stand a little lower', () => {
    const ordered = orderResults(
      [compared(0, 0.8), compared(1, 0.8), compared(2, 0.795)],
      context({ nameOf: Uint16Array.of(7, 7, 8) }),
    );
    expect(places(ordered)).toEqual([0, 2, 1]);
    expect(ordered[2]?.factors.copies).toBe(rankingWeights.sameName);
  });

  it('leaves out what is worth far less than the best', () => {
    expect(places(orderResults([compared(0, 0.9), compared(1, 0.28), compared(2, 0.26)], context()))).toEqual([0, 1]);
  });

  it('leaves out what hardly fits, but not beside a best that fits', () => {
    expect(orderResults([compared(0, 0.3, false), compared(1, 0.2, false)], context())).toEqual([]);
    expect(places(orderResults([compared(0, 0.3, false), compared(1, 0.2)], context()))).toEqual([1]);
    expect(places(orderResults([compared(0, 0.3), compared(1, 0.2, false)], context()))).toEqual([0, 1]);
  });

  it('does not hang on the order they come in, invents nothing, and never puts a lower score first', () => {
    const list = fc.uniqueArray(
      fc.record({ place: fc.nat({ max: 31 }), score: fc.integer({ min: 0, max: 100 }), isAnswer: fc.boolean() }),
      { selector: ({ place }) => place },
    );
    const numbers = fc.uint16Array({ minLength: 32, maxLength: 32, max: 4 });
    fc.assert(
      fc.property(list, numbers, numbers, (entries, groupOf, nameOf) => {
        const all = entries.map(({ place, score, isAnswer }) => compared(place, score / 100, isAnswer));
        const around = context({ groupOf, nameOf, demandOf: (place) => place });
        const ordered = orderResults(all, around);
        expect(orderResults(all.toReversed(), around)).toEqual(ordered);
        expect(new Set(places(ordered)).size).toBe(ordered.length);
        expect(places(ordered).every((place) => places(all).includes(place))).toBe(true);
        const scores = ordered.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      }),
    );
  });
});
