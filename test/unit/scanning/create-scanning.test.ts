/** The reader as page, staff and log see it: kinds and codes, the cable's state, and never what stands on a card. */
import { describe, expect, it } from 'vitest';
import type { ReaderStatus } from '../../../main/contract/reader-status.ts';
import {
  readerOverviewSchema,
  type ScanKind,
  type ScanNotice,
  scanKinds,
  scanNoticeSchema,
} from '../../../main/contract/scanning.ts';
import { readerSchema } from '../../../main/core/configuration/reader-schema.ts';
import type { Emit } from '../../../main/core/handlers.ts';
import { classifyScan } from '../../../main/core/scanning/classify-scan.ts';
import { createScanning } from '../../../main/core/scanning/create-scanning.ts';
import { createFakeReader } from '../../fakes/fake-reader.ts';
import { createManualClock } from '../../fakes/manual-clock.ts';
import { createManualSchedule } from '../../fakes/manual-schedule.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { payloads } from '../../fixtures/scanning-payloads.ts';

const card = payloads['citizen-card'].text;
const minuteMs = 60_000;

function kioskWith(reader: { readonly target?: string | null; readonly maximumBytes?: number } = {}) {
  const configuration = readerSchema.parse({ target: 'serial:/dev/fake', ...reader });
  const source = createFakeReader();
  const clock = createManualClock();
  const time = createManualSchedule();
  const logger = createRecordingLogger();
  const notices: ScanNotice[] = [];
  const states: ReaderStatus['state'][] = [];
  const emit: Emit = (event, payload) => {
    if (event === 'scan.received') {
      notices.push(scanNoticeSchema.parse(payload));
    } else if (event === 'reader.changed') {
      states.push((payload as ReaderStatus).state);
    }
  };
  const hasSource = configuration.target !== null && configuration.target !== 'keyboard';
  const scanning = createScanning({
    source: hasSource ? source : null,
    configuration,
    classify: (text) =>
      classifyScan(text, { portalLinkTemplate: 'https://portal.example/{code}', portalUrl: null, today: '2026-07-22' }),
    emit,
    clock,
    logger,
    schedule: time.schedule,
  });
  const pass = (milliseconds: number): void => {
    clock.nowIsMs += milliseconds;
    time.advance(milliseconds);
  };
  const cardKey = (): string => {
    source.send(`${card}\r`);
    const notice = notices.at(-1);
    return notice !== undefined && 'card' in notice ? notice.card : '';
  };
  const overview = async () => readerOverviewSchema.parse(await scanning.staffHandlers['reader.overview']({}));
  if (hasSource) {
    source.plugIn();
  }
  return { scanning, source, clock, logger, notices, states, pass, cardKey, overview };
}

describe('what was scanned', () => {
  it.each(scanKinds)('tells the page of a scan of the kind %s, and staff the kind alone', async (kind) => {
    const { source, notices, overview, logger } = kioskWith();
    source.send(`${payloads[kind].text}\r`);
    expect(notices.map((notice) => notice.kind)).toEqual([kind === 'receipt' ? 'dossier' : kind]);
    const { recent, scansSinceStart } = await overview();
    expect([recent.map((scan) => scan.kind), scansSinceStart]).toEqual([[kind], 1]);
    for (const secret of [...payloads[kind].secrets, payloads[kind].text]) {
      expect(JSON.stringify(await overview())).not.toContain(secret);
      expect(JSON.stringify(logger.entries)).not.toContain(secret);
    }
  });

  it('never puts a card or an unknown text into what it tells the page', () => {
    const { source, notices } = kioskWith();
    const kinds: ScanKind[] = ['citizen-card', 'bhyt-card', 'unknown', 'staff-badge'];
    for (const kind of kinds) {
      source.send(`${payloads[kind].text}\r`);
    }
    for (const secret of kinds.flatMap((kind) => payloads[kind].secrets)) {
      expect(JSON.stringify(notices)).not.toContain(secret);
    }
    expect(notices).toMatchObject([{ maskedNumber: '079•••••0123' }, { maskedNumber: '7•••••5678' }, {}, {}]);
  });

  it('hears no text of a log at any level, whatever is read and however it ends', async () => {
    const { source, logger, scanning, pass } = kioskWith();
    const everything = scanKinds.map((kind) => payloads[kind]);
    for (const { text } of everything) {
      source.send(`${text}\r`);
      source.send(text);
      pass(1_000);
      source.send(text.slice(0, -3));
      source.unplug();
      source.plugIn();
      source.sendBytes(Buffer.from(`${text}\r`, 'latin1'));
    }
    source.send('9'.repeat(1_000_000));
    await scanning.close();
    const said = JSON.stringify(logger.entries);
    expect(logger.entries.length).toBeGreaterThan(0);
    for (const secret of everything.flatMap(({ secrets, text }) => [...secrets, text.slice(0, 12)])) {
      expect(said).not.toContain(secret);
    }
  });

  it('remembers the last twenty kinds, newest first', async () => {
    const { source, overview } = kioskWith();
    for (let count = 0; count < 25; count += 1) {
      source.send('nonsense\r');
    }
    source.send('1.001193\r');
    const { recent, scansSinceStart } = await overview();
    expect([scansSinceStart, recent.length, recent[0]?.kind, recent[1]?.kind]).toEqual([
      26,
      20,
      'procedure',
      'unknown',
    ]);
  });
});

