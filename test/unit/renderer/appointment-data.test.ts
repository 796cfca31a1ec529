/** Booking as plain data: steps and the way back, names, days and times in order, what an appointment's moment allows, words. */
import { describe, expect, it } from 'vitest';
import type { Appointment } from '../../../main/contract/appointments.ts';
import { portalTroubles } from '../../../main/contract/portal.ts';
import { appointmentCode } from '../../../main/core/printing/slips/compose-appointment.ts';
import { appointmentPhase } from '../../../renderer/appointments/appointment-phase.ts';
import {
  afterFull,
  afterTime,
  type Booking,
  chosenSoFar,
  confirming,
  stepsOf,
} from '../../../renderer/appointments/booking-steps.ts';
import { mondayOf, partsOf, placesLeft, weeksOf, withoutLost } from '../../../renderer/appointments/free-times.ts';
import { holderToSend, nameAsOnPapers, nameTrouble } from '../../../renderer/appointments/holder.ts';
import { slipCode } from '../../../renderer/appointments/slip-code.ts';
import { createTranslator } from '../../../renderer/i18n/create-translator.ts';
import { initialState, type KioskState, kioskReducer } from '../../../renderer/state/kiosk-state.ts';
import type { Screen } from '../../../renderer/state/screen.ts';
import {
  fullDayWords,
  nearDayWords,
  placesWords,
  shortDateWords,
  timeSpanWords,
  troubleWords,
  weekdayWords,
  weekWords,
} from '../../../renderer/wording/appointment-words.ts';

const time = { day: '2026-12-01', from: '08:30', until: '09:00' };
const appointment: Appointment = {
  appointmentCode: 'K7M2P9QX',
  procedureCode: '1.001193',
  service: {
    id: 'ho-tich',
    name: { vi: 'Hộ tịch', en: 'Civil status' },
    place: { name: 'Trung tâm', address: null, counter: null },
    contact: null,
  },
  ...time,
  state: 'booked',
  checkInFromMs: Date.parse('2026-12-01T08:00+07:00'),
  checkInUntilMs: Date.parse('2026-12-01T08:45+07:00'),
};
const booking: Booking = { code: '1.001193' };
/** The wish itself, so that a test reads what it hangs on. */
const keyFor = (wish: string) => wish;

/** The key of a wish as the last step has it. */
const keyOf = (...wish: Parameters<typeof confirming>) => {
  const step = confirming(...wish);
  return step.at === 'confirm' ? step.key : null;
};
const cardOf = (text: string) => ({ by: 'card', card: text, maskedNumber: '079•••••0123' }) as const;
const book = (step: Booking['step'], more: Partial<Booking> = {}): Screen => ({
  kind: 'book',
  code: '1.001193',
  ...more,
  ...(step === undefined ? {} : { step }),
});
const dayWith = (name: string, ...free: number[]) => ({
  day: name,
  slots: free.map((places, at) => ({ from: `0${8 + at}:00`, until: `0${8 + at}:30`, free: places })),
});
const phaseAt = (moment: string, one: Appointment = appointment) =>
  appointmentPhase(one, Date.parse(`${moment}+07:00`), moment.slice(0, 10));

