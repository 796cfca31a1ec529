/** The rules for what needs a hand, each at its limit. */
import { describe, expect, it } from 'vitest';
import { type KioskStatus, type Trouble, troubles } from '../../../main/contract/status.ts';
import { updateFailures } from '../../../main/contract/updates.ts';
import { findTroubles, type TroubleFacts } from '../../../main/core/diagnostics/find-troubles.ts';
import { troubleLimits } from '../../../main/core/diagnostics/trouble-limits.ts';
import { dayMs, makeFailure, makeStatus, makeUpdates, statusMs } from '../../fakes/make-kiosk-status.ts';

const facts = (changes: Partial<TroubleFacts> = {}): TroubleFacts => ({
  ...makeStatus(),
  isJournalWhole: true,
  isPortalReached: true,
  ...changes,
});
const printer = (state: KioskStatus['printer']['state'], paperNearEnd = false) => ({
  state,
  paperNearEnd,
  sinceMs: statusMs,
});
const justStarted = statusMs - troubleLimits.settlingMs + 1;
const shown = makeUpdates().shown;
const bundled = { ...shown, number: 0, publishedAtMs: null, committedAtMs: null, origin: 'bundled' } as const;

describe('a kiosk that is well', () => {
  it('has no trouble', () => {
    expect(findTroubles(facts())).toEqual([]);
  });

  it.each<[string, Partial<TroubleFacts>]>([
    ['a printer that answers nothing', { printer: printer('unknown') }],
    ['no printer at all', { printer: printer('none'), paperMetres: null }],
    ['a reader that types', { reader: { state: 'keyboard', sinceMs: statusMs } }],
    ['a printer that is not found yet', { printer: printer('unreachable'), startedAtMs: justStarted }],
    ['a reader that is not found yet', { reader: { state: 'unplugged', sinceMs: 0 }, startedAtMs: justStarted }],
    ['paper at the limit', { paperMetres: troubleLimits.lowPaperMetres }],
    [
      'a network that is away for a while',
      {
        updates: makeUpdates({
          failure: makeFailure('unreachable'),
          lastSuccessAtMs: statusMs - troubleLimits.networkMs,
        }),
      },
    ],
    [
      'a release that waits three days for a check',
      { updates: makeUpdates({ lastSuccessAtMs: statusMs - troubleLimits.successMs }) },
    ],
    [
      'one served by stick alone, whose release is fresh',
      { updates: makeUpdates({ nextCheckAtMs: null, lastSuccessAtMs: statusMs - 30 * dayMs }) },
    ],
  ])('may have %s', (_what, changes) => {
    expect(findTroubles(facts(changes))).toEqual([]);
  });
});

describe('a kiosk that needs a hand', () => {
  it.each<[Trouble, string, Partial<TroubleFacts>]>([
    ['printer-paper-out', 'no paper', { printer: printer('paper-out', true), paperMetres: 0 }],
    ['printer-paper-low', 'a printer that says so', { printer: printer('ready', true) }],
    ['printer-paper-low', 'a roll reckoned near its end', { paperMetres: troubleLimits.lowPaperMetres - 0.1 }],
    ['printer-trouble', 'an open cover', { printer: printer('cover-open') }],
    ['printer-trouble', 'a jammed cutter', { printer: printer('cutter-error') }],
    ['printer-unreachable', 'a printer that is switched off', { printer: printer('unreachable') }],
    [
      'printer-unreachable',
      'one, and a clock that was set back',
      { printer: printer('unreachable'), startedAtMs: statusMs + dayMs },
    ],
    ['reader-unreachable', 'a reader that is unplugged', { reader: { state: 'unplugged', sinceMs: statusMs } }],
    [
      'catalogue-old',
      'no check that went well for longer than three days',
      { updates: makeUpdates({ lastSuccessAtMs: statusMs - troubleLimits.successMs - 1 }) },
    ],
    [
      'catalogue-old',
      'none ever since a start long ago',
      { updates: makeUpdates({ lastSuccessAtMs: null }), startedAtMs: statusMs - troubleLimits.successMs - 1 },
    ],
    [
      'catalogue-old',
      'a release nobody renewed',
      {
        updates: makeUpdates({
          nextCheckAtMs: null,
          shown: { ...shown, publishedAtMs: statusMs - troubleLimits.publicationMs - 1 },
        }),
      },
    ],
    [
      'catalogue-old',
      'a bundled catalogue of last year',
      { updates: makeUpdates({ shown: { ...bundled, catalogue: { ...shown.catalogue, dataDate: '2025-07-01' } } }) },
    ],
    [
      'update-failing',
      'a network that is away for long',
      {
        updates: makeUpdates({
          failure: makeFailure('unreachable'),
          lastSuccessAtMs: statusMs - troubleLimits.networkMs - 1,
        }),
      },
    ],
    ['clock-unsure', 'a clock in the past', { updates: makeUpdates({ isClockSure: false }) }],
    ['journal-lost', 'a journal that was lost', { isJournalWhole: false }],
    ['portal-unreachable', 'a portal that does not answer', { isPortalReached: false }],
  ])('%s: %s', (trouble, _what, changes) => {
    expect(findTroubles(facts(changes))).toEqual([trouble]);
  });

  it('knows at once and by one name what must never be, whatever the reason', () => {
    const found = updateFailures.map((reason) => [
      reason,
      ...findTroubles(facts({ updates: makeUpdates({ failure: makeFailure(reason) }) })),
    ]);
    expect(Object.fromEntries(found.map(([reason, ...named]) => [reason, named.join()]))).toEqual({
      'no-trust': 'update-untrusted',
      unreachable: '',
      timeout: '',
      'too-slow': '',
      'too-large': 'update-failing',
      'bad-answer': '',
      'bad-signature': 'update-untrusted',
      rollback: 'update-untrusted',
      frozen: 'update-failing',
      'wrong-hash': 'update-untrusted',
      'wrong-content': 'update-failing',
      'software-too-old': 'update-failing',
      'refused-before': 'update-failing',
      'smoke-test': 'update-failing',
      'disk-full': 'update-failing',
      internal: 'update-failing',
    });
  });

  it('tells several in the order of the contract', () => {
    const found = findTroubles(
      facts({ isJournalWhole: false, printer: printer('paper-out'), updates: makeUpdates({ isClockSure: false }) }),
    );
    expect(found).toEqual(troubles.filter((trouble) => found.includes(trouble)));
    expect(found).toHaveLength(3);
  });
});