describe('a card', () => {
  it('is kept under a new random key each time it is read', () => {
    const { cardKey, scanning, notices, clock } = kioskWith();
    const [one, two] = [cardKey(), cardKey()];
    expect(one).not.toBe(two);
    expect(notices[0]).toMatchObject({ untilMs: clock.nowIsMs + 2 * minuteMs });
    expect(scanning.card(one)).toMatchObject({ identityNumber: '079304000123', birthDate: '2004-01-02' });
    expect(scanning.card('x'.repeat(22))).toBeNull();
  });

  it('is taken once', () => {
    const { cardKey, scanning } = kioskWith();
    const key = cardKey();
    expect(scanning.takeCard(key)).toMatchObject({ kind: 'citizen-card' });
    expect(scanning.takeCard(key)).toBeNull();
    expect(scanning.card(key)).toBeNull();
  });

  it('is forgotten after two minutes, also where the machine slept meanwhile', () => {
    const { cardKey, scanning, pass, clock } = kioskWith();
    const key = cardKey();
    pass(2 * minuteMs - 1);
    expect(scanning.card(key)).not.toBeNull();
    pass(1);
    expect(scanning.card(key)).toBeNull();
    const another = cardKey();
    clock.nowIsMs += 2 * minuteMs;
    expect(scanning.takeCard(another)).toBeNull();
  });

  it('is forgotten with its citizen, and with the kiosk', async () => {
    const { cardKey, scanning, source } = kioskWith();
    const keys = [cardKey(), cardKey()];
    scanning.forgetCards();
    expect(keys.map((key) => scanning.card(key))).toEqual([null, null]);
    const last = cardKey();
    await scanning.close();
    expect([scanning.card(last), source.isStopped]).toEqual([null, true]);
  });

  it('is kept with three others at most', () => {
    const { cardKey, scanning } = kioskWith();
    const keys = [cardKey(), cardKey(), cardKey(), cardKey(), cardKey()];
    expect(keys.map((key) => scanning.card(key) !== null)).toEqual([false, true, true, true, true]);
  });
});

describe('the cable', () => {
  it('is a state, told on each change and counted', async () => {
    const { source, states, scanning, clock, pass, overview } = kioskWith();
    expect(states).toEqual(['connected']);
    pass(5_000);
    source.unplug();
    expect(scanning.status()).toEqual({ state: 'unplugged', sinceMs: clock.nowIsMs });
    expect(await overview()).toMatchObject({ unplugged: 1, trouble: 'It was unplugged.' });
    source.plugIn();
    source.unplug();
    source.plugIn();
    expect(states).toEqual(['connected', 'unplugged', 'connected', 'unplugged', 'connected']);
    expect(await overview()).toMatchObject({ target: 'serial:/dev/fake', unplugged: 2, trouble: null });
  });

  it('takes with it what was half read', () => {
    const { source, notices, pass } = kioskWith();
    source.send('000.00.01.H29-240115-0001');
    source.unplug();
    source.plugIn();
    source.send('1.001193\r');
    pass(1_000);
    expect(notices).toEqual([{ kind: 'procedure', code: '1.001193' }]);
  });

  it('is looked at before silence counts as the end of a scan', () => {
    const { source, notices, pass } = kioskWith();
    source.send('000.00.01.H29-240115-0001');
    source.unplug(false);
    pass(80);
    pass(80);
    source.unplug();
    source.plugIn();
    source.send('1.001193');
    pass(70);
    pass(10);
    expect(notices).toEqual([{ kind: 'procedure', code: '1.001193' }]);
  });

  it('is read empty before silence counts, where the process was held up', () => {
    const { source, notices, pass } = kioskWith();
    source.send('1.00');
    // The timer is due, and the rest of the scan comes in before it has its turn.
    pass(500);
    source.send('1193\r');
    pass(500);
    expect(notices).toEqual([{ kind: 'procedure', code: '1.001193' }]);
  });

  it('is not cut in a scan by a citizen who leaves', () => {
    const { source, notices, scanning } = kioskWith();
    source.send('x1.00');
    scanning.forgetCards();
    source.send('1193\r');
    expect(notices).toEqual([{ kind: 'unknown' }]);
  });
});

describe('a reader that types', () => {
  it('is heard where the configuration says so', async () => {
    const { scanning, notices, overview } = kioskWith({ target: 'keyboard' });
    expect(await scanning.handlers['scanning.keyed']({ text: card })).toEqual({});
    expect(notices).toMatchObject([{ kind: 'citizen-card' }]);
    expect(await overview()).toMatchObject({ target: 'keyboard', status: { state: 'keyboard' }, scansSinceStart: 1 });
  });

  it.each(['serial:/dev/fake', 'virtual:', null])(
    'is refused where the reader is %j: nobody types a card',
    (target) => {
      const { scanning, notices } = kioskWith({ target });
      expect(() => scanning.handlers['scanning.keyed']({ text: card })).toThrow(
        expect.objectContaining({ code: 'unavailable' }),
      );
      expect(notices).toEqual([]);
    },
  );

  it('reads as unknown what is longer than the configuration allows', async () => {
    const { scanning, notices } = kioskWith({ target: 'keyboard', maximumBytes: 256 });
    await scanning.handlers['scanning.keyed']({ text: `1.001193${' '.repeat(250)}` });
    expect(notices).toEqual([{ kind: 'unknown' }]);
  });
});

it('is none where the configuration names no reader', () => {
  expect(kioskWith({ target: null }).scanning.status().state).toBe('none');
});