describe('the steps of booking', () => {
  it('ask who comes unless that was said before', () => {
    expect(stepsOf(booking)).toEqual(['day', 'time', 'who', 'confirm']);
    expect(stepsOf({ ...booking, change: appointment })).toEqual(['day', 'time', 'confirm']);
    expect(afterTime(booking, time, keyFor)).toMatchObject({ at: 'who', typed: '' });
    expect(afterTime({ ...booking, change: appointment }, time, keyFor)).toMatchObject({ at: 'confirm', holder: null });
    const holder = { by: 'name', name: 'NGUYỄN THỊ MẪU' } as const;
    expect(afterTime({ ...booking, holder }, time, keyFor)).toMatchObject({ at: 'confirm', holder });
  });

  it('give a wish one key, and another where day, time, name or purpose differ', () => {
    const mau = { by: 'name', name: 'NGUYỄN THỊ MẪU' } as const;
    const first = keyOf(booking, time, mau, keyFor);
    expect(keyOf(booking, time, mau, keyFor)).toBe(first);
    const others = [
      keyOf(booking, { ...time, day: '2026-12-02' }, mau, keyFor),
      keyOf(booking, { ...time, from: '09:00' }, mau, keyFor),
      keyOf(booking, time, { by: 'name', name: 'TRẦN VĂN THỬ' }, keyFor),
      keyOf({ ...booking, change: appointment }, time, null, keyFor),
      keyOf({ code: '2.000815' }, time, mau, keyFor),
    ];
    expect(new Set([first, ...others]).size).toBe(6);
    // A card that is held before the reader once more is the same wish.
    expect(keyOf(booking, time, cardOf('first'), keyFor)).toBe(keyOf(booking, time, cardOf('second'), keyFor));
  });

  it('ask for another time where somebody was quicker, and keep who comes', () => {
    const holder = { by: 'name', name: 'NGUYỄN THỊ MẪU' } as const;
    const step = { at: 'confirm', time, holder, key: 'k' } as const;
    const next = afterFull({ ...booking, step }, step);
    expect(next).toMatchObject({ step: { at: 'time', day: '2026-12-01' }, holder, lost: [time] });
    expect(chosenSoFar(next)).toEqual({ day: '2026-12-01' });
  });
});

describe('the way through the screens of booking', () => {
  const ready: Screen = { kind: 'ready', code: '1.001193', caseChoice: undefined };
  const walked: KioskState = {
    ...initialState('vi'),
    past: [ready, book(undefined), book({ at: 'time', day: '2026-12-01' })],
    screen: book({ at: 'who', time, typed: 'nguyễn thị mẫu', isRefused: false }),
  };

  it('leads back to the step that must be done again, with its new data', () => {
    const screen = book({ at: 'time', day: '2026-12-01' }, { lost: [time] });
    const state = kioskReducer(walked, { kind: 'return', screen });
    expect(state.screen).toBe(screen);
    expect(state.past).toEqual([ready, book(undefined)]);
    // Where the step was never taken, it comes in place of the present one.
    const alone = kioskReducer({ ...walked, past: [] }, { kind: 'return', screen });
    expect(alone).toMatchObject({ past: [], screen });
  });

  it('leaves no step, and no name, to go back to once it is done', () => {
    const screen: Screen = { kind: 'appointment', appointmentCode: 'K7M2P9QX' };
    const state = kioskReducer(walked, { kind: 'conclude', screen });
    expect(state).toMatchObject({ past: [ready], screen });
    expect(JSON.stringify(state)).not.toContain('mẫu');
    const changed = kioskReducer({ ...walked, past: [ready, screen, book(undefined)] }, { kind: 'conclude', screen });
    expect(changed.past).toEqual([ready]);
  });
});

describe('who comes', () => {
  it('is written as on papers', () => {
    expect(nameAsOnPapers('  nguyễn   thị\u0020mẫu ')).toBe('NGUYỄN THỊ MẪU');
    expect(nameAsOnPapers('đỗ ánh')).toBe('ĐỖ ÁNH');
  });

  it('is pointed at where no name can be so', () => {
    expect(nameTrouble('')).toBe('missing');
    expect(nameTrouble(' a ')).toBe('missing');
    expect(nameTrouble('nguyễn 3')).toBe('signs');
    expect(nameTrouble('<b>')).toBe('signs');
    expect(nameTrouble('Lê T. Thử')).toBe('signs');
    for (const name of ['Nguyễn Thị Mẫu', "O'Neil", 'Y Bhă', 'Jean-Paul', 'H’Mẫu']) {
      expect(nameTrouble(name), name).toBeNull();
    }
  });

  it('leaves the page as a key where a card says it', () => {
    expect(holderToSend({ by: 'card', card: 'abc', maskedNumber: '079•••••0123' })).toEqual({
      by: 'card',
      card: 'abc',
    });
  });
});

describe('free times', () => {
  it('stand week by week, Monday first, full days among them', () => {
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(mondayOf('2026-11-30')).toBe('2026-11-30');
    const weeks = weeksOf([dayWith('2026-11-27', 1), dayWith('2026-11-28', 0), dayWith('2026-11-30', 2)]);
    expect(weeks.map(({ monday, days }) => [monday, days.length])).toEqual([
      ['2026-11-23', 2],
      ['2026-11-30', 1],
    ]);
  });

  it('are told apart by the part of the day', () => {
    const slots = ['07:30', '11:59', '12:00', '17:30', '18:00'].map((from) => ({ from, until: '23:00', free: 1 }));
    expect(partsOf(slots).map(({ part, slots: ofPart }) => [part, ofPart.length])).toEqual([
      ['morning', 2],
      ['afternoon', 2],
      ['evening', 1],
    ]);
    expect(partsOf([])).toEqual([]);
  });

  it('do not offer again what was lost to somebody else', () => {
    const [one] = withoutLost([dayWith('2026-12-01', 1, 2)], [{ day: '2026-12-01', from: '09:00', until: '09:30' }]);
    expect(one?.slots.map(({ free }) => free)).toEqual([1, 0]);
    expect(one === undefined ? null : placesLeft(one)).toBe(1);
  });
});

describe('appointmentPhase', () => {
  it('follows the day up to the minute', () => {
    expect(phaseAt('2026-11-30T23:59')).toBe('ahead');
    expect(phaseAt('2026-12-01T07:59')).toBe('early');
    expect(phaseAt('2026-12-01T08:00')).toBe('open');
    expect(phaseAt('2026-12-01T08:44')).toBe('open');
    expect(phaseAt('2026-12-01T08:45')).toBe('late');
    expect(phaseAt('2026-12-02T00:00')).toBe('over');
  });

  it('leaves the last word to the portal', () => {
    for (const state of ['checked-in', 'given-back', 'missed'] as const) {
      expect(phaseAt('2026-12-01T08:10', { ...appointment, state })).toBe(state);
    }
  });
});

describe('words of appointments', () => {
  const { t } = createTranslator('vi');
  const english = createTranslator('en').t;

  it('name days as a clerk does', () => {
    expect(weekdayWords('2026-12-01', 'vi')).toBe('Thứ Ba');
    expect(fullDayWords('2026-12-01', 'vi')).toBe('Thứ Ba, 1/12/2026');
    expect(fullDayWords('2026-12-01', 'en')).toBe('Tuesday 1 December 2026');
    expect(shortDateWords('2026-12-01', 'vi')).toBe('1/12');
    expect(shortDateWords('2026-12-01', 'en')).toBe('1 December');
    expect(nearDayWords('2026-12-01', '2026-12-01', t)).toBe('Hôm nay');
    expect(nearDayWords('2026-12-02', '2026-12-01', t)).toBe('Ngày mai');
    expect(nearDayWords('2026-12-03', '2026-12-01', t)).toBeNull();
  });

  it('name weeks by how far they are', () => {
    const wording = { t, language: 'vi' } as const;
    expect(weekWords('2026-11-30', '2026-12-06', wording)).toBe('Tuần này');
    expect(weekWords('2026-12-07', '2026-12-06', wording)).toBe('Tuần sau');
    expect(weekWords('2026-12-14', '2026-12-06', wording)).toBe('Tuần từ 14/12');
  });

  it('say times and places', () => {
    expect(timeSpanWords(time)).toBe('8:30\u2060–\u20609:00');
    expect(placesWords(0, t)).toBe('Hết chỗ');
    expect(placesWords(1, english)).toBe('1 place left');
    expect(placesWords(3, t)).toBe('Còn 3 chỗ');
    expect(placesWords(10, t)).toBe('Nhiều chỗ');
  });

  it('have a reason for each trouble of the portal, and a time only where it is still to come', () => {
    for (const reason of portalTroubles) {
      const words = troubleWords({ outcome: 'unreachable', reason, retryAtMs: null }, 0, t);
      expect(words).not.toMatch(/appointment\./u);
    }
    const busy = { outcome: 'unreachable', reason: 'busy', retryAtMs: Date.parse('2026-12-01T09:05+07:00') } as const;
    expect(troubleWords(busy, Date.parse('2026-12-01T09:00+07:00'), t)).toMatch(/từ 9:05/u);
    expect(troubleWords(busy, Date.parse('2026-12-01T09:06+07:00'), t)).not.toMatch(/9:05/u);
  });
});

describe('slipCode', () => {
  it('says on the screen what the slip says on paper', () => {
    expect(slipCode('K7M2P9QX')).toBe(appointmentCode('K7M2P9QX'));
  });
});
